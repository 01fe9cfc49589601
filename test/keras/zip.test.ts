import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip, writeZip } from '../../src/keras/zip';
import { bytesOf } from './files';

// Where an archive of one file keeps what it says of it: from the start of its header, of its
// entry in the table of contents, and of the end record.
const HEADER = { signature: 0 };
const ENTRY = { flags: 8, method: 10, sum: 16, size: 24, nameLength: 28, offset: 42 };
const END = { count: 10, contents: 16, length: 22 };

const content = bytesOf({ some: 'words' });
const whole = Buffer.from(writeZip({ 'a.json': content }));
const entry = whole.indexOf(Buffer.from('504b0102', 'hex'));
const end = whole.length - END.length;

/** A copy of the archive with two bytes at one place changed. */
function changed(at: number, value: number): Uint8Array {
  const copy = Buffer.from(whole);
  copy.writeUInt16LE(value, at);
  return copy;
}

const read = (bytes: Uint8Array, limit = 100) =>
  Uint8Array.from(openZip(bytes).read('a.json', limit));

describe('an archive', () => {
  test('gives its files back, stored or compressed', () => {
    expect(read(whole)).toEqual(content);
    expect(read(zipSync({ 'a.json': content }, { level: 9 }))).toEqual(content);
  });

  test('gives an empty file back', () => {
    expect(read(zipSync({ 'a.json': new Uint8Array(0) }))).toHaveLength(0);
  });

  test('knows what is in it', () => {
    const archive = openZip(writeZip({ 'a.json': content, 'b.json': content }));
    expect(['b.json', 'c.json'].map((name) => archive.has(name))).toEqual([true, false]);
    expect(() => archive.read('c.json', 100)).toThrow('"c.json" is missing in it');
  });

  test('may lie in the middle of other bytes', () => {
    const around = Buffer.concat([Buffer.alloc(7, 1), whole, Buffer.alloc(9, 2)]);
    expect(read(around.subarray(7, 7 + whole.length))).toEqual(content);
  });

  test.each([0, 1, 0xffff])('may end in a comment of %i letters', (length) => {
    expect(read(Buffer.concat([whole, Buffer.alloc(length, 'x')]))).toHaveLength(content.length);
  });

  test('with more than a comment behind it is none', () => {
    const long = Buffer.concat([whole, Buffer.alloc(0x10000, 'x')]);
    expect(() => openZip(long)).toThrow('it is no zip archive, or its end is missing');
  });

  test('may have entries with a comment and more', () => {
    const files = { 'a.json': content, 'b.json': content };
    const extra = { 0x6e6e: Uint8Array.of(1, 2, 3) };
    const commented = zipSync(files, { comment: 'some words', extra, level: 0 });
    expect(openZip(commented).read('b.json', 100)).toEqual(content);
  });

  test('gives a file as long as is allowed, and none that is longer', () => {
    expect(read(whole, content.length)).toHaveLength(content.length);
    expect(() => read(whole, content.length - 1)).toThrow(
      `its "a.json" has ${content.length} bytes, more than the ${content.length - 1} allowed`,
    );
  });
});

describe('an archive is refused', () => {
  const contentsDamaged = 'its table of contents is damaged';
  test.each<[string, Uint8Array, string]>([
    ['an encrypted file', changed(entry + ENTRY.flags, 1), 'its "a.json" is encrypted'],
    [
      'another compression',
      changed(entry + ENTRY.method, 12),
      'its "a.json" is compressed in a way nnlab does not know',
    ],
    ['what cannot be unpacked', changed(entry + ENTRY.method, 8), 'its "a.json" is damaged'],
    ['another sum', changed(entry + ENTRY.sum, 1), 'its "a.json" is damaged'],
    ['another length', changed(entry + ENTRY.size, 3), 'its "a.json" is damaged'],
    ['no header where the file begins', changed(HEADER.signature, 1), contentsDamaged],
    ['a file that begins behind the end', changed(entry + ENTRY.offset, 60_000), contentsDamaged],
    ['a file that goes on behind the end', changed(entry + 20, 60_000), contentsDamaged],
    ['more files than there are', changed(end + END.count, 2), contentsDamaged],
    ['a name without end', changed(entry + ENTRY.nameLength, 60_000), contentsDamaged],
    ['contents that begin elsewhere', changed(end + END.contents, 3), contentsDamaged],
    ['contents behind the end', changed(end + END.contents, 60_000), contentsDamaged],
  ])('with %s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
  });

  test('that holds the same file twice', () => {
    const twins = Buffer.from(writeZip({ 'a.json': content, 'b.json': content }));
    const same = twins.toString('latin1').replaceAll('b.json', 'a.json');
    expect(() => openZip(Buffer.from(same, 'latin1'))).toThrow('it holds "a.json" twice');
  });

  test.each(['/a', '\\a', 'a\\b', '..', '../a', 'a/..', 'a/../b', 'C:a', 'c:/a'])(
    'that holds a file called %s',
    (name) => {
      expect(() => openZip(writeZip({ [name]: content }))).toThrow(
        `it holds a file with the forbidden name "${name}"`,
      );
    },
  );

  test.each(['a/b', 'a..b', '..a/b', 'a../b', 'ab:c'])('but not with one called %s', (name) => {
    expect(openZip(writeZip({ [name]: content })).has(name)).toBe(true);
  });
});
