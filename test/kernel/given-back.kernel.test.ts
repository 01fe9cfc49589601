import { beforeAll, expect, test } from 'vitest';
import { outputOf, realKernel } from './real-kernel';

// What a name held gives its memory back when the name is declared anew, and nothing else does.

const { run } = realKernel();

/** How many tensors there are after these lines. */
const tensorsAfter = async (code: string) => {
  expect((await run(code)).status).toBe('ok');
  return Number(outputOf(await run('tf.memory().numTensors')));
};

beforeAll(async () => {
  await run("import * as tf from '@tensorflow/tfjs-node';");
}, 60_000);

const MODEL = `const model = tf.sequential({ layers: [
  tf.layers.dense({ inputShape: [2], units: 3 }), tf.layers.dense({ units: 1 })] });
model.compile({ optimizer: tf.train.momentum(0.1, 0.9), loss: 'meanSquaredError' });
await model.fit(x, y, { epochs: 1, verbose: 0 });`;

test('a cell that builds and trains a model may run again and again', async () => {
  await run('const x = tf.ones([4, 2]);\nconst y = tf.ones([4, 1]);');
  const once = await tensorsAfter(MODEL);
  for (let again = 0; again < 3; again += 1) expect(await tensorsAfter(MODEL)).toBe(once);
});

test('tensors in arrays, objects and maps are given back, those of another name stay', async () => {
  const rows = `const rows = { images: tf.ones([2]), parts: [tf.ones([1]), tf.ones([1])] };
const byName = new Map([['a', tf.ones([1])]]);`;
  const once = await tensorsAfter(`${rows}\nconst same = rows.images;`);
  expect(await tensorsAfter(rows)).toBe(once + 1);
  expect(outputOf(await run('same.dataSync().length'))).toBe('2');
});

test('a name of weights may be declared anew: they belong to the model', async () => {
  await run('const kernel = model.getWeights()[0]!;');
  await run('const kernel = 5;');
  expect((await run('model.predict(x) as tf.Tensor')).status).toBe('ok');
});

test('a model of which a layer is in use stays whole', async () => {
  await run('const first = model.layers[0]!;');
  await run('const model = 5;');
  expect(outputOf(await run('first.getWeights()[0]!.dataSync().length'))).toBe('6');
});

test('what was disposed of by hand is no trouble', async () => {
  await run(
    'const gone = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });',
  );
  await run('const goneTensor = tf.ones([1]);');
  await run('gone.dispose(); goneTensor.dispose(); 0');
  expect((await run('const gone = 1;\nconst goneTensor = 1;')).status).toBe('ok');
});

test('an optimizer is given back when a model is compiled with another one', async () => {
  await run(MODEL);
  const recompiled = "model.compile({ optimizer: tf.train.adam(), loss: 'meanSquaredError' });\n0";
  const once = await tensorsAfter(recompiled);
  expect(await tensorsAfter(recompiled)).toBe(once);
});

test('objects that answer for themselves, or fail, are left alone', async () => {
  await run("const strange = new Proxy({}, { getPrototypeOf() { throw new Error('no'); } });");
  await run("const failing = { get tensor(): number { throw new Error('no'); } };");
  expect((await run('1 + 1')).status).toBe('ok');
});
