import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { download } from '../../../src/data/fetch/download';
import { Mersenne } from '../../../src/random/mersenne';
import { ownFolder } from '../made';
import { cutAt, serve, testServer, type Behaviour } from './server';
import { sourceFile } from './source-file';

const random = new Mersenne(7);
const content = Buffer.from(Uint8Array.from({ length: 60_000 }, () => random.upTo(255)));
const packed = gzipSync(content);
const file = sourceFile('t10k-labels-idx1-ubyte', content);
const limits = { answer: 1000, window: 300, bytes: 1000, resumes: 5 };

const folder = join(ownFolder(), 'fashion-mnist');
const target = join(folder, `${file.name}.gz`);
const server = await testServer();

function fetchOnce(progress: (received: number) => void = () => undefined): Promise<void> {
  return download({ url: `${server.url}${file.name}.gz`, file, target, limits, progress });
}

/** In the folder lies the file that was there before, or the right one, and nothing else. */
function expectCleanFolder(before: Buffer | undefined): void {
  const names = before === undefined ? [] : [`${file.name}.gz`];
  expect(readdirSync(folder)).toEqual(names);
  if (before !== undefined) expect(readFileSync(target).equals(before)).toBe(true);
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

describe('a download', () => {
  test('lands whole in its place and tells how far it is', async () => {
    server.behave(serve(packed));
    const told: number[] = [];
    await fetchOnce((received) => told.push(received));
    expectCleanFolder(packed);
    expect(told.at(-1)).toBe(packed.length);
  });

  test('goes on where it was cut', async () => {
    server.behave(cutAt(packed, [20_000, 20_000]));
    await fetchOnce();
    expectCleanFolder(packed);
    const starts = server.requests.map(({ from }) => from);
    expect(starts).toHaveLength(3);
    expect(starts[0]).toBe(0);
    expect(starts[1]).toBeGreaterThan(0);
    expect(starts[2]).toBeGreaterThan(starts[1] ?? 0);
  });

  test('starts again where a server cannot go on', async () => {
    const cut = cutAt(packed, [20_000]);
    server.behave((response, _, request) => cut(response, 0, request));
    await fetchOnce();
    expectCleanFolder(packed);
    expect(server.requests.map(({ from }) => from > 0)).toEqual([false, true]);
  });

  test('takes the file as it is where the server unpacks it on the way', async () => {
    server.behave(serve(content));
    await fetchOnce();
    expect(readFileSync(target).equals(content)).toBe(true);
  });

  test('follows redirects', async () => {
    server.behave((response, from, request) => {
      if (request.url !== '/elsewhere') response.writeHead(302, { location: '/elsewhere' }).end();
      else serve(packed)(response, from, request);
    });
    await fetchOnce();
    expectCleanFolder(packed);
  });

  test('clears away the part of a run that was killed', async () => {
    writeFileSync(`${target}.4194304.part`, 'left behind');
    server.behave(serve(packed));
    await fetchOnce();
    expectCleanFolder(packed);
  });
});

const otherContent = Buffer.from(content);
otherContent[30_000] = (otherContent[30_000] ?? 0) ^ 1;

const misbehaviours: [string, Behaviour, RegExp][] = [
  ['404', (response) => response.writeHead(404).end('none'), /answers 404 Not Found/],
  ['503', (response) => response.writeHead(503).end(), /answers 503 Service Unavailable/],
  [
    'a web page',
    (response) => response.end('<html>Sign in</html>'),
    /has 20 bytes unpacked, not 60000/,
  ],
  ['nothing', (response) => response.end(), /has 0 bytes unpacked, not 60000/],
  ['another file', serve(gzipSync(otherContent)), /is not the published file: its SHA-256/],
  ['a shorter file', serve(gzipSync(content.subarray(1))), /has 59999 bytes unpacked/],
  [
    'a longer file',
    serve(gzipSync(Buffer.concat([content, content]))),
    /sends too long a file|more than/,
  ],
  ['a bomb', serve(gzipSync(Buffer.alloc(5e7))), /holds more than 60000 bytes/],
  ['a flipped bit', serve(withFlippedBit(packed)), /damaged|not the published/],
  ['no end', endless, /sends too long a file/],
  [
    'a redirect to itself',
    (response) => response.writeHead(301, { location: '/' }).end(),
    /in circles/,
  ],
  ['silence', () => undefined, /does not answer/],
  ['a stall', (response) => void response.writeHead(200).write(packed.subarray(0, 500)), /stalls/],
  ['a trickle', trickle, /stalls/],
  ['a broken connection', (response) => response.destroy(), /cannot be reached/],
  ['a cut each time', cutAt(packed, Array(99).fill(900)), /breaks off/],
  ['a wrong range', wrongRange(), /another part of the file/],
];

function withFlippedBit(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[5000] = (copy[5000] ?? 0) ^ 8;
  return copy;
}

function endless(response: Parameters<Behaviour>[0]): void {
  const more = (): void => void response.write(Buffer.alloc(16_384), (error) => error ?? more());
  more();
}

function trickle(response: Parameters<Behaviour>[0]): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 50);
  response.on('close', () => clearInterval(timer));
}

function wrongRange(): Behaviour {
  return (response, from, request) => {
    if (from === 0) cutAt(packed, [10_000])(response, from, request);
    else response.writeHead(206, { 'content-range': 'bytes 3-9/10' }).end('abcdefg');
  };
}

describe('a server that misbehaves', () => {
  test.each(misbehaviours)(
    'with %s leaves no bad file and loses no good one',
    async (_, behaviour, message) => {
      for (const before of [undefined, packed]) {
        if (before !== undefined) writeFileSync(target, before);
        server.behave(behaviour);
        const start = performance.now();
        await expect(fetchOnce()).rejects.toThrow(message);
        expect(performance.now() - start).toBeLessThan(5000);
        expectCleanFolder(before);
      }
    },
  );

  test('at random places leaves the right file or none', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: packed.length }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lengths, async (pieces) => {
        server.behave(cutAt(packed, pieces));
        const failed = await fetchOnce().then(
          () => false,
          () => true,
        );
        if (existsSync(target)) expect(gunzipSync(readFileSync(target)).equals(content)).toBe(true);
        else expect(failed).toBe(true);
        expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
