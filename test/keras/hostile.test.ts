import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { bytesOf, jsonOf, pack, partsOf, temporaryFolder } from './files';
import { goldenFile } from './golden';

const MEGABYTE = 2 ** 20;
const folder = temporaryFolder();
const path = join(folder, 'hostile.keras');

let tensors = 0;
beforeEach(() => (tensors = tf.memory().numTensors));
afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

const weightsOf = (model: tf.LayersModel) => model.getWeights().map((one) => one.arraySync());

/** Opens the file: the model is fine, or there is one sentence for a reader. */
async function expectOpenOrRefused(weights?: unknown): Promise<void> {
  const model = await loadModel(path).catch((error: unknown) => error as Error);
  if (!(model instanceof Error)) {
    const found = weightsOf(model);
    model.dispose();
    if (weights) expect(found).toEqual(weights);
  } else {
    const { message } = model;
    expect(message.startsWith(`${path} cannot be opened: `)).toBe(true);
    // What JavaScript says when a program stumbles is no sentence for a reader.
    expect(message).not.toMatch(/undefined|is not a function|not iterable|reading '|call stack/);
  }
}

describe('a damaged file', () => {
  const whole = readFileSync(goldenFile('flatten128'));

  test('cut off anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        writeFileSync(path, whole.subarray(0, length));
        await expect(loadModel(path)).rejects.toThrow('cannot be opened: ');
      }),
      { numRuns: 100 },
    );
  });

  test('with a changed byte anywhere is refused or whole, to the last weight', async () => {
    const model = await loadModel(goldenFile('flatten128'));
    const weights = weightsOf(model);
    model.dispose();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          writeFileSync(path, bytes);
          await expectOpenOrRefused(weights);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('weights that are no good HDF5', () => {
  const parts = partsOf('conv-average');
  const whole = parts['model.weights.h5'] as Uint8Array;
  const packed = (weights: Uint8Array) => pack(path, { ...parts, 'model.weights.h5': weights });

  test('cut off anywhere are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        packed(whole.slice(0, length));
        await expect(loadModel(path)).rejects.toThrow(/its weights cannot be read: /);
      }),
      { numRuns: 20 },
    );
  });

  test('changed anywhere are refused or read, within bounded time', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
    const start = performance.now();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        packed(bytes);
        await expectOpenOrRefused();
      }),
      { numRuns: 40 },
    );
    expect(performance.now() - start).toBeLessThan(50_000);
  });

  test('that promise far more than they hold are refused', async () => {
    packed(await promisingWeights());
    const before = process.memoryUsage().rss;
    await expect(loadModel(path)).rejects.toThrow('they promise more numbers than they hold');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  test('nested without end are refused', async () => {
    packed(await nestedWeights());
    await expect(loadModel(path)).rejects.toThrow('their groups are nested too deeply');
  });
});

/** A few bytes of HDF5 that claim to be four terabytes of numbers. */
async function promisingWeights(): Promise<Uint8Array> {
  const { File, ready } = await import('h5wasm');
  const { FS } = await ready;
  const file = new File('bomb.h5', 'w');
  const data = new Float32Array(4);
  const shape = { shape: [2, 2], maxshape: [null, null], chunks: [2, 2] };
  file.create_dataset({ name: 'bomb', data, ...shape }).resize([2 ** 20, 2 ** 20]);
  file.close();
  return FS.readFile('bomb.h5');
}

/** A group that contains itself. */
async function nestedWeights(): Promise<Uint8Array> {
  const { File, ready } = await import('h5wasm');
  const { FS } = await ready;
  const file = new File('nested.h5', 'w');
  file.create_group('layers');
  file.create_hard_link('/layers', '/layers/again');
  file.close();
  return FS.readFile('nested.h5');
}

test('a description of another shape is refused or understood', async () => {
  const parts = partsOf('conv-average');
  const config = jsonOf<unknown>(parts['config.json']);
  const places = placesIn(config);
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 0, 1e308, 2 ** 31, '__proto__'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), odd, async (place, value) => {
      pack(path, { ...parts, 'config.json': bytesOf(replaced(config, place, value)) });
      await expectOpenOrRefused();
    }),
    { numRuns: 300 },
  );
});

test('notes of another shape are refused or understood', async () => {
  const parts = partsOf('flatten128');
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        { classNames: fc.jsonValue(), scaling: fc.jsonValue(), history: fc.jsonValue() },
        { requiredKeys: [] },
      ),
      async (notes) => {
        pack(path, { ...parts, 'nnlab.json': bytesOf(notes) });
        await expectOpenOrRefused();
      },
    ),
    { numRuns: 100 },
  );
});

test('JSON nested a million times is refused', async () => {
  const deep = new TextEncoder().encode('['.repeat(1_000_000) + ']'.repeat(1_000_000));
  pack(path, { ...partsOf('flatten128'), 'config.json': deep });
  await expectOpenOrRefused();
});

type Place = readonly (string | number)[];

/** The path of every value inside a JSON value. */
function placesIn(value: unknown, place: Place = []): Place[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [place, ...inside.flatMap(([key, part]) => placesIn(part, [...place, key]))];
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('a hostile archive', () => {
  const zeros = new Uint8Array(64 * MEGABYTE);

  test('that would unpack to more than a model needs is refused by its table of contents', async () => {
    const bomb = zipSync({ ...partsOf('flatten128'), 'config.json': zeros }, { level: 9 });
    expect(bomb.length).toBeLessThan(MEGABYTE);
    writeFileSync(path, bomb);
    await expect(loadModel(path)).rejects.toThrow(/"config.json" has 67108864 bytes, more than/);
  });

  test('that lies about it is stopped when it has unpacked what it promised', async () => {
    const bomb = Buffer.from(zipSync({ 'config.json': zeros }, { level: 9 }));
    const contents = bomb.indexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt32LE(1000, contents + 24);
    writeFileSync(path, bomb);
    const before = process.memoryUsage().rss;
    await expect(loadModel(path)).rejects.toThrow('its "config.json" is damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * MEGABYTE);
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'C:\\windows', '..'])(
    'with a file called %s is refused',
    async (name) => {
      pack(path, { ...partsOf('flatten128'), [name]: new Uint8Array(1) });
      await expect(loadModel(path)).rejects.toThrow('it holds a file with the forbidden name');
    },
  );

  test('with the same file twice is refused', async () => {
    const twin = { ...partsOf('flatten128'), 'config.jsoN': new Uint8Array(3) };
    const bytes = Buffer.from(zipSync(twin, { level: 0 })).toString('latin1');
    writeFileSync(path, bytes.replaceAll('config.jsoN', 'config.json'), 'latin1');
    await expect(loadModel(path)).rejects.toThrow('it holds "config.json" twice');
  });
});
