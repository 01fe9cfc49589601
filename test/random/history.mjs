// A small training with everything that is random in it, for test/data/seed.test.ts: prints
// its history, its weights and some picks.  node history.mjs <seed> train|fit
import { createHash } from 'node:crypto';
import console from 'node:console';
import { createRequire } from 'node:module';
import process from 'node:process';

const load = createRequire(import.meta.url);
const tf = load('@tensorflow/tfjs-node');
const nnlab = load('nnlab');

const [seed = '42', way = 'train'] = process.argv.slice(2);
console.log = () => undefined;
process.env.NNLAB_DATA = 'sample';

nnlab.setSeed(Number(seed));
const fashion = await nnlab.loadFashion();
const { train, validation } = nnlab.shuffleSplit(nnlab.sliceRows(fashion.train, 0, 600), 0.1);
const examples = nnlab.toTensors(train);
const held = nnlab.toTensors(validation);
const model = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28] }),
    tf.layers.dense({ units: 16, activation: 'relu' }),
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });

const history =
  way === 'train'
    ? await nnlab.train(model, examples, { epochs: 3, validation: held })
    : (
        await model.fit(examples.images, examples.labels, {
          epochs: 3,
          verbose: 0,
          validationData: [held.images, held.labels],
        })
      ).history;

const weights = createHash('sha256');
for (const weight of model.getWeights()) weights.update(new Uint8Array(weight.dataSync().buffer));
const result = { history, weights: weights.digest('hex'), picks: nnlab.randomPicks(5, 10_000) };
process.stdout.write(JSON.stringify(result));
