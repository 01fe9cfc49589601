import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closedFolder } from '../../scripts/class/closed.mjs';

const place = mkdtempSync(path.join(tmpdir(), 'nnlab-closed-'));
const home = path.join(place, 'home');
const program = path.join(home, 'bin', 'python');
const link = path.join(place, 'python');
afterAll(() => rmSync(place, { recursive: true, force: true }));

mkdirSync(path.dirname(program), { recursive: true });
writeFileSync(program, '');
symlinkSync(program, link);
chmodSync(place, 0o755);

describe('what learners cannot come to', () => {
  beforeEach(() => chmodSync(home, 0o700));

  test('is a file in a folder that is closed to other users', () => {
    expect(closedFolder([program])).toBe(home);
  });

  test('is a link to one as well', () => {
    expect(closedFolder([link])).toBe(home);
  });

  test('is nothing once the folder lets others through', () => {
    chmodSync(home, 0o711);
    expect(closedFolder([program, link])).toBeUndefined();
  });
});
