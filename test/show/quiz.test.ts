import { expect, test } from 'vitest';
import { type Question, type Quiz, quizBundle, quizText, shuffleQuiz } from '../../src/show/quiz';

const question = (number: number): Question => ({
  question: `Question ${number}?`,
  options: [
    { text: `right ${number}`, feedback: `reason ${number}`, correct: true },
    ...['b', 'c', 'd'].map((name) => ({ text: `${name} ${number}`, feedback: `not ${name}` })),
  ],
});

const quiz: Quiz = {
  title: 'Ten questions',
  seed: 42,
  questions: Array.from({ length: 10 }, (_, at) => question(at + 1)),
};

const html = String(quizBundle(quiz).data['text/html']);

test('the right answers move about, and no letter has them all', () => {
  const letters = [...new Set(quizText(quiz).split('Key: ')[1]?.match(/[A-D]/g))];
  expect(letters.sort()).toEqual(['A', 'B', 'C', 'D']);
});

test('the same seed gives the same order, another seed another', () => {
  expect(shuffleQuiz(quiz)).toEqual(shuffleQuiz(quiz));
  expect(shuffleQuiz({ ...quiz, seed: 43 }).questions).not.toEqual(shuffleQuiz(quiz).questions);
});

test('shuffling loses no option', () => {
  const texts = (of: Quiz) => of.questions.map(({ options }) => options.map((o) => o.text).sort());
  expect(texts(shuffleQuiz(quiz))).toEqual(texts(quiz));
});

test('the key names the letter under which the right answer stands', () => {
  const text = quizText(quiz);
  const key = [...(text.split('Key: ')[1] ?? '').matchAll(/(\d+) ([A-D])/g)];
  expect(key).toHaveLength(10);
  for (const [, number, letter] of key) expect(text).toContain(`   ${letter}) right ${number}\n`);
});

test('in HTML each option folds its own feedback, and nothing needs a script', () => {
  expect(html.match(/<details>/g)).toHaveLength(41);
  expect(html).toContain('right 3</summary><p>✓ Right. Reason 3</p></details>');
  expect(html).toContain('b 3</summary><p>✗ Not quite. not b</p></details>');
  expect(html).not.toMatch(/<script|onclick|<button/);
});

test('a right answer is called right once', () => {
  const options = [{ text: 'a', feedback: 'Right: it is a share.', correct: true }];
  const { data } = quizBundle({ title: 'T', seed: 1, questions: [{ question: 'Q?', options }] });
  expect(data['text/html']).toContain('<p>✓ Right. It is a share.</p>');
  const shuffled = data['application/vnd.nnlab.quiz+json'] as Quiz;
  expect(shuffled.questions[0]?.options[0]?.feedback).toBe('It is a share.');
});

test('each question is a block of its own, with its number, and each option has a frame', () => {
  expect(html.match(/<div style="max-width[^>]*><p><strong>\d+\. Question/g)).toHaveLength(10);
  expect(html.match(/<div style="[^"]*border: 1px solid[^>]*><details>/g)).toHaveLength(40);
});

test('HTML, data and text agree on the order', () => {
  const { data } = quizBundle(quiz);
  const shuffled = data['application/vnd.nnlab.quiz+json'] as Quiz;
  for (const { options } of shuffled.questions) {
    const inText = options.map(({ text }) => String(data['text/plain']).indexOf(`) ${text}\n`));
    const inHtml = options.map(({ text }) => html.indexOf(`) ${text}<`));
    for (const places of [inText, inHtml]) {
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  }
});

test('text in questions is never taken for HTML', () => {
  const options = [{ text: '<b>', feedback: 'a < b', correct: true }];
  const shown = quizBundle({ title: '<i>', seed: 1, questions: [{ question: '<u>', options }] });
  expect(shown.data['text/html']).not.toMatch(/<[ibu]>/);
});

test('a question without a right answer, or with two, is refused by its number', () => {
  const options = [
    { text: 'a', feedback: 'x' },
    { text: 'b', feedback: 'y' },
  ];
  const wrong = (correct: boolean) => ({
    title: 'Quiz',
    seed: 1,
    questions: [question(1), { question: 'Q?', options: options.map((o) => ({ ...o, correct })) }],
  });
  expect(() => quizText(wrong(false))).toThrow('question 2: give it one correct option');
  expect(() => quizText(wrong(true))).toThrow('question 2: give it one correct option');
});
