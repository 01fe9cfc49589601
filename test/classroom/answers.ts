/** An answer to a gap of the assignment, as a learner might write it. */
export interface Answer {
  readonly gap: string;
  readonly what: string;
  readonly code: string;
  /** What the check says of it; a right answer has nothing said of it. */
  readonly said?: RegExp;
  /** The check that finds it, where that is another one than the gap's own. */
  readonly checks?: string;
  /** It shows the test images to other networks, which the kernel remembers. */
  readonly last?: boolean;
}

const network = (name: string, ...layers: string[]) => `function ${name}(): tf.Sequential {
  return tf.sequential({ layers: [
    tf.layers.flatten({ inputShape: [28, 28] }),
${layers.map((layer) => `    tf.layers.${layer},`).join('\n')}
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ] });
}
`;
const deeper = (...layers: string[]) =>
  `${network('deeper', ...layers)}const deeperLook = deeper();`;
const leaky = (...layers: string[]) => `${network('leaky', ...layers)}const leakyLook = leaky();`;
const prepared = (lines: string) => `
function prepared(build: () => tf.Sequential, optimizer: tf.Optimizer) {
${lines}
  return network;
}
const baseModel = prepared(base, tf.train.adam());
const deeperModel = prepared(deeper, tf.train.adam());
const leakyModel = prepared(leaky, tf.train.adam());
const rmspropModel = prepared(leaky, rmsprop());`;
const compiled = (options: string, before = '  setSeed(42);\n') =>
  prepared(`${before}  const network = build();\n  network.compile({ ${options} });`);
const LOSS = "loss: 'sparseCategoricalCrossentropy'";
const METRICS = "metrics: ['accuracy']";

const augmented = (build: string, training: string) =>
  `const augmentedModel = prepared(${build});\n${training}`;
const trained = 'await trainAugmented(augmentedModel, learning, plan);';

const chosen = (how: string) =>
  `const chosen: (typeof results)[number] = ${how};\nconsole.log('chosen:', chosen.name);`;
const tested = (how: string) => `const tested: Measured = ${how};`;
const grid = (predictions: string) => `
const answers = predictImages(chosen.network, digits.test);
const wrong = wrongOnes(answers);
const right = answers.filter(({ truth, guess }) => truth === guess);
const grid = predictionGrid(digits.test.images, ${predictions}, { columns: 5 });`;
const TEST = 'toTensors(digits.test)';

