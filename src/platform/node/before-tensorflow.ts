import { join } from 'node:path';
import { isCourse, loadPackage, projectFolder } from './places';

// The course starts every Node with `--require` for this; a program of one's own does not.
if (!isCourse) loadPackage(join(projectFolder, 'dist', 'before-tensorflow.cjs'));
