import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../lab/server';
import { folder } from './page';

export const python = path.join(projectFolder, '.venv/bin/python');

/** Two lessons with outputs: the sample lesson, executed on the embedded data, under two names. */
export function executedSample(): string[] {
  const notebooks = path.join(folder, 'notebooks');
  mkdirSync(notebooks, { recursive: true });
  const [first, second] = ['01-first', '02-second'].map((name) =>
    path.join(notebooks, `${name}.ipynb`),
  ) as [string, string];
  const source = path.join(__dirname, 'fixture/sample-lesson.ipynb');
  const report = path.join(folder, 'sample-lesson.report.json');
  ran(python, ['scripts/execute.py', source, first, report], { NNLAB_DATA: 'sample' });
  const { error } = JSON.parse(readFileSync(report, 'utf8')) as { error: string | null };
  if (error !== null) throw new Error(`The sample lesson failed: ${error}`);
  copyFileSync(first, second);
  return [first, second];
}

/**
 * Builds handouts as the command does; returns the folder with the pages. Whoever waits for a whole course without
 * letting go of the process is taken for dead by vitest.
 */
export async function built(
  edition: string,
  notebooks: readonly string[],
  ...options: string[]
): Promise<string> {
  const out = path.join(folder, edition);
  const args = ['scripts/handouts.mjs', ...notebooks, '--out', out, ...options];
  const how = { cwd: projectFolder, maxBuffer: 2 ** 26 };
  // What it says on failure is in the error.
  await promisify(execFile)(process.execPath, args, how);
  return out;
}

/** Runs a command in the project; what it says on failure is the error. */
export function ran(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
}
