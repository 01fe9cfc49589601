import { basename, fileExists, findWritten, inWork, makeFolder } from '../platform';

/** The folder of saved models, whichever folder a notebook lies in. */
const MODELS = 'models';

const isName = (path: string): boolean => basename(path) === path;

/** Where a model is saved: a mere name goes into `models/`; a path is taken as it stands. */
export function placeToSave(path: string): string {
  if (!isName(path)) return path;
  makeFolder(inWork(MODELS));
  return inWork(MODELS, path);
}

/** Where a model is looked for: a mere name in `models/`, then in the folder of the notebook. */
export function placeToOpen(path: string): string {
  if (!isName(path)) return path;
  const saved = findWritten(MODELS, path);
  if (saved !== undefined) return saved;
  if (fileExists(path)) return path;
  throw new Error(`it is not in ${MODELS}/, nor beside this notebook`);
}
