import { join } from 'node:path';
import { isCourse, loadPackage, projectFolder } from './places';

// The course starts every Node with `--require` for this; a program of one's own does not, nor does the
// kernel of another Jupyter, in which TensorFlow.js would end with "isNullOrUndefined is not a function".
loadPackage(join(projectFolder, isCourse ? 'scripts' : 'dist', 'before-tensorflow.cjs'));
