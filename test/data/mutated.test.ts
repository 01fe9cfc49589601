import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { LabelledImages } from '../../src/data/dataset';
import { formatIdx } from '../../src/data/idx';
import { readImages, readLabels } from '../../src/data/idx-file';
import { readPixelCsv } from '../../src/data/csv-read';
import { numberedImages, ownFolder } from './made';

const RUNS = { idx: 3500, gzip: 3500, csv: 3500 };
const MOST_MEMORY = 64 * 1024 * 1024;

const folder = ownFolder();
// Vitest wants to hear something now and then.
afterEach(() => new Promise((resolve) => setImmediate(resolve)));
const { images, labels } = numberedImages(12);
const idxFile = Buffer.from(formatIdx(images));
const labelFile = Buffer.from(formatIdx({ shape: [12], data: labels }));
const csvText = [
  'label,pixel1,pixel2,pixel3,pixel4',
  ...Array.from(labels, (label, i) => [label, ...images.data.subarray(4 * i, 4 * i + 4)].join(',')),
  '',
].join('\n');

/** Something that happens to a file on its way: cut, grown, flipped, overwritten, joined. */
function mutationOf(file: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat(file.length - 1);
  return fc.oneof(
    fc.constant(file),
    place.map((end) => file.subarray(0, end)),
    place.map((start) => file.subarray(start)),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((tail) => Buffer.concat([file, tail])),
    fc.tuple(place, fc.nat(7)).map(([at, bit]) => changed(file, at, (file[at] ?? 0) ^ (1 << bit))),
    fc.tuple(fc.nat(20), fc.nat(255)).map(([at, value]) => changed(file, at, value)),
    fc.tuple(place, place).map(([a, b]) => Buffer.concat([file.subarray(0, a), file.subarray(b)])),
    fc.constant(Buffer.concat([file, file])),
    fc.constantFrom(Buffer.alloc(0), Buffer.alloc(100), Buffer.from('<html>404</html>')),
  );
}

function changed(file: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(file);
  copy[at % copy.length] = value;
  return copy;
}

/** Reads a file; gives what it holds, or checks that the error is one for a person. */
function dataOrError<T>(bytes: Buffer, name: string, read: (path: string) => T): T | undefined {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    return read(path);
  } catch (error) {
    const { message } = error as Error;
    expect(message.startsWith(`${path} `)).toBe(true);
    expect(message).toMatch(/npm run data/);
    expect(message.length).toBeLessThan(path.length + 250);
    return undefined;
  }
}

/** What a strict reader of the format makes of plain IDX bytes; the slow, plain way. */
function idxByTheBook(bytes: Buffer, rank: number): number[] | undefined {
  const start = 4 + 4 * rank;
  if (bytes.length < start || bytes.readUInt32BE(0) !== 0x0800 + rank) return undefined;
  const sizes = Array.from({ length: rank }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  const count = sizes.reduce((product, size) => product * size, 1);
  return bytes.length === start + count ? [...sizes, ...bytes.subarray(start)] : undefined;
}

function unpacked(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_MEMORY });
  } catch {
    return undefined;
  }
}

/** Rows of whole numbers in range, or undefined, for texts this test calls plain. */
function csvByTheBook(text: string): number[][] | undefined {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const [header = '', ...rows] = lines.map((line) => line.replace(/\r$/, ''));
  while (rows.at(-1) === '') rows.pop();
  const names = header.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const side = Math.sqrt(names.length - 1);
  const isHeader = names.every((name, i) => name === (i === 0 ? 'label' : `pixel${i}`));
  if (!isHeader || !Number.isInteger(side) || side === 0 || rows.length === 0) return undefined;
  const values = rows.map((row) => row.split(',').map(numberIn));
  const isWhole = values.every(
    (row) =>
      row.length === names.length && row.every((value) => value <= 255) && (row[0] ?? 99) < 10,
  );
  return isWhole ? values : undefined;
}

function tableOf({ images, labels }: LabelledImages): number[][] {
  const [count, rows, columns] = images.shape;
  const size = rows * columns;
  return Array.from({ length: count }, (_, i) => [
    labels[i] ?? -1,
    ...images.data.subarray(i * size, (i + 1) * size),
  ]);
}

function numberIn(cell: string): number {
  const [, bare, quoted] = /^[ \t]*(?:\+?(\d+)|"[ \t]*\+?(\d+)[ \t]*")[ \t]*$/.exec(cell) ?? [];
  return Number(bare ?? quoted ?? Number.NaN);
}

describe('a damaged file gives exactly its data or one clear error', () => {
  test('IDX', () => {
    fc.assert(
      fc.property(mutationOf(idxFile), (bytes) => {
        const read = dataOrError(bytes, 'images-idx3-ubyte', readImages);
        const right = idxByTheBook(bytes, 3);
        expect(read && [...read.shape, ...read.data]).toEqual(right);
      }),
      { numRuns: RUNS.idx / 2 },
    );
    fc.assert(
      fc.property(mutationOf(labelFile), (bytes) => {
        const read = dataOrError(bytes, 'labels-idx1-ubyte', (path) => readLabels(path));
        const right = idxByTheBook(bytes, 1)?.slice(1);
        expect(read && [...read]).toEqual(right?.every((label) => label < 10) ? right : undefined);
      }),
      { numRuns: RUNS.idx / 2 },
    );
  });

  test('gzip', () => {
    const mutated = fc.oneof(
      mutationOf(gzipSync(idxFile)),
      mutationOf(idxFile).map((bytes) => gzipSync(bytes)),
    );
    const before = process.memoryUsage().rss;
    fc.assert(
      fc.property(mutated, (bytes) => {
        const read = dataOrError(bytes, 'images.gz', readImages);
        // What is no gzip at all is refused; what unpacks must be right to the last byte.
        const content = unpacked(bytes);
        const right = content && idxByTheBook(content, 3);
        expect(read && [...read.shape, ...read.data]).toEqual(right);
      }),
      { numRuns: RUNS.gzip },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(4 * MOST_MEMORY);
  });

  test('CSV', () => {
    const cells = fc.constantFrom(
      'NaN',
      '256',
      '10',
      '-1',
      '2.5',
      '',
      '"3"',
      ' 3',
      '3\t',
      ' " +3 " ',
      '+3',
      '0003',
      '12.0',
      'null',
      '1e2',
      '0x1',
      ' ',
      '"',
    );
    const lines = csvText.split('\n');
    const oddCell = fc.tuple(fc.nat(12), fc.nat(4), cells).map(([row, column, cell]) => {
      const values = (lines[row] ?? '').split(',');
      values[column] = cell;
      return Buffer.from(lines.map((line, i) => (i === row ? values.join(',') : line)).join('\n'));
    });
    const oddForm = fc.constantFrom(
      csvText.replaceAll('\n', '\r\n'),
      `\ufeff${csvText}`,
      csvText.replaceAll(/(\d+),/g, '"$1",'),
      csvText.replaceAll(/,\d+\n/g, '\n'),
      csvText.replaceAll(/^[^,]*,/gm, ''),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          mutationOf(Buffer.from(csvText)),
          oddCell,
          oddForm.map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          const read = dataOrError(bytes, 'table.csv', (path) => readPixelCsv(path));
          expect(read && tableOf(read)).toEqual(csvByTheBook(bytes.toString('utf8')));
        },
      ),
      { numRuns: RUNS.csv },
    );
  });
});
