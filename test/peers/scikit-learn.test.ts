import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import * as nnlab from '../../src/index';
import { startPeer } from './keras';

type Question = { images: string; labels: string; tolerance: number } | Judged;
type Judged = { truth: (number | undefined)[]; guess: number[] };
type Shares = { precision: number; recall: number; 'f1-score': number; support: number };
interface Answer {
  readonly loss: number;
  readonly penalizedLoss: number;
  readonly confusion: number[][];
  readonly report: Record<string, Shares> & { accuracy: number };
}

const folder = mkdtempSync(join(tmpdir(), 'peers-'));
const scikit = startPeer<Question, Answer>('scikit_learn.py');
afterAll(() => {
  scikit.close();
  rmSync(folder, { recursive: true, force: true });
});
vi.spyOn(console, 'log').mockImplementation(() => undefined);

/** The first 2,000 rows, or all of the embedded sample: scikit-learn needs its time. */
async function someDigits() {
  const digits = await nnlab.loadDigits();
  const count = Math.min(2000, digits.train.labels.length);
  return { train: nnlab.sliceRows(digits.train, 0, count), test: digits.test };
}

it('a logistic regression of digits ends where that of scikit-learn ends, and is judged alike', async () => {
  const { train, test } = await someDigits();
  const files = { images: join(folder, 'images'), labels: join(folder, 'labels') };
  writeFileSync(files.images, train.images.data);
  writeFileSync(files.labels, train.labels);
  const [model, examples] = [nnlab.logisticNetwork(), nnlab.toTensors(train)];

  const ours = await nnlab.trainLogistic(model, examples);
  const asFine = await scikit.ask({ ...files, tolerance: 1e-5 });
  expect(ours.converged).toBe(true);
  expect(Math.abs(ours.loss - asFine.loss)).toBeLessThan(1e-4);
  expect(Math.abs(ours.penalizedLoss - asFine.penalizedLoss)).toBeLessThan(1e-4);
  // With its default tolerance scikit-learn stops earlier, a little above the lowest place.
  const byDefault = await scikit.ask({ ...files, tolerance: 1e-4 });
  expect(ours.penalizedLoss).toBeLessThan(byDefault.penalizedLoss + 1e-4);

  const predictions = nnlab.predictImages(model, test);
  const judged = await scikit.ask({
    truth: predictions.map((row) => row.truth),
    guess: predictions.map((row) => row.guess),
  });
  expect(nnlab.confusionMatrix(predictions)).toEqual(judged.confusion);
  expect(nnlab.accuracyOf(predictions)).toBeCloseTo(judged.report.accuracy, 12);
  for (const score of nnlab.classScores(predictions)) {
    const theirs = judged.report[String(score.of).replace('average', 'avg')];
    expect(score.precision).toBeCloseTo(theirs?.precision ?? NaN, 12);
    expect(score.recall).toBeCloseTo(theirs?.recall ?? NaN, 12);
    expect(score.f1).toBeCloseTo(theirs?.['f1-score'] ?? NaN, 12);
    expect(score.images).toBe(theirs?.support);
  }
  nnlab.disposeExamples(examples);
  model.dispose();
}, 300_000);