/** Wrong answers, most of which once went through unseen. */
export const wrongAnswers: readonly Answer[] = [
  {
    gap: 'rows',
    what: 'pixels are not divided by 255',
    said: /largest value/,
    code: "const [trainData, validationData] = [learning, validation].map((rows) => toTensors(rows, 10, 'none'));",
  },
  {
    gap: 'rows',
    what: 'the two parts are swapped',
    said: /labels of both parts/,
    code: 'const [trainData, validationData] = [toTensors(validation), toTensors(learning)];',
  },
  {
    gap: 'rows',
    what: 'images are flattened',
    said: /shape, largest value/,
    code: `const [trainData, validationData] = [learning, validation].map((rows) => {
  const { images, labels } = toTensors(rows);
  return { images: images.reshape([-1, 784]), labels };
});`,
  },
  {
    gap: 'rows',
    what: 'validation rows are augmented',
    said: /are not the images divided by 255/,
    code: `const trainData = toTensors(learning);
const validationData = toTensors({ images: augment(validation.images), labels: validation.labels });`,
  },
  {
    gap: 'deeper',
    what: 'there is no activation',
    said: /dense 128 relu/,
    code: deeper('dense({ units: 128 })', 'dense({ units: 64 })'),
  },
  {
    gap: 'deeper',
    what: 'the new layer stands first',
    said: /dense 64 relu/,
    code: deeper(
      "dense({ units: 64, activation: 'relu' })",
      "dense({ units: 128, activation: 'relu' })",
    ),
  },
  {
    gap: 'deeper',
    what: 'the activation is sigmoid',
    said: /sigmoid/,
    code: deeper(
      "dense({ units: 128, activation: 'sigmoid' })",
      "dense({ units: 64, activation: 'sigmoid' })",
    ),
  },
  {
    gap: 'leaky',
    what: 'the slope is 0.3',
    said: /leakyReLU 0.3/,
    code: leaky(
      'dense({ units: 128 })',
      'leakyReLU({ alpha: 0.3 })',
      'dense({ units: 64 })',
      'leakyReLU({ alpha: 0.3 })',
    ),
  },
  {
    gap: 'leaky',
    what: 'ReLU stays before LeakyReLU',
    said: /dense 128 relu/,
    code: leaky(
      "dense({ units: 128, activation: 'relu' })",
      'leakyReLU({ alpha: 0.1 })',
      "dense({ units: 64, activation: 'relu' })",
      'leakyReLU({ alpha: 0.1 })',
    ),
  },
  {
    gap: 'rmsprop',
    what: 'the learning rate is 0.1',
    said: /RMSProp 0.1/,
    code: 'function rmsprop(): tf.Optimizer { return tf.train.rmsprop(0.1); }',
  },
  {
    gap: 'rmsprop',
    what: 'it is Adam',
    said: /Adam 0.001/,
    code: 'function rmsprop(): tf.Optimizer { return tf.train.adam(0.001); }',
  },
  {
    gap: 'rmsprop',
    what: 'all networks share one optimizer',
    said: /the same optimizer twice/,
    code: 'const shared = tf.train.rmsprop(0.001);\nfunction rmsprop(): tf.Optimizer { return shared; }',
  },
  {
    gap: 'run',
    what: 'the given optimizer is ignored',
    said: /optimizers/,
    code: compiled(`optimizer: 'adam', ${LOSS}, ${METRICS}`),
  },
  {
    gap: 'run',
    what: 'the accuracy is not measured',
    said: /accuracy/,
    code: compiled(`optimizer, ${LOSS}`),
  },
  {
    gap: 'run',
    what: 'the loss is another one',
    said: /losses/,
    code: compiled(`optimizer, loss: 'meanSquaredError', ${METRICS}`),
  },
  {
    gap: 'run',
    what: 'the seed is left out',
    said: /the first weights, from the same seed/,
    code: compiled(`optimizer, ${LOSS}, ${METRICS}`, ''),
  },
  {
    gap: 'train',
    what: 'a batch has 512 images',
    said: /"batchSize":512/,
    code: 'await train(baseModel, trainData, { ...plan, batchSize: 512 });',
  },
  {
    gap: 'train',
    what: 'there is one epoch',
    said: /"epochs":1/,
    code: 'await train(baseModel, trainData, { ...plan, epochs: 1 });',
  },
  {
    gap: 'train',
    what: 'nothing is measured on validation rows',
    said: /"validation":0/,
    code: 'await train(baseModel, trainData, { epochs: epochCount });',
  },
  {
    gap: 'train',
    what: 'it learns from the validation rows',
    said: /"images":900/,
    code: 'await train(baseModel, validationData, plan);',
  },
  {
    gap: 'augmented',
    what: 'one network has two names',
    said: /the same network as "RMSprop"/,
    code: 'const augmentedModel = rmspropModel;\nawait trainAugmented(augmentedModel, learning, plan);',
  },
  {
    gap: 'augmented',
    what: 'one fixed set of images serves all epochs',
    said: /"augmented":false/,
    code: augmented(
      'leaky, rmsprop()',
      `const fixed = toTensors({ images: augment(learning.images), labels: learning.labels });
await train(augmentedModel, fixed, plan);`,
    ),
  },
  {
    gap: 'augmented',
    what: 'the network is another one',
    said: /layers/,
    code: augmented('deeper, rmsprop()', trained),
  },
  {
    gap: 'augmented',
    what: 'the optimizer is another one',
    said: /Adam 0.001/,
    code: augmented('leaky, tf.train.adam()', trained),
  },
  {
    gap: 'augmented',
    what: 'it is not trained',
    said: /undefined/,
    code: augmented('leaky, rmsprop()', ''),
  },
  {
    gap: 'augmented',
    what: 'nothing is changed in the images',
    said: /something is changed/,
    code: augmented(
      'leaky, rmsprop()',
      `const still = { rotation: 0, zoom: 0, widthShift: 0, heightShift: 0 };
await trainAugmented(augmentedModel, learning, { ...plan, augment: still });`,
    ),
  },
  {
    gap: 'own',
    what: 'it is one of the others',
    said: /different networks/,
    code: 'const ownModel = deeperModel;',
  },
  {
    gap: 'own',
    what: 'it is not trained',
    said: /validation rows measured/,
    code: 'const ownModel = prepared(base, tf.train.adam());',
  },
  {
    gap: 'table',
    what: 'there is one row',
    said: /runs missing in the table/,
    code: "const table: Table = { columns: ['run'], rows: [[results[0]!.name, results[0]!.loss]] };",
  },
  {
    gap: 'table',
    what: 'the crooked rows are left out',
    said: /figure missing/,
    code: `const table: Table = { columns: ['run', 'loss', 'accuracy'],
  rows: results.map(({ name, loss, accuracy }) => [name, loss, accuracy]) };`,
  },
  {
    gap: 'chart',
    what: 'one run is drawn',
    said: /runs missing in the chart/,
    code: 'const chart: Chart = runCurves(results.slice(0, 1));',
  },
  {
    gap: 'chart',
    what: 'the training accuracy is drawn',
    said: /does not show the validation accuracy/,
    code: "const chart: Chart = runCurves(results, { split: 'train' });",
  },
  {
    gap: 'choice',
    what: 'the worst run is chosen',
    said: /validation accuracy of the chosen run/,
    code: chosen('results.reduce((worst, one) => (one.accuracy < worst.accuracy ? one : worst))'),
  },
  {
    gap: 'test',
    what: 'the figure comes from validation rows',
    said: /test (loss|accuracy)/,
    code: tested('evaluate(chosen.network, validationData)'),
  },
  {
    gap: 'test',
    what: 'the figure is made up',
    said: /test loss/,
    code: tested('{ loss: 0.01, accuracy: 0.999 }'),
  },
  {
    gap: 'test',
    what: 'all networks meet the test images',
    last: true,
    said: /other networks that saw/,
    checks: 'once',
    code: tested(`results.map(({ network }) => evaluate(network, ${TEST}))
  .reduce((best, one) => (one.accuracy > best.accuracy ? one : best))`),
  },
  {
    gap: 'grid',
    what: 'only right ones are shown',
    said: /wrong ones among them/,
    code: grid('right.slice(0, 15)'),
  },
  {
    gap: 'grid',
    what: 'there are five pictures',
    said: /pictures/,
    code: grid('wrong.slice(0, 5)'),
  },
  {
    gap: 'grid',
    what: 'another network guesses',
    last: true,
    said: /guess and truth of image/,
    code: grid('predictImages(prepared(base, tf.train.adam()), digits.test).slice(0, 15)'),
  },
];

