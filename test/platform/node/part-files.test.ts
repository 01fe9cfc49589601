import { spawn, spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writePixelCsv } from '../../../src/data/csv-write';
import { writeIdx } from '../../../src/data/idx-file';
import { writeFileSafely } from '../../../src/platform/node/file-bytes';
import { clearParts, partOf } from '../../../src/platform/node/part-files';
import { replaceFile, replaceFileSync } from '../../../src/platform/node/replace-file';

const folder = mkdtempSync(join(tmpdir(), 'part-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const gone = spawnSync(process.execPath, ['-e', '']).pid;

test('parts of writers that are gone are cleared, nothing else', () => {
  const alive = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const kept = ['a', `a.${alive.pid}-0.part`, `a.${process.pid}-7.part`, `ab.${gone}-0.part`];
  kept.push(`a.b.${gone}-0.part`, 'a.part', '.a.1.part');
  for (const name of [...kept, `a.${gone}-0.part`, `a.${gone}.part`]) {
    writeFileSync(join(folder, name), '');
  }
  clearParts(join(folder, 'a'));
  alive.kill();
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});

test('no two parts have one name', () => {
  expect(partOf('x')).not.toBe(partOf('x'));
});

const grey = { data: Uint8Array.of(1, 2, 3, 4), shape: [1, 2, 2] as [number, number, number] };
const writers: readonly (readonly [string, (path: string) => unknown])[] = [
  ['replaceFile', (path) => replaceFile(path, Uint8Array.of(1))],
  ['writeFileSafely', (path) => writeFileSafely(path, Uint8Array.of(1))],
  ['writeIdx', (path) => writeIdx(path, grey)],
  ['writePixelCsv', (path) => writePixelCsv(path, { images: grey, labels: Uint8Array.of(7) })],
];

describe.each(writers)('%s', (name, write) => {
  test('puts another file in the place of the old one, and clears up', async () => {
    const path = join(folder, name);
    writeFileSync(path, 'old');
    linkSync(path, `${path}-before`);
    writeFileSync(`${path}.${gone}-0.part`, 'half');
    await write(path);
    // Written in place, the old file would have changed under its second name.
    expect(readFileSync(`${path}-before`, 'utf8')).toBe('old');
    expect(readFileSync(path, 'utf8')).not.toBe('old');
    expect(readdirSync(folder).filter((one) => one.startsWith(`${name}.`))).toEqual([]);
  });
});

test('a write that fails leaves the old file, and nothing beside it', () => {
  const path = join(folder, 'failing');
  writeFileSync(path, 'old');
  const fail = () => {
    throw new Error('the disk is full');
  };
  expect(() => replaceFileSync(path, fail)).toThrow('the disk is full');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder).filter((one) => one.startsWith('failing.'))).toEqual([]);
});
