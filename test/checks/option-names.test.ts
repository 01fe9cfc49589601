import { describe, expect, test } from 'vitest';
import * as nnlab from '../../src';
import { numberedImages } from '../data/made';

const examples = numberedImages(4);
const history = [{ epoch: 1, split: 'train', loss: 1, accuracy: 0.5 }] as const;
const prediction = { index: 0, truth: 0, guess: 1, confidence: 0.9, probabilities: [0.1, 0.9] };
const matrix = [
  [1, 0],
  [0, 1],
];

/** As from JavaScript, where no compiler looks at the names. */
type Options = never;

/** Every public function that takes options, called with what is given. */
const FUNCTIONS: Readonly<Record<string, (options: Options) => unknown>> = {
  lossCurves: (options) => nnlab.lossCurves(history, options),
  accuracyCurves: (options) => nnlab.accuracyCurves(history, options),
  learningCurves: (options) => nnlab.learningCurves(history, options),
  runCurves: (options) => nnlab.runCurves([{ name: 'a', history }], options),
  weightGrid: (options) => nnlab.weightGrid([1, 2, 3, 4], 1, options),
  pairGrid: (options) => nnlab.pairGrid(examples.images, examples.images, options),
  predictionGrid: (options) => nnlab.predictionGrid(examples.images, [prediction], options),
  picture: (options) => nnlab.picture(examples.images, 0, options),
  imageGrid: (options) => nnlab.imageGrid(examples, options),
  confusionGrid: (options) => nnlab.confusionGrid(matrix, ['a', 'b'], options),
  batchesDrawing: (options) => nnlab.batchesDrawing(options),
  pipelineDrawing: (options) => nnlab.pipelineDrawing(['a'], options),
  descentCurves: (options) => nnlab.descentCurves(options),
  networkDrawing: (options) => nnlab.networkDrawing([2, 1], options),
  augment: (options) => nnlab.augment(examples.images, options),
  trainAugmented: (options) => nnlab.trainAugmented(nnlab.dense128(), examples, options),
  trainLogistic: (options) =>
    nnlab.trainLogistic(nnlab.logisticNetwork(), nnlab.toTensors(examples), options),
  loadModel: (options) => nnlab.loadModel('model.keras', options),
  crossValidate: (options) =>
    nnlab.crossValidate(nnlab.toTensors(examples), () => Promise.reject(), options),
};

const answerOf = async (name: string, options: unknown): Promise<string> => {
  try {
    await FUNCTIONS[name]?.(options as Options);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe.each(Object.keys(FUNCTIONS))('%s', (name) => {
  test('names what there is instead of an option that does not exist', async () => {
    expect(await answerOf(name, { colourOfTheSky: 1 })).toMatch(
      new RegExp(`^${name} has no option colourOfTheSky\\. There are: \\w+`),
    );
  });

  test('says that options are an object', async () => {
    expect(await answerOf(name, 3)).toContain(
      `the options of ${name} must be an object, such as {`,
    );
  });
});

test.each([
  ['imageGrid', { clasNames: [] }, 'imageGrid has no option clasNames; classNames is probably'],
  ['imageGrid', { Columns: 3 }, 'imageGrid has no option Columns; columns is probably meant'],
  ['picture', { titel: 'a' }, 'picture has no option titel; title is probably meant'],
  ['crossValidate', { fold: 3 }, 'crossValidate has no option fold; folds is probably meant'],
  ['loadModel', { compil: false }, 'loadModel has no option compil; compile is probably meant'],
])('%s names the nearest option', async (name, options, message) => {
  expect(await answerOf(name, options)).toContain(message);
});
