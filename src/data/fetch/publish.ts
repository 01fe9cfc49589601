import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../files/not-written';
import { clearParts, partOf } from '../../files/part-files';
import { readVerified } from './find';
import type { SourceFile } from './sources';

/** Makes the folder of a file, and clears away what an earlier, broken run left there. */
export function prepareFolder(target: string): void {
  makeFolder(dirname(target));
  clearParts(target);
}

/** Moves a part to its place once its content is exactly the published one. */
export function publish(part: string, target: string, file: SourceFile): void {
  readVerified(part, file);
  renameSync(part, target);
}

/** Copies a file into its place by way of a part, verified after the copying. */
export function copyVerified(from: string, target: string, file: SourceFile): void {
  prepareFolder(target);
  const part = partOf(target);
  try {
    copyFileSync(from, part);
    publish(part, target, file);
  } finally {
    rmSync(part, { force: true });
  }
}
