// Wrong cells as learners write them, each with the first sentence that they read.

/** What stands above them in the notebook and has run. */
export const ABOVE = [
  `import * as tf from '@tensorflow/tfjs-node';
import { dense128, evaluate, historyOf, loadFashion, lossCurves, predictImages, show, sliceRows, toTensors, train } from 'nnlab';`,
  `const model = dense128();
const examples = toTensors(sliceRows((await loadFashion()).train, 0, 200));
const compiled = dense128();
compiled.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });`,
];

export const WRONG_CELLS: readonly (readonly [string, string])[] = [
  // a missing await
  ['lossCurves(train(compiled, examples, { epochs: 1 }));', 'An await is missing: the call gives'],
  [
    'train(compiled, examples).filter((row) => row.epoch > 1);',
    'An await is missing: the call gives a Promise, not yet its value. Write await in front of the call whose result is used before .filter.',
  ],
  ['show(loadFashion());', 'An await is missing: the call gives a Promise'],
  ['const { train: part } = loadFashion();', 'An await is missing: the call gives a Promise'],
  [
    'const data = await loadFashion; data.train',
    'This function is not called: brackets are missing',
  ],
  // names
  ['neverMade.summary();', 'The name neverMade is not known: run the cells above first'],
  ['show(lossCurves(historyOf(modle)));', 'The name modle does not exist; did you mean model?'],
  [
    'show(confusionGrid([]));',
    "confusionGrid is not imported: write import { confusionGrid } from 'nnlab';",
  ],
  ["import { dens128 } from 'nnlab';", 'nnlab has no dens128; did you mean dense128?'],
  ["import { x } from 'tensorflow';", "There is no package 'tensorflow' here"],
  ['print(5)', 'print is Python; in TypeScript write console.log(…).'],
  ['def f(x):', 'def is Python; in TypeScript write function f(x) { … }.'],
  [
    'model.sumary();',
    'What stands before the dot (Sequential) has no sumary; did you mean summary?',
  ],
  ['tf.layers.dens({ units: 3 });', 'What stands before the dot has no dens; did you mean dense?'],
  [
    'model.depth;',
    'What stands before the dot (Sequential) has no depth: type the dot and press Tab',
  ],
  // options and arguments
  [
    'await train(compiled, examples, { epoch: 1 });',
    'There is no option epoch here; did you mean epochs? Shift-Tab',
  ],
  ['tf.layers.dense({ unit: 3 });', 'There is no option unit here; did you mean units? Shift-Tab'],
  [
    "await train(compiled, examples, { epochs: '3' });",
    'This has the type string, but number is wanted here.',
  ],
  ['predictImages(model);', 'This call wants 2 arguments and has 1: Shift-Tab'],
  [
    'evaluate(examples, model);',
    'This has the type Examples, but the function wants LayersModel here',
  ],
  [
    'const numbers: number[] = model;',
    'This has the type Sequential, but number[] is wanted here.',
  ],
  [
    'const square: tf.Tensor2D = tf.tensor1d([1, 2]);',
    'This has the type Tensor1D, but Tensor2D is wanted here.',
  ],
  ['examples.labels(3)', 'This is no function and cannot be called'],
  ['for (const row of 5) console.log(row);', 'This is no list: only lists can be gone through'],
  // signs
  ["console.log('abc);", 'A quote is missing: the text does not end.'],
  [
    'if (true { console.log(1) }',
    'A ) is missing here, or a bracket or quote before it is not closed.',
  ],
  ['const a = 3;\nconst a = 4;', 'a is declared twice in this cell'],
  ['const c = 5;\nc = 6;', 'c is a const and keeps its value: declare it with let to change it.'],
  // while the cell runs
  [
    'await train(model, examples, { epochs: 1 });',
    'Compile the model before training: model.compile(',
  ],
  [
    'await model.fit(examples.images, examples.labels);',
    'The model is not compiled: call model.compile(',
  ],
  [
    'model.predict(tf.zeros([784]));',
    'One example alone has the shape [784], but a model takes a batch',
  ],
  [
    'model.predict(tf.zeros([5, 700]));',
    'The data have the shape [5,700], but the model wants [n,784]',
  ],
  [
    'model.predict(tf.zeros([3, 28, 28]));',
    'The data have the shape [3,28,28], but the model wants 2 dimensions',
  ],
  [
    'await compiled.fit(examples.images.reshape([-1, 784]), tf.oneHot(examples.labels.toInt(), 10));',
    "The labels have the shape [200,10], but model and loss want [n,1]: whole numbers fit loss 'sparseCategoricalCrossentropy'",
  ],
  [
    'await train(compiled, { images: examples.images, labels: tf.oneHot(examples.labels.toInt(), 10) as any });',
    'The labels',
  ],
  [
    'tf.matMul(tf.zeros([2, 3]), tf.zeros([2, 3]));',
    'Matrices of shapes [2,3] and [2,3] cannot be multiplied',
  ],
  ['tf.zeros([3]).add(tf.zeros([2]));', 'Tensors of shapes [3] and [2] do not fit together'],
  ['tf.tensor([1, 2, 3], [2, 2]);', '3 numbers do not fill the shape [2,2]'],
  [
    'const gone = tf.zeros([2]);\ngone.dispose();\ngone.add(1);',
    'This tensor was disposed of and its numbers are gone',
  ],
  [
    'const first = tf.sequential();\nfirst.add(tf.layers.dense({ units: 3 }));',
    'The first layer needs to know its input: give it inputShape',
  ],
  [
    'const rows: any = undefined;\nrows.length',
    'There is nothing before .length (it is undefined): run the cells above',
  ],
  [
    "require('fs').readFileSync('nothing.csv')",
    'There is no file nothing.csv: check its name and folder.',
  ],
];
