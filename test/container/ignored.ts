// What .dockerignore keeps out of an image.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a path of the project stays out: the last line that fits it decides. */
export function ignoring(project: string): (file: string) => boolean {
  const lines = readFileSync(join(project, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ out: !line.startsWith('!'), fits: patternOf(line.replace(/^!/, '')) }));
  return (file) => lines.filter(({ fits }) => fits.test(file)).at(-1)?.out ?? false;
}

/** A line fits a file, a folder, and all that is in the folder. */
function patternOf(line: string): RegExp {
  const parts = line
    .replaceAll(/[.+?^$(){}|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${parts}(?:/|$)`);
}
