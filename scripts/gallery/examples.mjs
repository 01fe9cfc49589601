// An example of every chart, by name: the gallery draws them, the tests check them.
import { adam, sgd } from './histories.mjs';
import { judge, meansOf, weightsOf } from './judged.mjs';

/** @typedef {import('../../src/charts/chart').Chart} Chart */
/** @typedef {typeof import('../../src/index')} Library */
/** @typedef {Pick<import('../../src/data/dataset').Dataset, 'train' | 'test' | 'classNames'>} Data */

/**
 * @param {Library} nnlab
 * @param {Data} data
 * @returns {Record<string, Chart>}
 */
export function examples(nnlab, data) {
  const means = meansOf(data.train);
  const judged = judge(means, data.test);
  return {
    ...pictures(nnlab, data, judged),
    ...weights(nnlab, data, means),
    ...curves(nnlab),
    ...bars(nnlab, data, judged),
    ...theory(nnlab, data),
  };
}

/**
 * @param {Library} nnlab
 * @param {Data} data
 * @param {import('../../src/results/prediction').Prediction[]} judged
 */
function pictures(nnlab, { train, test, classNames }, judged) {
  const title = 'First 20 Test Images — Predicted (P) vs True (T)';
  return {
    picture: nnlab.picture(train.images, 0, { title: 'Label = Ankle boot' }),
    'picture-with-colour-bar': nnlab.picture(train.images, 1, {
      title: 'Expected: T-shirt/top',
      below: 'Guess: T-shirt/top',
      ink: 'gray',
      colourBar: true,
    }),
    'number-grid': nnlab.numberGrid(train.images, 0),
    'image-grid': nnlab.imageGrid(train, { classNames, title: 'Fashion-MNIST training samples' }),
    'image-grid-of-twenty': nnlab.imageGrid(train, { classNames, count: 20, ink: 'gray' }),
    'pair-grid': nnlab.pairGrid(train.images, shifted(train.images), { count: 6 }),
    'prediction-row': nnlab.predictionGrid(test.images, judged.slice(0, 5), {
      classNames,
      words: ['Pred: ', 'True: '],
      colours: 'none',
    }),
    'prediction-grid': nnlab.predictionGrid(test.images, judged.slice(0, 20), { classNames }),
    'prediction-grid-p-t': nnlab.predictionGrid(test.images, judged.slice(0, 20), {
      classNames,
      title,
      words: ['P: ', 'T: '],
    }),
    'prediction-grid-blue-red': nnlab.predictionGrid(test.images, judged.slice(0, 25), {
      classNames,
      words: ['Pred: ', 'True: '],
      colours: 'blue/red',
      below: true,
    }),
    'brightness-slider': nnlab.brightnessSlider(train.images, 0),
  };
}

/**
 * Two pixels further down and to the right.
 * @param {import('../../src/data/dataset').Images} images
 */
function shifted({ shape, data }) {
  return { shape, data: data.map((_, place) => data[place - 58] ?? 0) };
}

/**
 * @param {Library} nnlab
 * @param {Data} data
 * @param {Float64Array[]} means
 */
function weights(nnlab, { train, classNames }, means) {
  const { before, after } = weightsOf(train, 128);
  const mean = (/** @type {number} */ pixel) =>
    means.reduce((sum, values) => sum + (values[pixel] ?? 0) / 10, 0);
  const ten = Float32Array.from({ length: 7840 }, (_, place) => {
    const pixel = Math.floor(place / 10);
    return (means[place % 10]?.[pixel] ?? 0) - mean(pixel);
  });
  return {
    'weight-grid': nnlab.weightGrid(after, 128),
    'weight-grid-of-ten': nnlab.weightGrid(ten, 10, { names: classNames }),
    'weight-bars': nnlab.weightBars(before, after),
  };
}

