// Where a name that a learner uses comes from.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const TENSORFLOW = "import * as tf from '@tensorflow/tfjs-node';";
const DIST = join(__dirname, '..', '..', 'dist');
const PUBLIC_LISTS = ['index.d.ts', 'charts.d.ts'].map((name) => join(DIST, name));

/** @type {Readonly<Record<string, string>>} */
const PYTHON = {
  print: 'console.log(…)',
  len: '….length',
  range: 'for (let i = 0; i < n; i++)',
  def: 'function f(x) { … }',
  None: 'null',
  True: 'true',
  False: 'false',
  np: 'tf, as in tf.tensor(…)',
  plt: 'show(…) with a chart from nnlab',
  keras: 'tf.layers',
};

/** The import that brings a name, if it is one of the course. @param {string} name */
function homeOf(name) {
  if (name === 'tf') return TENSORFLOW;
  return publicNames().has(name) ? `import { ${name} } from 'nnlab';` : undefined;
}

/** @returns {Set<string>} */
function publicNames() {
  try {
    const text = PUBLIC_LISTS.map((path) => readFileSync(path, 'utf8')).join('');
    const lists = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)];
    const words = lists.flatMap(([, list = '']) => list.split(','));
    return new Set(words.map((word) => word.trim().replace(/^type /, '')));
  } catch {
    return new Set();
  }
}

module.exports = {
  homeOf,
  /** What Python's word is in TypeScript. @param {string} name */
  pythonWord: (name) => (Object.hasOwn(PYTHON, name) ? PYTHON[name] : undefined),
};
