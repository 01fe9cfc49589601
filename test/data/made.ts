import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import type { LabelledImages } from '../../src/data/dataset';

/** Small images whose first pixel is their row number and whose labels go round. */
export function numberedImages(count: number, side = 2, classes = 10): LabelledImages {
  const data = Uint8Array.from({ length: count * side * side }, (_, i) => {
    const image = Math.floor(i / (side * side));
    return i % (side * side) === 0 ? image : (i * 7) % 256;
  });
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes);
  return { images: { shape: [count, side, side], data }, labels };
}

/** The row numbers that `numberedImages` has written into the first pixels. */
export function rowsIn({ images }: LabelledImages): number[] {
  const [count, rows, columns] = images.shape;
  return Array.from({ length: count }, (_, i) => images.data[i * rows * columns] ?? -1);
}

/** A folder for the tests of one file, gone afterwards. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nnlab-data-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Collects what is printed while the tests of one file run. */
export function printedLines(): string[] {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => vi.restoreAllMocks());
  return lines;
}

/** Compares quickly what `toEqual` would compare one by one, for many seconds. */
export function expectSameImages(actual: LabelledImages, expected: LabelledImages): void {
  expect(actual.images.shape).toEqual(expected.images.shape);
  expect(Buffer.compare(actual.labels, expected.labels)).toBe(0);
  expect(Buffer.compare(actual.images.data, expected.images.data)).toBe(0);
}
