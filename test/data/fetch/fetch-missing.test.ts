import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchMissing } from '../../../src/data/fetch/fetch-missing';
import type { Source } from '../../../src/data/fetch/sources';
import { Mersenne } from '../../../src/random/mersenne';
import { ownFolder } from '../made';
import { standIns } from './programs';
import { serve, testServer } from './server';
import { sourceFile } from './source-file';

const random = new Mersenne(7);
const contents = [300_000, 200_000, 100_000].map((length) =>
  Buffer.from(Uint8Array.from({ length }, () => random.upTo(255))),
);
const names = [
  'train-images-idx3-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
] as const;
const files = contents.map((content, i) =>
  sourceFile(names[i] ?? 't10k-labels-idx1-ubyte', content),
);
const packed = contents.map((content) => gzipSync(content, { level: 0 }));
const limits = { answer: 5000, window: 5000, bytes: 100, resumes: 0 };

const [first, second] = [await testServer(), await testServer()];
const hosts = [first, second].map(({ url }) => new URL(url).host);
const own = ownFolder();
const folder = join(own, 'mnist');
let told: string[];

beforeEach(() => {
  told = [];
  mkdirSync(folder, { recursive: true });
  for (const server of [first, second]) {
    server.behave((response, from, request) => {
      const place = files.findIndex(({ name }) => request.url === `/${name}.gz`);
      serve(packed[place] ?? Buffer.alloc(0))(response, from, request);
    });
  }
});
afterEach(() => vi.unstubAllEnvs());

function fetched(debianPackage?: string) {
  const mirrors = [first.url, second.url];
  const source: Source = { title: 'MNIST', folder: 'mnist', files, mirrors };
  const line = { update: (text: string) => told.push(text), finish: () => undefined };
  const withDebian = debianPackage === undefined ? source : { ...source, debianPackage };
  return fetchMissing({ source: withDebian, folder, limits, line }, files);
}

describe('missing files', () => {
  test('come from the first mirror, which was asked for the smallest one', async () => {
    const { origins, reasons } = await fetched();
    expect([...origins]).toEqual(files.map((file) => [file, hosts[0]]));
    expect(reasons).toEqual([]);
    expect(second.requests).toEqual([{ path: '/t10k-labels-idx1-ubyte.gz', from: 0 }]);
  });

  test('tell how much of them has come, in megabytes, and from where', async () => {
    first.behave((response) => response.writeHead(503).end());
    await fetched();
    expect(told).toContain(`train-images-idx3-ubyte.gz: 0.3 of 0.3 MB from ${hosts[1]}`);
    second.behave((response, _, request) => {
      const place = files.findIndex(({ name }) => request.url === `/${name}.gz`);
      response.write(packed[place]);
      response.end();
    });
    told = [];
    await fetched();
    expect(told).toContain(`train-images-idx3-ubyte.gz: 0.3 MB from ${hosts[1]}`);
  });

  test('come from the next mirror after a second failure, which is told with the rest', async () => {
    first.behave((response) => response.end('wrong'));
    const { origins, reasons } = await fetched();
    expect([...origins.values()]).toEqual([hosts[1], hosts[1], hosts[1]]);
    expect(first.requests).toHaveLength(3);
    expect(reasons).toEqual([
      expect.stringMatching(
        /^train-images-idx3-ubyte\.gz: 127.* has 5 bytes unpacked, not 300000$/,
      ),
      expect.stringMatching(/^t10k-images-idx3-ubyte\.gz: 127.* has 5 bytes unpacked, not 200000$/),
    ]);
  });

  test('come out of Debian’s package where no mirror has them', async () => {
    for (const server of [first, second])
      server.behave((response) => response.writeHead(503).end());
    const inPackage = join(own, 'in-package');
    mkdirSync(inPackage);
    files.forEach(({ name }, i) => writeFileSync(join(inPackage, `${name}.gz`), packed[i] ?? ''));
    standIns(own, {
      'apt-get': 'touch x.deb',
      'dpkg-deb': `mkdir -p unpacked/usr/share/datasets; cp -r ${inPackage} unpacked/usr/share/datasets/mnist`,
    });
    const { origins } = await fetched('dataset-digits');
    expect([...origins.values()]).toEqual(Array(3).fill("Debian's dataset-digits"));
    expect(told).toEqual(["MNIST: asking for Debian's package dataset-digits"]);
    expect(files.every(({ name }) => existsSync(join(folder, `${name}.gz`)))).toBe(true);
  });

  test('that nobody has are missing still, and every reason is told', async () => {
    for (const server of [first, second])
      server.behave((response) => response.writeHead(503).end());
    standIns(own, { 'apt-get': 'exit 0' });
    const { origins, reasons } = await fetched('dataset-digits');
    expect(origins.size).toBe(0);
    expect(reasons.sort()).toEqual(
      [
        ...hosts.map((host) => `${host} answers 503 Service Unavailable`),
        "Debian's package: apt-get leaves no package",
      ].sort(),
    );
    expect((await fetched()).reasons).toHaveLength(2);
  });
});
