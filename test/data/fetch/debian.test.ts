import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withDebianPackage } from '../../../src/data/fetch/debian';
import { ownFolder } from '../made';
import { standIns } from './programs';

const limits = { answer: 10_000, window: 10_000, bytes: 1, resumes: 0 };
const programs = ownFolder();
afterEach(() => vi.unstubAllEnvs());

const onlyWith = (words: string) => `[ "$*" = "${words}" ] || exit 1;`;
const downloads = onlyWith('-o Acquire::Retries=0 download some-data');

describe('a package of Debian', () => {
  test('is downloaded and unpacked in a folder of its own, which goes afterwards', async () => {
    standIns(programs, {
      'apt-get': `${downloads} echo other > a-list; echo content > some-data_1.deb`,
      'dpkg-deb': `${onlyWith('-x some-data_1.deb unpacked')} mkdir unpacked; cp "$2" unpacked/data`,
    });
    const used: string[] = [];
    await withDebianPackage('some-data', limits, (folder) => {
      used.push(folder, readFileSync(join(folder, 'data'), 'utf8'));
    });
    expect(used[1]).toBe('content\n');
    expect(existsSync(join(used[0] ?? '', '..'))).toBe(false);
  });

  test('that does not come is used by nobody, and it says why', async () => {
    const use = vi.fn();
    standIns(programs, { 'apt-get': downloads, 'dpkg-deb': 'exit 0' });
    const fetched = withDebianPackage('some-data', limits, use);
    await expect(fetched).rejects.toThrow('apt-get leaves no package');
    standIns(programs, { 'apt-get': 'echo "E: Unable to locate package" >&2; exit 100' });
    const refused = withDebianPackage('some-data', limits, use);
    await expect(refused).rejects.toThrow('apt-get fails: E: Unable to locate package');
    expect(use).not.toHaveBeenCalled();
  });
});
