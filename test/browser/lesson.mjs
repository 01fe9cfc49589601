// What a lesson does, in a few lines that run in a browser's worker and on Node alike.

/**
 * @typedef {typeof import('../../src/index')} Library
 * @typedef {typeof import('@tensorflow/tfjs-node')} Tensorflow
 */

/**
 * @param {Library} nnlab
 * @param {Tensorflow} tf
 * @param {{ epochs: number, dropout?: boolean }} options
 */
export async function lesson(nnlab, tf, { epochs, dropout = false }) {
  nnlab.openLesson({ seed: 42 });
  const fashion = await nnlab.loadFashion();
  const files = nnlab.csvPair(fashion);
  const facts = nnlab.inspectFrame(nnlab.readCsvFrame(files.train));
  const rows = nnlab.imagesOfFrame(nnlab.readCsvFrame(files.train));
  const split = nnlab.takeLastPart(rows, 0.1);
  const [learning, held] = [nnlab.toTensors(split.train), nnlab.toTensors(split.validation)];
  const model = dropout ? nnlab.dropout128() : nnlab.flatten128();
  model.compile({
    optimizer: tf.train.adam(),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const { performance } = globalThis;
  const begin = performance.now();
  const history = await nnlab.train(model, learning, { epochs, validation: held });
  const secondsAnEpoch = (performance.now() - begin) / 1000 / epochs;
  const measured = nnlab.evaluate(model, nnlab.toTensors(fashion.test));
  nnlab.show(nnlab.learningCurves(history));
  const predicted = nnlab.predictImages(model, fashion.test);
  const file = await nnlab.saveModel(model, 'lesson.keras', { classNames: fashion.classNames });
  const loaded = await nnlab.loadModel('lesson.keras');
  const again = nnlab.predictImages(loaded, fashion.test);
  const { train: digits } = await nnlab.loadDigits();
  return {
    facts: { ...facts, columnNames: facts.columnNames.length },
    history,
    secondsAnEpoch,
    measured,
    first: predicted.slice(0, 5).map(({ probabilities }) => [...probabilities]),
    same: predicted.every((row, i) => {
      const other = again[i];
      return row.probabilities.every((value, k) => value === other?.probabilities[k]);
    }),
    classNames: nnlab.notesOf(loaded).classNames,
    file,
    digits: digits.labels.length,
    tensors: tf.memory().numTensors,
  };
}
