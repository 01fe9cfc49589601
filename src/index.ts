// The public list: everything a notebook may import from 'nnlab', in the order of the course.

// data: find, read, split, look at
export { setSeed, currentSeed, seededOrder, randomPicks } from './data/random';

// look: charts from plain rows

// build: the lessons' networks

// train

// judge

// save: Keras' own model file

// show: the notebook's output

// lesson: how a lesson opens, and how it checks its own numbers
export { byMode, lessonMode, type ByMode, type Mode } from './lesson/mode';
export { expectBetween, expectEqual } from './lesson/expect';
