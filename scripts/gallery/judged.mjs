// A guesser that needs no training: an image is of the class whose mean image it is nearest to.
// It gives charts of predictions, errors and weights something real to show.

/** @typedef {import('../../src/data/dataset').LabelledImages} LabelledImages */
/** @typedef {import('../../src/results/prediction').Prediction} Prediction */

const CLASSES = 10;
const PIXELS = 784;

/**
 * The mean image of each class, values 0 to 1.
 * @param {LabelledImages} examples
 */
export function meansOf({ images, labels }) {
  const sums = Array.from({ length: CLASSES }, () => new Float64Array(PIXELS));
  const counts = new Array(CLASSES).fill(0);
  labels.forEach((label, image) => {
    counts[label]++;
    const sum = sums[label] ?? new Float64Array(PIXELS);
    for (let p = 0; p < PIXELS; p++) {
      sum[p] = (sum[p] ?? 0) + (images.data[image * PIXELS + p] ?? 0) / 255;
    }
  });
  return sums.map((sum, label) => sum.map((value) => value / counts[label]));
}

/**
 * @param {Float64Array[]} means
 * @param {LabelledImages} examples
 * @returns {Prediction[]}
 */
export function judge(means, { images, labels }) {
  return [...labels].map((truth, index) => {
    const pixels = images.data.subarray(index * PIXELS, (index + 1) * PIXELS);
    const scores = means.map((mean) => {
      let distance = 0;
      for (let p = 0; p < PIXELS; p++) distance += ((pixels[p] ?? 0) / 255 - (mean[p] ?? 0)) ** 2;
      return Math.exp(-distance / 8);
    });
    const sum = scores.reduce((total, score) => total + score, 0);
    const probabilities = scores.map((score) => score / sum);
    const confidence = Math.max(...probabilities);
    return { index, truth, guess: probabilities.indexOf(confidence), confidence, probabilities };
  });
}

/**
 * First-layer weights that look trained: chance, and in each neuron one garment against another.
 * @param {LabelledImages} examples
 * @param {number} neurons
 */
export function weightsOf({ images }, neurons) {
  let state = 1;
  const chance = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const before = Float32Array.from({ length: PIXELS * neurons }, () => 0.16 * chance());
  const after = before.map((weight, place) => {
    const [pixel, neuron] = [Math.floor(place / neurons), place % neurons];
    const [a = 0, b = 0] = [3 * neuron, 3 * neuron + 1].map((i) => images.data[i * PIXELS + pixel]);
    return 0.6 * weight + (0.12 * (a - b)) / 255;
  });
  return { before, after };
}
