import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dataFolder, localPlaces, ownDataFolder } from '../../../src/data/fetch/find';
import { sharedDataFolders } from '../../../src/platform';
import { ownFolder } from '../made';

const work = ownFolder();
beforeEach(() => void vi.stubEnv('NNLAB_WORK', work));
afterEach(() => void vi.unstubAllEnvs());

describe('data are looked for', () => {
  test('in the folder that is chosen, then the learner’s, the project’s and the machine’s', () => {
    vi.stubEnv('NNLAB_DATA', 'chosen');
    expect(localPlaces()).toEqual([
      resolve('chosen'),
      resolve(work, 'data'),
      dataFolder,
      ...sharedDataFolders,
    ]);
  });

  test('where none is chosen, in the others', () => {
    vi.stubEnv('NNLAB_DATA', '');
    expect(localPlaces()).toEqual([ownDataFolder(), dataFolder, ...sharedDataFolders]);
  });

  test('in each folder once', () => {
    vi.stubEnv('NNLAB_DATA', dataFolder);
    expect(localPlaces()).toEqual([dataFolder, ownDataFolder(), ...sharedDataFolders]);
  });
});
