import { describe, expect, test } from 'vitest';
import { quizzes } from '../../src/lesson/quizzes';
import { shuffleQuiz } from '../../src/show/quiz';

describe.each(Object.entries(quizzes))('the quiz %s', (_, quiz) => {
  const options = quiz.questions.flatMap((question) => question.options);

  test('has one right answer among at least three for each question', () => {
    for (const { question, options: choices } of quiz.questions) {
      expect(
        choices.filter(({ correct }) => correct),
        question,
      ).toHaveLength(1);
      expect(choices.length, question).toBeGreaterThanOrEqual(3);
      expect(new Set(choices.map(({ text }) => text)).size, question).toBe(choices.length);
    }
  });

  test('says something of its own to every answer', () => {
    const said = options.map(({ feedback }) => feedback);
    expect(new Set(said).size).toBe(said.length);
    for (const { text, feedback } of options) expect(feedback.length, text).toBeGreaterThan(15);
  });

  test('puts the right answers at mixed positions', () => {
    const places = shuffleQuiz(quiz).questions.map(({ options: shuffled }) =>
      shuffled.findIndex(({ correct }) => correct),
    );
    const most = Math.max(...[0, 1, 2, 3].map((at) => places.filter((p) => p === at).length));
    expect(most).toBeLessThanOrEqual(Math.ceil(quiz.questions.length * 0.4));
    expect(new Set(places).size).toBe(4);
  });

  test('does not give the answer away by its length', () => {
    const longest = quiz.questions.filter(({ options: choices }) => {
      const right = choices.find(({ correct }) => correct)?.text.length ?? 0;
      return choices.every(({ correct, text }) => correct || text.length < right);
    });
    expect(longest.length).toBeLessThanOrEqual(quiz.questions.length / 2);
  });
});