/** @param {Library} nnlab */
function curves(nnlab) {
  const names = { train: 'Training Accuracy', validation: 'Validation Accuracy' };
  const runs = [
    { name: 'Adam, 784-128-10', history: adam },
    { name: 'SGD, 784-100-75-10', history: sgd },
  ];
  const starts = [-0.003, 0, 0.004].map((luck) =>
    adam.map((row) => ({ ...row, accuracy: row.accuracy + luck })),
  );
  return {
    'loss-curves': nnlab.lossCurves(adam),
    'accuracy-curves': nnlab.accuracyCurves(adam, { title: 'Model Accuracy', names }),
    'learning-curves': nnlab.learningCurves(adam, { best: true }),
    'learning-curves-joined': nnlab.learningCurves(adam, { restart: 10 }),
    'run-curves': nnlab.runCurves(runs),
    'run-panels': nnlab.runPanels(runs, starts),
    'fitting-of-runs': nnlab.fittingCurves(runs),
  };
}

/**
 * @param {Library} nnlab
 * @param {Data} data
 * @param {import('../../src/results/prediction').Prediction[]} judged
 */
function bars(nnlab, { train, test, classNames }, judged) {
  const matrix = nnlab.confusionMatrix(judged);
  const wrong = judged.find(({ truth, guess }) => truth !== guess) ?? judged[0];
  if (!wrong) throw new Error('There is no test image.');
  return {
    'label-bars': nnlab.labelBars(train.labels.subarray(0, 500), classNames),
    'probability-bars': nnlab.probabilityBars(test.images, wrong, classNames),
    'confusion-counts': nnlab.confusionGrid(matrix, classNames),
    'confusion-shares': nnlab.confusionGrid(matrix, classNames, { as: 'shares' }),
    'threshold-slider': nnlab.thresholdSlider(judged, 8, classNames[8]),
    'score-bars': nnlab.scoreBars(nnlab.classScores(judged), classNames),
  };
}

/**
 * @param {Library} nnlab
 * @param {Data} data
 */
function theory(nnlab, { classNames }) {
  const layers = [
    {
      weights: [
        [0.4, -0.2, 0.1],
        [-0.6, 0.3, 0.5],
      ],
      biases: [0.1, -0.2],
      activation: relu,
    },
    { weights: [[1.2, -0.7]], biases: [0.05], activation: sigmoid },
  ];
  return {
    network: nnlab.networkDrawing([784, 128, 10], {
      captions: ['28 × 28 pixels', 'ReLU', 'softmax'],
      outputs: classNames,
    }),
    'network-small': nnlab.networkDrawing([3, 4, 4, 2]),
    'network-types': nnlab.networkTypesDrawing(),
    'forward-pass': nnlab.forwardPassDrawing([0.5, -1, 2], layers),
    workflow: nnlab.workflowDrawing(),
    pipeline: nnlab.pipelineDrawing(undefined, { highlight: [5] }),
    'data-flow': nnlab.dataFlowDrawing(),
    batches: nnlab.batchesDrawing(),
    'colour-grid': nnlab.colourGrid(),
    activations: nnlab.activationCurves(),
    softmax: nnlab.softmaxBars([2, 1, 0.1, -1], ['Coat', 'Shirt', 'Pullover', 'Bag']),
    fitting: nnlab.fittingCurves(),
    'fitted-lines': nnlab.fittedLines(
      [-1, 0, 1, 2, 3, 4],
      [-3, -1, 1, 3, 5, 7],
      [
        { name: 'before', weight: 0, bias: 0 },
        { name: 'after', weight: 1.9, bias: -0.7 },
      ],
    ),
    descent: nnlab.descentCurves(),
    'descent-slider': nnlab.descentSlider(),
    'units-slider': nnlab.unitsSlider(),
    optimizers: nnlab.optimizerCurves(),
    'gradient-curves': nnlab.gradientCurves(gradients()),
  };
}

const relu = /** @type {const} */ ('relu');
const sigmoid = /** @type {const} */ ('sigmoid');

/** What a gradient does that each layer multiplies by a quarter, or by three. */
function gradients() {
  const layers = [...Array(10).keys()].map((place) => place + 1);
  return layers.flatMap((layer) => [
    { network: 'each layer × 0.25', layer, size: 0.25 ** (10 - layer) },
    { network: 'each layer × 3', layer, size: 3 ** (10 - layer) },
  ]);
}
