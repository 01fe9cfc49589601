import './before-tensorflow';

export { fetchesData, lackOfData } from './data';
export { namesIn, runWhileGrowing, withTemporaryFolder, type Waits } from './commands';
export { fileExists, readFileBytes, readText, sizeOfFile, writeFileSafely } from './file-bytes';
export { byteColumns, firstMissing, frameOfColumns, polars, type DataFrame } from './frames';
export { removeGraphFolder, writeGraphFolder } from './graph-folder';
export { startHdf5Helper } from './hdf5-helper';
export type { Arrays, Hdf5Helper, Request as Hdf5Request, StoredArray } from '../hdf5/helper';
export { contentStart, deflate, gzip, inflateRaw, unpack } from './packing';
export { PartFile } from './part-file';
export { drawsPictures, drawSvg } from './picture';
export type { Drawing, Pixels } from '../picture';
export {
  basename,
  currentFolder,
  dirname,
  join,
  loadPackage,
  loadPackageOf,
  packageFile,
  projectFolder,
  relative,
  resolve,
  sampleFolder,
  sep,
  sharedDataFolders,
} from './places';
export { environment, newName, nextTurn, sameContent, sha256, takeOverStop } from './process';
export { replaceFile, replaceFileSync, type Pieces } from './replace-file';
export { framesVersion, hostVersion, isOwnKernel, versionOf } from './versions';
export { wholeLines } from './whole-lines';
export { findWritten, inWork, shownPath, workFolder } from './work-folder';
export { checkWritable, makeFolder } from './not-written';
export { newTrainingProgram } from './training-program';
