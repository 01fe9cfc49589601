import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readIdx, readImages, readLabels, writeIdx } from '../../src/data/idx-file';
import { formatIdx } from '../../src/data/idx';
import { numberedImages, ownFolder } from './made';

const folder = ownFolder();
const { images, labels } = numberedImages(12, 3);

function fileWith(bytes: Uint8Array | string, name = 'some-idx-ubyte'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('an IDX file', () => {
  test.each(['images', 'images.gz'])('comes back as it was written: %s', (name) => {
    const path = join(folder, name);
    writeIdx(path, images);
    expect(readImages(path)).toEqual(images);
  });

  test.each([[[5]], [[2, 3]], [[2, 3, 4]], [[2, 3, 4, 2]], [[0, 28, 28]]])(
    'may have the dimensions %j',
    (shape) => {
      const data = Uint8Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => i);
      expect(readIdx(fileWith(formatIdx({ shape, data })))).toEqual({ shape, data });
    },
  );

  test('is told by its content, not by its name', () => {
    expect(readImages(fileWith(gzipSync(formatIdx(images)), 'packed'))).toEqual(images);
    expect(readImages(fileWith(formatIdx(images), 'plain.gz'))).toEqual(images);
  });

  test('of labels holds one number each', () => {
    expect(readLabels(fileWith(formatIdx({ shape: [12], data: labels })))).toEqual(labels);
  });
});

describe('an error names the file, what is wrong and what to do', () => {
  const whole = formatIdx(images);
  const changed = (at: number, value: number): Uint8Array => {
    const copy = Uint8Array.from(whole);
    copy[at] = value;
    return copy;
  };
  const promising4GB = Uint8Array.from([0, 0, 8, 1, 255, 255, 255, 255, 1, 2, 3]);

  test.each([
    ['nothing in it', new Uint8Array(0), 'is empty'],
    ['nothing packed', gzipSync(''), 'is no IDX file: it starts with nothing readable'],
    ['three bytes', 'abc', 'is no IDX file: it starts with too few bytes'],
    ['a web page', '<!DOCTYPE html><html>Not found</html>', 'with the text of a web page'],
    ['a packed web page', gzipSync('\n<html>Not found</html>'), 'with the text of a web page'],
    ['another first byte', changed(1, 1), 'starts with the bytes 0 1 8 3'],
    [
      'another magic number',
      changed(0, 1),
      'starts with the bytes 1 0 8 3 instead of 0 0 8 and a rank',
    ],
    [
      'an unknown type',
      changed(2, 99),
      'an unknown type (code 99), but grey values and labels are bytes (code 8)',
    ],
    ['no dimensions', changed(3, 0), 'has 0 dimensions in its header; 1 to 4 are possible'],
    ['five dimensions', changed(3, 5), 'has 5 dimensions'],
    ['a header cut off', whole.subarray(0, 10), 'is cut off within its header'],
    ['a cut', whole.subarray(0, 50), 'is 50 bytes long, but its header promises 12 x 3 x 3'],
    ['too much', Buffer.concat([whole, Buffer.alloc(1)]), 'is 125 bytes long'],
    ['4 GB promised', promising4GB, 'promises 4294967295 values in its header, which is too many'],
    ['4 GB promised, packed', gzipSync(promising4GB), 'promises 4294967295 values'],
    ['a cut in packed data', gzipSync(whole).subarray(0, 60), 'is cut off'],
    [
      'far more than promised',
      gzipSync(Buffer.concat([whole, Buffer.alloc(1e6)])),
      'holds more than 124 bytes',
    ],
  ])('with %s', (_, bytes, message) => {
    const path = fileWith(bytes);
    expect(() => readIdx(path)).toThrow(message);
    expect(() => readIdx(path)).toThrow(`${path} `);
    expect(() => readIdx(path)).toThrow(/Delete it and run: npm run data$/);
  });

  test.each([
    [0x09, 'holds signed bytes, but grey values', 'int8'],
    [0x0b, 'holds 16-bit numbers, but grey values', 'int16'],
    [0x0c, 'holds 32-bit numbers, but grey values', 'int32'],
    [0x0d, 'holds 32-bit fractions, but grey values', 'float'],
    [0x0e, 'holds 64-bit fractions, but grey values', 'double'],
  ])('but a sound one of other numbers (type %i) is not sent away', (code, held, type) => {
    const path = fileWith(changed(2, code));
    expect(() => readImages(path)).toThrow(held);
    expect(() => readImages(path)).toThrow(`it is an IDX file of ${type}. Give a file of bytes`);
    expect(() => readImages(path)).not.toThrow(/Delete/);
  });

  test('where there is no file, or a folder', () => {
    expect(() => readIdx(join(folder, 'none'))).toThrow('none is not there');
    expect(() => readIdx(folder)).toThrow('is not a file');
  });

  test('where labels are opened as images, images as labels, or a label is 10', () => {
    const path = fileWith(formatIdx({ shape: [3], data: Uint8Array.of(1, 10, 3) }));
    expect(() => readImages(path)).toThrow(
      'holds 3 values, not images (count x rows x columns); is it the right file?',
    );
    expect(() => readLabels(path)).toThrow('has label 10 at position 1; labels are 0 to 9');
    expect(() => readLabels(fileWith(whole))).toThrow(
      'holds 12 x 3 x 3 values, not labels (one number each); is it the right file?',
    );
  });
});
