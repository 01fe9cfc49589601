// What only the site needs: JupyterLite's builder for Python, and its packages from npm. Installed once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lite = path.join(root, 'lite');
const done = path.join(root, '.cache/site/parts');

const inputs = ['requirements.txt', 'package-lock.json'].map((name) => path.join(lite, name));

export function installParts() {
  const wanted = createHash('sha256');
  for (const file of inputs) wanted.update(readFileSync(file));
  const hash = wanted.digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === hash) return;
  run(path.join(root, '.venv/bin/python'), [
    ...[
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '--no-deps',
    ],
    ...['--cache-dir', path.join(root, '.cache/pip'), '-r', path.join(lite, 'requirements.txt')],
  ]);
  run('npm', ['ci', '--ignore-scripts', '--cache', path.join(root, '.cache/npm')]);
  mkdirSync(path.dirname(done), { recursive: true });
  writeFileSync(done, hash);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: lite,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}
