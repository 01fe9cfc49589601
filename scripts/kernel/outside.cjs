// What a lesson meets that was copied out of the course: no package is found from there.
'use strict';
const { resolve } = require('node:path');

const COURSE = resolve(__dirname, '..', '..');
const LESSONS_USE = ['nnlab', '@tensorflow/tfjs-node'];

/** What to do about a package that a lesson uses and that is not found; of others undefined. @param {string} name */
function outsideCourse(name) {
  if (!LESSONS_USE.includes(name)) return undefined;
  return (
    `This notebook does not find '${name}' from its folder: put it into the course, ${COURSE}/notebooks ` +
    'or a folder below, and open it there.'
  );
}

module.exports = { outsideCourse };
