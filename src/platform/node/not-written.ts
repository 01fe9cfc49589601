import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { shownPath } from './work-folder';

const NOT_ALLOWED =
  'you may not write there; set NNLAB_WORK to a folder of your own, then start again';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: NOT_ALLOWED,
  ENOENT: 'its folder is not there',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'a folder has this name',
  ENOSPC: 'the disk is full; delete what is not needed',
  EDQUOT: 'your share of the disk is full; delete what is not needed',
  EFBIG: 'it is larger than files may be here',
};

/** What to say of a file that could not be written; an error that is not the system's stays as it is. */
export function notWritten(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (typeof code !== 'string') return error;
  const reason = REASONS[code] ?? (error as Error).message;
  return new Error(`${shownPath(path)} cannot be written: ${reason}.`);
}

/** Makes a folder for files, or says in one sentence why it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw notWritten(folder, error);
  }
}

/** Says in one sentence, before anything is made, that files cannot be written into a folder. */
export function checkWritable(folder: string): void {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK);
  } catch (error) {
    throw notWritten(folder, error);
  }
}
