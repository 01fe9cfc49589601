// The public list: everything a notebook may import from 'nnlab', in the order of the course.

// data: find, read, split, look at

// look: charts from plain rows

// build: the lessons' networks

// train

// judge

// save: Keras' own model file

// show: the notebook's output
