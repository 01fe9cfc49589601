import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, type User } from '../lab/server';

/**
 * Everybody's `nobody`, who owns nothing of the course. May read what is closed to all but root, since
 * the course of a test may lie in root's home, and write nothing that others could not.
 */
export const NOBODY: User = {
  id: 65_534,
  command: [
    'setpriv',
    '--reuid=65534',
    '--regid=65534',
    '--clear-groups',
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
  ],
};

/** Runs a program to its end, as this user or as another. */
export function runAs(
  user: User | undefined,
  program: readonly string[],
  options: Readonly<SpawnSyncOptions> = {},
) {
  const [first = '', ...words] = [...(user?.command ?? []), ...program];
  return spawnSync(first, words, { ...options, encoding: 'utf8' });
}

/** Whether this process may become another user. */
export const canBeNobody = process.getuid?.() === 0 && runAs(NOBODY, ['true']).status === 0;

/** A learner's folder inside the course, with lessons of the learner's own; gone when it is closed. */
export class LearnersFolder {
  readonly folder: string;

  constructor(lessons: readonly string[]) {
    mkdirSync(path.join(projectFolder, 'work'), { recursive: true });
    this.folder = mkdtempSync(path.join(projectFolder, 'work', 'nobody-'));
    mkdirSync(path.join(this.folder, 'notebooks'));
    for (const lesson of lessons) {
      copyFileSync(path.join(projectFolder, 'notebooks', `${lesson}.ipynb`), this.lesson(lesson));
      chmodSync(this.lesson(lesson), 0o644);
    }
    for (const own of ['', 'notebooks', ...lessons.map((lesson) => `notebooks/${lesson}.ipynb`)])
      chownSync(path.join(this.folder, own), NOBODY.id, NOBODY.id);
  }

  lesson(name: string): string {
    return path.join(this.folder, 'notebooks', `${name}.ipynb`);
  }

  /** Runs a few lines with the library as the learner; gives what they print. */
  runs(code: string, env: Readonly<Record<string, string>>): string {
    const before = path.join(projectFolder, 'scripts/before-tensorflow.cjs');
    const { stdout, stderr } = runAs(NOBODY, [process.execPath, '--require', before, '-e', code], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], ...env },
    });
    return stdout + stderr;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whatever in the project's folder belongs to the learner, but for what is in the learner's own. */
export function filesOfNobodyOutside(folder: string): string[] {
  const kept = ['-path', path.join(projectFolder, 'work'), '-prune'];
  const found = spawnSync(
    'find',
    [projectFolder, ...kept, '-o', '-user', String(NOBODY.id), '-print'],
    { encoding: 'utf8' },
  );
  return found.stdout.split('\n').filter((file) => file && !file.startsWith(folder));
}
