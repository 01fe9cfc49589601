import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  findWritten,
  inWork,
  projectFolder,
  shownPath,
  writeFileSafely,
} from '../../../src/platform';
import { ownFolder } from '../../data/made';

const root = ownFolder();
let count = 0;
let work: string;

beforeEach(() => {
  work = join(root, String(count++));
  vi.stubEnv('NNLAB_WORK', work);
});
afterEach(() => vi.unstubAllEnvs());

describe('the one folder that lessons write into', () => {
  test('is the project, unless NNLAB_WORK names another', () => {
    expect(inWork('models', 'x.keras')).toBe(join(work, 'models', 'x.keras'));
    vi.stubEnv('NNLAB_WORK', undefined);
    expect(inWork('models')).toBe(join(projectFolder, 'models'));
    expect(existsSync(join(projectFolder, 'package.json'))).toBe(true);
  });

  test('is the same from whichever folder a tool is started', () => {
    vi.stubEnv('NNLAB_WORK', 'work/ann');
    expect(inWork('data')).toBe(join(projectFolder, 'work', 'ann', 'data'));
  });

  test('comes before the project, whose files are found where it has none', () => {
    expect(findWritten('package.json')).toBe(join(projectFolder, 'package.json'));
    writeFileSafely(inWork('package.json'), Buffer.from('{}'));
    expect(findWritten('package.json')).toBe(join(work, 'package.json'));
    expect(findWritten('no such thing')).toBeUndefined();
  });

  test('is not part of a path as readers see it', () => {
    expect(shownPath(inWork('data', 'x.csv'))).toBe('data/x.csv');
    expect(shownPath(join(projectFolder, 'data', 'x.csv'))).toBe('data/x.csv');
    expect(shownPath('/elsewhere/x.csv')).toBe('/elsewhere/x.csv');
  });
});

describe('where nothing can be written, one sentence says so', () => {
  test('a file stands where a folder should be', () => {
    mkdirSync(root, { recursive: true });
    writeFileSync(work, '');
    expect(() => writeFileSafely(inWork('data', 'x.csv'), Buffer.from('1'))).toThrow(
      /^data cannot be written: what should be its folder is a file\.$/,
    );
  });

  test('a folder stands where the file should be, and nothing is left beside it', () => {
    mkdirSync(inWork('x.csv', 'full'), { recursive: true });
    expect(() => writeFileSafely(inWork('x.csv'), Buffer.from('1'))).toThrow(
      /^x\.csv cannot be written: a folder has this name\.$/,
    );
    expect(readdirSync(work)).toEqual(['x.csv']);
  });

  // Root may write everywhere: what another user is told stands in test/users.
  if (process.getuid?.() !== 0) {
    test('a folder of somebody else', () => {
      mkdirSync(work, { recursive: true });
      chmodSync(work, 0o555);
      expect(() => writeFileSafely(inWork('x.csv'), Buffer.from('1'))).toThrow(
        /cannot be written: you may not write there; set NNLAB_WORK to a folder of your own/,
      );
    });
  }
});
