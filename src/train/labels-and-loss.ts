import type * as tf from '@tensorflow/tfjs-node';
import { formatCounted } from '../results/numbers';
import { innerModel } from '../tfjs/internals';

const SPARSE = 'sparseCategoricalCrossentropy';
const ONE_HOT = 'categoricalCrossentropy';

/** tfjs's name of a model's loss, in whatever form `compile` got it; '' for a nameless function. */
export function lossName(model: tf.LayersModel): string {
  // tfjs's own bundle sets $1 behind names that it has twice.
  return (innerModel(model).lossFunctions[0]?.name ?? '').replace(/\$\d+$/, '');
}

/** Stops, with the two ways out, where a model's loss cannot compare its outputs with labels. */
export function checkShapeOfLabels(model: tf.LayersModel, labels: tf.Tensor): void {
  const loss = lossName(model);
  const output = (model.outputs[0]?.shape ?? []).slice(1);
  const wanted = loss === SPARSE ? [...output.slice(0, -1), 1] : output;
  const given = labels.rank === 1 ? [1] : labels.shape.slice(1);
  if ((loss === ONE_HOT || loss === SPARSE) && output.at(-1) === 1) {
    throw new Error(
      `${loss} needs an output for each class, but the model has 1 output. Either give the ` +
        "last layer a unit for each class, or compile with loss: 'binaryCrossentropy'.",
    );
  }
  const fits =
    given.length === wanted.length && wanted.every((size, i) => size === null || size === given[i]);
  if (!fits) throw new Error(misfit(loss, given, output));
}

/** What does not fit, and the two ways out. */
function misfit(loss: string, given: readonly number[], output: readonly (number | null)[]) {
  const [numbers = 0] = given;
  const units = output[0] ?? 0;
  const name = loss || 'the loss';
  if (given.length !== 1 || output.length !== 1) {
    return (
      `The labels have the shape [${given.join(', ')}] for each image, but the model's output is ` +
      `[${output.join(', ')}]. Either give labels of that shape, or end the model with ` +
      'tf.layers.flatten() and tf.layers.dense({ units, activation }).'
    );
  }
  const many = `The labels have ${numbers} numbers for each image`;
  if (loss === SPARSE && numbers === units) {
    return (
      `${many} (one-hot), but ${SPARSE} takes one, the number of its class. ` +
      `Either compile with loss: '${ONE_HOT}', or give the class numbers: labels.argMax(-1).`
    );
  }
  if (loss === SPARSE) {
    return (
      `${many}, but ${SPARSE} takes one, the number of its class. Either give one class number ` +
      `for each image, or the last layer ${numbers} units and the model another loss, such as '${ONE_HOT}'.`
    );
  }
  if (numbers === 1) {
    return (
      `The labels have one number for each image, but ${name} compares ${units} outputs with ` +
      `${units} numbers. Either compile with loss: '${SPARSE}' for class numbers, or make the ` +
      `labels one-hot: tf.oneHot(labels.flatten().toInt(), ${units}).`
    );
  }
  return (
    `${many}, but the model has ${formatCounted(units, 'output')}. Either give the last ` +
    `layer ${numbers} units, or labels with ${formatCounted(units, 'number')} for each image.`
  );
}

/** Stops at the first label that means nothing to the model's loss. */
export function checkValuesOfLabels(model: tf.LayersModel, labels: tf.Tensor): void {
  const loss = lossName(model);
  const values = labels.dataSync();
  const outputs = model.outputs[0]?.shape.at(-1) ?? 0;
  const rowOf = (index: number) => Math.floor(index / (labels.size / (labels.shape[0] ?? 1)));
  if (loss === SPARSE) {
    const index = values.findIndex(
      (label) => !(Number.isInteger(label) && label >= 0 && label < outputs),
    );
    if (index >= 0) throw new Error(noClass(Number(values[index]), rowOf(index), outputs));
  }
  if (loss === ONE_HOT || loss === 'binaryCrossentropy') {
    const index = values.findIndex((label) => !(label >= 0 && label <= 1));
    if (index >= 0) {
      throw new Error(
        `Label ${values[index]} of image ${rowOf(index)} is not from 0 to 1, as ${loss} wants ` +
          `them. Either divide or encode the labels so, or compile with another loss` +
          (Number.isInteger(values[index]) ? `: '${SPARSE}' takes class numbers.` : '.'),
      );
    }
  }
  if (loss === ONE_HOT) checkOneHotRows(values, outputs);
}

function noClass(label: number, row: number, classes: number): string {
  const more = Number.isInteger(label) && label >= classes;
  return (
    `Label ${label} is none of the model's classes 0 to ${classes - 1}. ` +
    `Either correct the label of image ${row}, or ` +
    (more
      ? `give the last layer a unit for each class, ${label + 1} or more.`
      : 'compile with a loss for such numbers, such as meanSquaredError.')
  );
}

/** `tf.oneHot` makes a row of zeros, without a word, of a label that is none of the classes. */
function checkOneHotRows(values: ArrayLike<number>, classes: number): void {
  for (let start = 0; start < values.length; start += classes) {
    let place = 0;
    while (place < classes && values[start + place] === 0) place++;
    if (place < classes) continue;
    throw new Error(
      `The labels of image ${start / classes} are all 0: it belongs to no class. Its number was ` +
        `none of 0 to ${classes - 1} when the labels were made one-hot: either correct it, or ` +
        'give the last layer and tf.oneHot more classes.',
    );
  }
}
