export {
  drawsPictures,
  drawSvg,
  namesIn,
  PartFile,
  removeGraphFolder,
  runWhileGrowing,
  withTemporaryFolder,
  writeGraphFolder,
  type Waits,
} from './absent';
export {
  fileExists,
  readFileBytes,
  readText,
  replaceFile,
  replaceFileSync,
  sizeOfFile,
  wholeLines,
  writeFileSafely,
  type Pieces,
} from './files';
export { byteColumns, firstMissing, frameOfColumns, polars, type DataFrame } from './frames';
export { startHdf5Helper } from './hdf5-helper';
export type { Arrays, Hdf5Helper, Request as Hdf5Request, StoredArray } from '../hdf5/helper';
export { contentStart, deflate, gzip, inflateRaw, unpack } from './packing';
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
export { fetchesData, lackOfData } from './data';
export { framesVersion, hostVersion, isOwnKernel, versionOf } from './versions';
export {
  checkWritable,
  findWritten,
  inWork,
  makeFolder,
  shownPath,
  workFolder,
} from './work-folder';
export { newTrainingProgram } from './training-program';
