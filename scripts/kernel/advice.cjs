// Errors of TensorFlow.js and of JavaScript while a cell runs, said for learners.
'use strict';
const { outsideCourse } = require('./outside.cjs');

const RUN_ABOVE = 'run the cells above first, each to its end';

/** @type {[RegExp, (...found: string[]) => string][]} the first that fits is told */
const SENTENCES = [
  [
    /target expected a batch .*?tensor shape \[\*,(.*?)\].*? with (\d+) examples, each with shape \[(.*?)\]/s,
    (wanted, count, given) => wrongLabels(`n,${wanted}`, `${count},${given}`),
  ],
  [
    /Tensor is disposed/,
    () => 'This tensor was disposed of and its numbers are gone: run the cell that makes it again.',
  ],
  [/disposed/i, () => 'This model or layer was disposed of: run the cell that builds it again.'],
  [
    /model needs to be compiled|must compile|compile a model before/i,
    () =>
      "The model is not compiled: call model.compile({ optimizer: 'adam', loss: …, metrics: ['accuracy'] }) first.",
  ],
  [
    /target.*expected \S+ to have shape \[(.*?)\],? but got array with shape \[(.*?)\]/s,
    (wanted, given) => wrongLabels(rows(wanted), given),
  ],
  [
    /expected \S+ to have (\d+) dimension\(s\)[.,]? but got array with shape \[?([\d,]+)/,
    (dimensions, given) =>
      given.split(',').length === Number(dimensions) - 1
        ? oneAlone(given)
        : `The data have the shape [${given}], but the model wants ${dimensions} dimensions: use reshape.`,
  ],
  [
    // A single row is taken for a column.
    /expected \S+ to have shape \[null,(\d+)\],? but got array with shape \[(\1),1\]/s,
    (size) => oneAlone(size),
  ],
  [
    /expected \S+ to have shape \[(.*?)\],? but got array with shape \[(.*?)\]/s,
    (wanted, given) =>
      `The data have the shape [${given}], but the model wants [${rows(wanted)}]: bring them into that shape with reshape.`,
  ],
  [
    /Matrix size-incompatible: In\[0\]: (\[.*?\]), In\[1\]: (\[.*?\])/,
    (left, right) =>
      `Matrices of shapes ${left} and ${right} cannot be multiplied: the first must have as many columns as the second has rows.`,
  ],
  [
    /(?:Incompatible shapes: |broadcast together with shapes )\[?([\d,]+)\]? (?:vs\.|and) \[?([\d,]+)/,
    (a, b) =>
      `Tensors of shapes [${a}] and [${b}] do not fit together: make them equally long, or one of them 1.`,
  ],
  [
    /Size\((\d+)\) must match the product of shape (.+)|Based on the provided shape, \[(.+?)\], the tensor should have \d+ values but has (\d+)/,
    (size, shape, wanted, given) =>
      `${size ?? given} numbers do not fill the shape [${shape ?? wanted}]: count them, or leave the first size out with -1.`,
  ],
  [
    /Cannot read properties of (undefined|null) \(reading '(.+)'\)/,
    (nothing, name) =>
      `There is nothing before .${name} (it is ${nothing}): ${RUN_ABOVE}, or check what the line before gives.`,
  ],
  [
    /first layer in a Sequential model must get an `inputShape`/,
    () => 'The first layer needs to know its input: give it inputShape, for images [28, 28].',
  ],
  [
    /Cannot access '(.+)' before initialization/,
    (name) => `${name} is used above the line that declares it: move that line up.`,
  ],
  [
    /^(.+) is not a function$/,
    (name) => `${name} is no function: check its spelling, or an await is missing before it.`,
  ],
  [/^(\S+) is not defined$/, (name) => `The name ${name} is not known: ${RUN_ABOVE}.`],
  [
    /^(\S+) is not iterable$/,
    (name) => `${name} is no list: an await may be missing, or it is a single value.`,
  ],
  [
    /ENOENT: no such file or directory, \w+ '(.+)'/,
    (path) => `There is no file ${path}: check its name and folder.`,
  ],
  [
    /Cannot find module '(.+?)'/,
    (name) => outsideCourse(name) ?? `There is no package '${name}' here: check its name.`,
  ],
];

/** @param {string} message @returns {string | undefined} */
function adviceOn(message) {
  for (const [pattern, sentence] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return sentence(...found.slice(1));
  }
  return undefined;
}

/** @param {string} wanted @param {string} given */
const wrongLabels = (wanted, given) =>
  `The labels have the shape [${given}], but model and loss want [${wanted}]: whole numbers fit loss 'sparseCategoricalCrossentropy', one-hot rows 'categoricalCrossentropy'.`;

/** @param {string} shape */
const oneAlone = (shape) =>
  `One example alone has the shape [${shape}], but a model takes a batch: write example.expandDims(0).`;

/** @param {string} shape as tfjs writes it, with `null` for any number of rows */
const rows = (shape) => shape.replace(/^(null)?,/, 'n,');

module.exports = { adviceOn };
