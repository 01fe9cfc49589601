import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readVerified } from './find';
import type { SourceFile } from './sources';

/** A name for a file that is not whole yet; no other process takes the same. */
export function partOf(target: string): string {
  return `${target}.${process.pid}.part`;
}

/** Makes the folder of a file, and clears away what an earlier, broken run left there. */
export function prepareFolder(target: string): void {
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const [, owner] = /\.(\d+)\.part$/.exec(name) ?? [];
    if (owner !== undefined && name.startsWith(basename(target)) && !isRunning(Number(owner))) {
      rmSync(join(folder, name), { force: true });
    }
  }
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
