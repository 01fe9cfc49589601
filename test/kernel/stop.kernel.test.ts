import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';

// A learner's cells in a real tslab kernel, Stop pressed as JupyterLab does it.

interface Answer {
  readonly status: string;
  readonly output: string;
  /** Seconds from the first output to the second. */
  readonly second: number | null;
  /** Seconds from Stop to the end of the cell. */
  readonly ended: number | null;
}

const project = resolve(__dirname, '../..');
const python = spawn(join(project, '.venv/bin/python'), [join(__dirname, 'kernel.py'), project]);
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
afterAll(() => python.stdin.end());

async function run(code: string, interruptAfter: string | null = null): Promise<Answer> {
  python.stdin.write(`${JSON.stringify({ code, interruptAfter })}\n`);
  return JSON.parse(String((await answers.next()).value)) as Answer;
}

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
    const stopped = await run(
      `console.log('calls train');
    await nnlab.train(model, examples, { epochs: 50, validation: 0.1 });
    console.log('the rest of the cell');`,
      'epoch  2/50  step',
    );
    expect(stopped.second).toBeLessThan(1);
    expect(stopped.ended).toBeLessThan(1);
    expect(stopped.status).toBe('error');
    expect(stopped.output).toMatch(
      /Training stopped after (\d+ of 1688 steps of epoch \d+|epoch \d+ of 50); the model/,
    );
    expect(stopped.output).not.toMatch(/the rest of the cell|\n\s+at /);
  },
);

it('has the history in the next cell and goes on from there', async () => {
  const { status, output } = await run(`
    const done = nnlab.historyOf(model).filter((row) => row.split === 'train').length;
    const weights = model.getWeights()[0].dataSync().slice();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const still = model.getWeights()[0].dataSync().every((value, i) => value === weights[i]);
    console.log('epochs done', done, 'nothing trains on', still);
    const rows = await nnlab.train(model, examples, { initialEpoch: done, epochs: done + 1 });
    console.log('epochs now', nnlab.historyOf(model).at(-1).epoch);`);
  expect(status).toBe('ok');
  const done = Number(/epochs done (\d+)/.exec(output)?.[1]);
  expect(done).toBeGreaterThanOrEqual(1);
  expect(output).toContain('nothing trains on true');
  expect(output).toContain(`epochs now ${done + 1}`);
}, 120_000);

it('refuses a second training while a forgotten one runs', async () => {
  const { output } = await run(`
    const forgotten = nnlab.train(model, examples, { silent: true });
    try { await nnlab.train(model, examples); } catch (error) { console.log(String(error)); }
    await forgotten;`);
  expect(output).toContain('This model is still training');
}, 120_000);
