import { closeSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './not-written';
import { clearParts, partOf } from './part-files';

/** A file that is filled beside its place, and takes it only when it is whole. */
export class PartFile {
  readonly path: string;
  private readonly file: number;

  /** Makes the folder, and clears away what earlier, broken runs left there. */
  constructor(private readonly target: string) {
    makeFolder(dirname(target));
    clearParts(target);
    this.path = partOf(target);
    this.file = openSync(this.path, 'w');
  }

  write(bytes: Uint8Array, position: number): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.file, bytes, done, bytes.length - done, position + done);
    }
  }

  /** Forgets what lies beyond so many bytes. */
  cutTo(length: number): void {
    ftruncateSync(this.file, length);
  }

  /** Moves it to its place, if `check` does not throw. */
  publish(check: (path: string) => void): void {
    check(this.path);
    renameSync(this.path, this.target);
  }

  /** At the end, whatever happened: closes it, and clears it away if it was not published. */
  close(): void {
    closeSync(this.file);
    rmSync(this.path, { force: true });
  }
}
