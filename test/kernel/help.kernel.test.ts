import { expect, test } from 'vitest';
import { realKernel } from './real-kernel';

// Tab and Shift-Tab in a learner's kernel.

const { run, inspect, complete } = realKernel();
const QUICK = { retry: 2 };
const textOf = ({ data }: { data?: Readonly<Record<string, string>> }) =>
  data?.['text/plain'] ?? '';

test('a cell with the names of a lesson runs', async () => {
  const code = "import { dense128, train } from 'nnlab';\nconst model = dense128();";
  expect((await run(code)).status).toBe('ok');
}, 120_000);

test('Shift-Tab on a name shows its type and what is written about it', QUICK, async () => {
  const help = await inspect('train');
  expect(textOf(help)).toMatch(/function train\(model: tf\.LayersModel, .+Promise<HistoryRow\[\]>/);
  expect(textOf(help)).toContain('Trains a compiled model and returns its history');
  expect(help.seconds).toBeLessThan(0.2);
});

test('inside the brackets of a call it marks the argument at hand', QUICK, async () => {
  const first = await inspect('await train(');
  expect(textOf(first)).toMatch(/^train\(\n {2}▸ model: LayersModel,\n {2}examples: /);
  expect(textOf(first)).toContain('Trains a compiled model and returns its history');
  const second = await inspect('await train(model, ');
  expect(textOf(second)).toMatch(/^train\(\n {2}model: LayersModel,\n {2}▸ examples: /);
  expect(second.seconds).toBeLessThan(0.2);
});

test('Tab completes names and what stands behind a dot', QUICK, async () => {
  expect((await complete('const copy = mod')).matches).toContain('model');
  const { matches, seconds } = await complete('model.pre');
  expect(matches).toEqual(expect.arrayContaining(['predict', 'predictOnBatch']));
  expect(seconds).toBeLessThan(0.2);
});
