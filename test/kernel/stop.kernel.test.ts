import { expect, it } from 'vitest';
import { errorOf, outputOf, realKernel } from './real-kernel';

// A learner's cells in a real tslab kernel, Stop pressed as JupyterLab does it.

const { ask, run } = realKernel();

it('builds a model and loads all of Fashion-MNIST', async () => {
  const built = await run(`
    import * as nnlab from 'nnlab';
    const model = nnlab.dense128();
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    const examples = nnlab.toTensors((await nnlab.loadFashion()).train);`);
  expect(built.status).toBe('ok');
}, 120_000);

// Seconds are counted while other tests run on the same cores: three tries to keep within them.
const timed = { retry: 2, timeout: 120_000 };

it(
  'shows a first sign within a second, and Stop ends the cell within a second',
  timed,
  async () => {
    const training = `console.log('calls train');
    await nnlab.train(model, examples, { epochs: 50, validation: 0.1 });
    console.log('the rest of the cell');`;
    const { cells, second, ended } = await ask({
      codes: [training],
      interruptAfter: ' 2/50   ',
    });
    expect(second).toBeLessThan(1);
    expect(ended).toBeLessThan(1);
    const [stopped] = cells;
    expect(stopped?.status).toBe('error');
    expect(errorOf(stopped!).name).toBe('Stopped');
    expect(errorOf(stopped!).traceback).toMatch(
      /^Stopped: Training stopped after (\d+ of 1688 steps of epoch \d+|epoch \d+ of 50); the model/,
    );
    expect(outputOf(stopped!)).not.toMatch(/the rest of the cell|\n\s+at /);
  },
);

it('has the history in the next cell and goes on from there', async () => {
  const cell = await run(`
    const done = nnlab.historyOf(model).filter((row) => row.split === 'train').length;
    const weights = model.getWeights()[0].dataSync().slice();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const still = model.getWeights()[0].dataSync().every((value, i) => value === weights[i]);
    console.log('epochs done', done, 'nothing trains on', still);
    const rows = await nnlab.train(model, examples, { initialEpoch: done, epochs: done + 1 });
    console.log('epochs now', nnlab.historyOf(model).at(-1).epoch);`);
  const output = outputOf(cell);
  expect(cell.status).toBe('ok');
  const done = Number(/epochs done (\d+)/.exec(output)?.[1]);
  expect(done).toBeGreaterThanOrEqual(1);
  expect(output).toContain('nothing trains on true');
  expect(output).toContain(`epochs now ${done + 1}`);
}, 120_000);

it('refuses a second training while a forgotten one runs', async () => {
  const cell = await run(`
    const forgotten = nnlab.train(model, examples, { silent: true });
    try { await nnlab.train(model, examples); } catch (error) { console.log(String(error)); }
    await forgotten;`);
  expect(outputOf(cell)).toContain('This model is still training');
}, 120_000);

const LOOPS = {
  'of awaits that give the event loop no turn': 'await Promise.resolve();',
  'that waits': 'await new Promise((resolve) => setTimeout(resolve, 20));',
  'that judges': 'nnlab.evaluate(model, examples); await null;',
  'that predicts': 'nnlab.predictImages(model, examples); await null;',
  'that reads data': 'await nnlab.loadFashion();',
  'in a function': 'await inner();',
  'without any await': 'nnlab.evaluate(model, examples);',
};

it.each(Object.entries(LOOPS))('ends a loop %s within a second', timed, async (_, body) => {
  await run('async function inner() { for (;;) await Promise.resolve(); }\nlet rounds = 0;');
  const loop = `console.log('begins');\nfor (;;) { ${body}\nrounds += 1; }`;
  const { cells, ended } = await ask({
    codes: [loop, "console.log('sent before')"],
    interruptAfter: 'begins',
    afterStop: ["console.log('sent after')"],
  });
  expect(ended).toBeLessThan(1);
  expect(errorOf(cells[0]!).name).toBe('Stopped');
  expect(errorOf(cells[0]!).traceback).toMatch(/^Stopped: the cell was ended by Stop.*$/);
  const [, before, after] = cells;
  expect(before?.status).toBe('aborted');
  // Which of two came first cannot be known when both come while the processor is busy.
  expect(outputOf(after!)).toMatch(/^(sent after|This cell did not run: Stop ended .+\.)\n$/);
  const still = await run(`const then = rounds;
    await new Promise((resolve) => setTimeout(resolve, 300));
    console.log('goes on behind:', rounds !== then);`);
  expect(outputOf(still)).toContain('goes on behind: false');
});

it('ends logistic regression within a second', timed, async () => {
  const { cells, ended } = await ask({
    codes: [
      `const logistic = nnlab.logisticNetwork();
    logistic.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    await nnlab.trainLogistic(logistic, examples);`,
    ],
    interruptAfter: 'logistic regression: preparing',
  });
  expect(ended).toBeLessThan(1);
  expect(errorOf(cells[0]!).traceback).toMatch(
    /^Stopped: Training stopped (after iteration \d+|before its first iteration);/,
  );
});

it('ends cross-validation within a second', timed, async () => {
  const { cells, ended } = await ask({
    codes: [
      `await nnlab.crossValidate(examples, async (part) => {
      const fold = nnlab.dense128();
      fold.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
      await nnlab.train(fold, part, { epochs: 5 });
      return fold;
    });`,
    ],
    interruptAfter: 'epoch',
  });
  expect(ended).toBeLessThan(1);
  expect(errorOf(cells[0]!).name).toBe('Stopped');
});
