// What `npm pack` makes, installed in an empty folder, serves a program that knows nothing of the course.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadModel } from '../../src';

const root = join(__dirname, '..', '..');
const TFJS = join('node_modules', '@tensorflow', 'tfjs-node');
const npm = process.env['npm_execpath'];

const PROGRAM = `import { dense128, loadFashion, lossCurves, predictImages, saveChart } from 'nnlab';
import { saveModel, setSeed, toTensors, train } from 'nnlab';
setSeed(42);
const fashion = await loadFashion();
const model = dense128();
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
const history = await train(model, toTensors(fashion.train), { epochs: 2 });
console.log(fashion.classNames[predictImages(model, fashion.test)[0]?.guess ?? -1]);
await saveModel(model, 'fashion.keras', { classNames: fashion.classNames });
saveChart(lossCurves(history), 'loss.png');
`;

let folder = '';
let packed: readonly string[] = [];

function ownNpm(args: readonly string[], cwd: string): string {
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  const cache = `--cache=${join(root, '.cache', 'npm')}`;
  return execFileSync(command, [...before, ...args, cache, '--prefer-offline'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nnlab package ')));
  const [made] = JSON.parse(ownNpm(['pack', '--json', `--pack-destination=${folder}`], root)) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = made.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  ownNpm(['install', '--ignore-scripts', '--no-audit', `./${made.filename}`], folder);
  takeOverTensorFlow();
  writeFileSync(join(folder, 'program.ts'), PROGRAM);
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The native part was made for the project already; its own install script may not find its host. */
function takeOverTensorFlow(): void {
  const library = join(folder, TFJS, 'deps', 'lib');
  mkdirSync(library, { recursive: true });
  for (const name of readdirSync(join(root, TFJS, 'deps', 'lib'))) {
    symlinkSync(realpathSync(join(root, TFJS, 'deps', 'lib', name)), join(library, name));
  }
  cpSync(join(root, TFJS, 'lib'), join(folder, TFJS, 'lib'), { recursive: true });
}

function sumsOf(place: string): Record<string, string> {
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(place, name)).isFile());
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(place, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, sum(name)]));
}

test('the package holds the compiled library and nothing else', () => {
  const others = packed.filter((path) => !path.startsWith('dist/'));
  expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  expect(packed.filter((path) => /\.test\.|\.ipynb$|\.made-from/.test(path))).toEqual([]);
});

test('ten lines load data, train, predict, and write a model and a chart', async () => {
  const installed = join(folder, 'node_modules', 'nnlab');
  const before = sumsOf(installed);
  const env: NodeJS.ProcessEnv = { ...process.env, NNLAB_DATA: 'sample' };
  delete env['NODE_OPTIONS'];
  const ended = spawnSync(process.execPath, ['program.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  expect(ended.status, ended.stderr).toBe(0);
  expect(ended.stdout).toMatch(/\n +2\/2 .* 0\.[78]\d+\n/);
  expect(ended.stdout).toContain('\nAnkle boot\n');
  const { width, height } = PNG.sync.read(readFileSync(join(folder, 'loss.png')));
  expect([width > 400, height > 300]).toEqual([true, true]);
  const model = await loadModel(join(folder, 'models', 'fashion.keras'));
  expect(model.countParams()).toBe(101_770);
  expect(sumsOf(installed)).toEqual(before);
}, 120_000);

test('its types are found, and a wrong option is an error', () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const check = (name: string) =>
    spawnSync(
      process.execPath,
      [
        tsc,
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--target',
        'es2022',
        '--module',
        'node16',
        name,
      ],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    ).stdout;
  writeFileSync(join(folder, 'wrong.ts'), PROGRAM.replace('epochs: 2', 'epoch: 2'));
  expect(check('program.ts')).toBe('');
  expect(check('wrong.ts')).toMatch(/^wrong\.ts\(7,.*'epoch' does not exist/);
}, 60_000);

test('the command that says what a model file holds comes with it', () => {
  const command = join(folder, 'node_modules', '.bin', 'nnlab-info');
  const said = execFileSync(command, ['models/fashion.keras'], { cwd: folder, encoding: 'utf8' });
  expect(said).toContain('T-shirt/top');
}, 60_000);
