// The Containerfile, built in a Debian of its own and used as people use it; run by `npm run test:container`.
import { chmodSync, chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../../scripts/setup/port.mjs';
import { Image } from './image';

const project = join(__dirname, '../..');
const learner = '/srv/nnlab/work/learner';
const image = new Image(project);
const cell = readFileSync(join(__dirname, 'cell.py'), 'utf8');
const THREE_LINES = `import * as tf from '@tensorflow/tfjs-node';
import { loadFashion } from 'nnlab';
console.log((await loadFashion()).train.labels.length, tf.tensor1d([1, 2]).sum().dataSync()[0]);`;

beforeAll(() => image.build(), 1_800_000);
afterAll(() => image.room.remove(), 600_000);

/** A command in a container of its own: what the image begins with comes first. */
const inContainer = (...command: string[]) => image.room.run(image.command(command), image.place());

test('its steps take minutes, and 3 GB', async () => {
  for (const { step, seconds } of image.steps.filter((one) => one.seconds > 1))
    console.log(`${seconds.toFixed(0)} s  ${step}`);
  const sizes = ['du', '--summarize', '--one-file-system', '--block-size=1M', '/'];
  const { output } = await image.room.run(sizes, { ...image.place(), user: '0' });
  const megabytes = Number(/^(\d+)\s+\/$/m.exec(output)?.[1]);
  console.log(`${megabytes} MB`);
  expect(megabytes).toBeLessThan(3500);
}, 60_000);

test('its command is JupyterLab on the lessons, and three lines run in its kernel', async () => {
  const [port, token] = [await freePort(undefined), 'of-this-test'];
  const lab = image.room.start(
    image.command().map((word) => word.replace('8888', String(port))),
    image.place({ JUPYTER_TOKEN: token }),
  );
  try {
    const ask = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/${path}?token=${token}`);
      return answer.text();
    };
    await vi.waitFor(() => ask('status'), { timeout: 60_000, interval: 500 });
    expect(await ask('kernelspecs')).toMatch(/"tslab"/);
    expect(await ask('contents/notebooks')).toMatch(/00-index\.ipynb/);
    const python = ['python', '-c', cell, String(port), token, THREE_LINES];
    const { output } = await image.room.run(python, image.place());
    expect(output).toMatch(/^60000 3$/m);
  } finally {
    // `unshare` waits for its child whatever it is told; with it ends all that runs in there.
    lab.kill('SIGKILL');
  }
}, 200_000);

test('it serves as a learner’s server on a hub of the same version, and on Binder', async () => {
  const hub = /^jupyterhub==(\S+)/m.exec(read('classroom/requirements.txt'))?.[1];
  const { output } = await inContainer('jupyterhub-singleuser', '--version');
  expect(output.trim().split('\n').at(-1)).toBe(hub);
  const asBinder = await inContainer('python3', '-c', 'import jupyterlab, os; print(os.getuid())');
  expect(asBinder.output).toMatch(/^1000$/m);
}, 60_000);

test('a new container lets a learner’s work be, and brings new lessons, also on a volume of root’s', async () => {
  const folder = image.room.inside(learner);
  const [mine, gone, changed] = ['00-index', '02-fashion-from-csv', '10-load-and-predict'].map(
    (name) => `notebooks/${name}.ipynb`,
  ) as [string, string, string];
  chownSync(folder, 0, 0);
  chmodSync(folder, 0o777);
  await inContainer('true');
  writeFileSync(join(folder, mine), 'my own words');
  rmSync(join(folder, gone));
  // As the next version of the course has it.
  writeFileSync(image.room.inside(`/srv/nnlab/${changed}`), '{ "new": true }');
  expect(await inContainer('ls', 'notebooks')).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, mine), 'utf8')).toBe('my own words');
  expect(readFileSync(join(folder, gone), 'utf8')).toBe(read(gone));
  expect(readFileSync(join(folder, changed), 'utf8')).toBe('{ "new": true }');
}, 60_000);

function read(name: string): string {
  return readFileSync(join(project, name), 'utf8');
}
