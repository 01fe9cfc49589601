import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fillData } from '../../../src/data/fetch/fill';
import { obtain, type Surroundings } from '../../../src/data/fetch/obtain';
import { sources } from '../../../src/data/fetch/sources';
import { ownFolder } from '../made';
import { serve, testServer } from './server';
import { contents, names, place, sourceWith } from './small-set';

const good = await testServer();
const bad = await testServer();
const root = ownFolder();
let count = 0;
let around: Surroundings;
let said: string[];

beforeEach(() => {
  const own = join(root, String(count++));
  said = [];
  around = {
    folder: join(own, 'data'),
    places: () => [join(own, 'chosen'), join(own, 'data'), join(own, 'system')],
    limits: { answer: 1000, window: 500, bytes: 100, resumes: 2 },
    say: (text) => said.push(text),
    line: () => ({ update: () => undefined, finish: (text) => said.push(text) }),
  };
  good.behave((response, from, request) => {
    const name = names.find((known) => request.url === `/${known}.gz`);
    if (name === undefined) response.writeHead(404).end();
    else serve(gzipSync(contents[name]))(response, from, request);
  });
  bad.behave((response) => response.writeHead(503).end());
});

describe('the files of a data set', () => {
  test('are taken from the first place that has them, packed or not', async () => {
    const [chosen = '', data = '', system = ''] = around.places();
    for (const name of names) place(system, name);
    place(data, 'train-labels-idx1-ubyte');
    mkdirSync(join(chosen, 'mnist'), { recursive: true });
    writeFileSync(
      join(chosen, 'mnist', 'train-images-idx3-ubyte'),
      contents['train-images-idx3-ubyte'],
    );
    const found = await obtain(sourceWith([good.url]), around);
    expect(names.map((name) => found?.[name].place)).toEqual(
      [chosen, data, system, system].map((folder) => join(folder, 'mnist')),
    );
    for (const name of names) {
      expect(contents[name].equals(found?.[name].content ?? Buffer.alloc(0))).toBe(true);
    }
    expect(good.requests).toEqual([]);
    expect(said).toEqual([]);
  });

  test('that are damaged are passed over, reported and left alone', async () => {
    const [chosen = '', , system = ''] = around.places();
    for (const name of names) place(system, name);
    const damaged = Buffer.from('<html>Sign in</html>');
    const path = place(chosen, 'train-labels-idx1-ubyte', damaged);
    const found = await obtain(sourceWith([]), around);
    expect(found?.['train-labels-idx1-ubyte'].place).toBe(join(system, 'mnist'));
    expect(said).toEqual([`${path} has 20 bytes unpacked, not 38; it is passed over.`]);
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });

  test('are named below NNLAB_DATA, not by where that lies on this machine', async () => {
    const [chosen = '', data = ''] = around.places();
    vi.stubEnv('NNLAB_DATA', chosen);
    for (const name of names) place(chosen, name);
    place(chosen, 'train-labels-idx1-ubyte', Buffer.from('<html>Sign in</html>'));
    place(data, 'train-labels-idx1-ubyte');
    const found = await obtain(sourceWith([]), around);
    expect(found?.['train-images-idx3-ubyte'].place).toBe('$NNLAB_DATA/mnist');
    expect(said.join()).toMatch(/^\$NNLAB_DATA\/mnist\/train-labels-idx1-ubyte\.gz has 20 bytes/);
    vi.unstubAllEnvs();
  });

  test('that are missing are downloaded, and it says so before it starts', async () => {
    place(around.folder, 'train-labels-idx1-ubyte');
    const found = await obtain(sourceWith([good.url]), around);
    expect(Object.keys(found ?? {})).toHaveLength(4);
    expect(said[0]).toBe('MNIST: 3 of 4 files are not on this machine; trying to download them.');
    expect(said[1]).toMatch(/^MNIST: downloaded into .*data\/mnist\.$/);
    expect(good.requests.map(({ path }) => path)).not.toContain('/train-labels-idx1-ubyte.gz');
    expect(readdirSync(join(around.folder, 'mnist')).sort()).toEqual(
      names.map((name) => `${name}.gz`).sort(),
    );
  });

  test('come from the next mirror where the first one fails', async () => {
    const wrong = gzipSync(Buffer.from('wrong'));
    bad.behave((response, from, request) => {
      const isLabels = request.url?.includes('t10k-labels') ?? false;
      serve(isLabels ? gzipSync(contents['t10k-labels-idx1-ubyte']) : wrong)(
        response,
        from,
        request,
      );
    });
    const found = await obtain(sourceWith([bad.url, good.url]), around);
    expect(Object.keys(found ?? {})).toHaveLength(4);
  });

  test('are not available where no mirror helps; nothing is left behind', async () => {
    const nobody = 'http://127.0.0.1:9/';
    expect(await obtain(sourceWith([bad.url, nobody]), around)).toBeUndefined();
    expect(said[1]).toMatch(/the download failed \(.*answers 503/);
    expect(said[1]).toMatch(/127.0.0.1:9 cannot be reached/);
    expect(existsSync(join(around.folder, 'mnist'))).toBe(false);
  });

  test('are given up within the patience for one answer where all mirrors are silent', async () => {
    bad.behave(() => undefined);
    const start = performance.now();
    const silent = sourceWith([bad.url, `${bad.url}a/`, `${bad.url}b/`, `${bad.url}c/`]);
    expect(await obtain(silent, around)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2 * around.limits.answer);
  });
});

describe('filling the data folder', () => {
  test('copies what lies elsewhere, heals what is damaged, downloads the rest', async () => {
    const [, , system = ''] = around.places();
    place(system, 'train-images-idx3-ubyte');
    place(system, 'train-labels-idx1-ubyte');
    chmodSync(place(around.folder, 'train-labels-idx1-ubyte', Buffer.from('broken')), 0o444);
    const rows = await fillData(sourceWith([good.url]), around);
    expect(rows?.map(({ file, from }) => [file, from])).toEqual([
      ['mnist/train-images-idx3-ubyte.gz', join(system, 'mnist')],
      ['mnist/train-labels-idx1-ubyte.gz', join(system, 'mnist')],
      ['mnist/t10k-images-idx3-ubyte.gz', new URL(good.url).host],
      ['mnist/t10k-labels-idx1-ubyte.gz', new URL(good.url).host],
    ]);
    for (const name of names) {
      const file = readFileSync(join(around.folder, 'mnist', `${name}.gz`));
      expect(file.equals(gzipSync(contents[name]))).toBe(true);
    }
    expect(await fillData(sourceWith([]), around)).toHaveLength(4);
  });

  test('says that a set is not available', async () => {
    expect(await fillData(sourceWith([]), around)).toBeUndefined();
  });
});

test('every mirror is asked over https', () => {
  const mirrors = Object.values(sources).flatMap((source) => source.mirrors);
  expect(mirrors.length).toBeGreaterThanOrEqual(4);
  expect(mirrors.every((mirror) => /^https:\/\/.*\/$/.test(mirror))).toBe(true);
});