/** Right answers that are written otherwise than the solution. */
export const unusualAnswers: readonly Answer[] = [
  {
    gap: 'rows',
    what: 'tensors made by hand',
    code: `const [trainData, validationData]: [Examples, Examples] = [learning, validation].map(
  ({ images, labels }) => ({
    images: tf.tensor3d(Float32Array.from(images.data), [...images.shape]).div(255),
    labels: tf.tensor1d(Float32Array.from(labels)),
  })) as [Examples, Examples];`,
  },
  {
    gap: 'deeper',
    what: 'layers added one by one, activations on their own',
    code: `function deeper(): tf.Sequential {
  const network = tf.sequential();
  network.add(tf.layers.flatten({ inputShape: [28, 28] }));
  for (const units of [128, 64]) {
    network.add(tf.layers.dense({ units }));
    network.add(tf.layers.reLU());
  }
  network.add(tf.layers.dense({ units: 10 }));
  network.add(tf.layers.softmax());
  return network;
}
const deeperLook = deeper();`,
  },
  {
    gap: 'leaky',
    what: 'a reshape in place of Flatten',
    code: leaky(
      'dense({ units: 128 })',
      'leakyReLU({ alpha: 0.1 })',
      'dense({ units: 64 })',
      'leakyReLU({ alpha: 0.1 })',
    ).replace(
      'tf.layers.flatten({ inputShape: [28, 28] })',
      'tf.layers.reshape({ inputShape: [28, 28], targetShape: [784] })',
    ),
  },
  {
    gap: 'rmsprop',
    what: 'an arrow function with every setting',
    code: 'const rmsprop = (): tf.Optimizer => tf.train.rmsprop(1e-3, 0.9, 0, 1e-7);',
  },
  {
    gap: 'run',
    what: 'metrics under their short name',
    code: compiled(`metrics: 'acc', ${LOSS}, optimizer`),
  },
  {
    gap: 'train',
    what: 'a chart that grows, and the batch size said',
    code: `const baseModel = prepared(base, tf.train.adam());
await train(baseModel, trainData, { ...plan, batchSize: 32, liveChart: true });`,
  },
  {
    gap: 'augmented',
    what: 'all four values given',
    code: augmented(
      'leaky, rmsprop()',
      `const changes = { rotation: 10, zoom: 0.1, widthShift: 0.1, heightShift: 0.1 };
await trainAugmented(augmentedModel, learning, { ...plan, augment: changes });`,
    ),
  },
  {
    gap: 'table',
    what: 'percent, and the best run on top',
    code: `const percent = (share: number) => (100 * share).toFixed(1) + ' %';
const table: Table = { columns: ['place', 'run', 'loss', 'accuracy', 'crooked'],
  rows: [...results].sort((a, b) => b.accuracy - a.accuracy).map((run, at) =>
    [at + 1, run.name, run.loss.toFixed(3), percent(run.accuracy), percent(run.crooked)]) };`,
  },
  {
    gap: 'choice',
    what: 'sorted',
    code: chosen('[...results].sort((a, b) => b.accuracy - a.accuracy)[0]!'),
  },
  {
    gap: 'test',
    what: "TensorFlow's own evaluate",
    code: `const testData = toTensors(digits.test);
const [loss, accuracy] = (chosen.network.evaluate(testData.images, testData.labels) as tf.Scalar[])
  .map((value) => value.dataSync()[0]!);
const tested: Measured = { loss: loss!, accuracy: accuracy! };`,
  },
];
