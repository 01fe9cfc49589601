// Which of the project's programs run in a folder, seen from outside.
import { execFileSync } from 'node:child_process';

const PROGRAMS = ['start.mjs', 'with-parent.py', 'tslab'];

interface Found {
  readonly pid: number;
  readonly program: string;
}

function found(folder: string): Found[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, args = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    const program = PROGRAMS.find((name) => args.includes(name));
    const isOurs = args.includes(folder) || workingFolder(Number(pid)) === folder;
    return program && isOurs ? [{ pid: Number(pid), program }] : [];
  });
}

function workingFolder(pid: number): string {
  try {
    return execFileSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** The names of those programs of the project that run for this folder, each once. */
export function processesIn(folder: string): string[] {
  return [...new Set(found(folder).map(({ program }) => program))].sort();
}

export function pidOf(folder: string, program: string): number {
  const one = found(folder).find((process) => process.program === program);
  if (!one) throw new Error(`${program} does not run in ${folder}`);
  return one.pid;
}
