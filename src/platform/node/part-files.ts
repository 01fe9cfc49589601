import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

let count = 0;

/** A name for a file that is not whole yet; nobody else takes the same. */
export function partOf(target: string): string {
  return `${target}.${process.pid}-${count++}.part`;
}

/** Clears away what writers of a file left there that were killed; those at work keep theirs. */
export function clearParts(target: string): void {
  const beginning = `${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(beginning)) continue;
    const [, owner] = /^(\d+)(?:-\d+)?\.part$/.exec(name.slice(beginning.length)) ?? [];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(dirname(target), name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
