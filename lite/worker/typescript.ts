// tslab's TypeScript over the files in memory, with the repairs of scripts/kernel in it.
import * as original from 'tslab-typescript';
import { mendedTypeScript } from '../../scripts/kernel/converter.cjs';
import { isFile, isFolder, textOf } from './node/files';

const NO_WATCHER = { close: () => undefined };

const system = {
  args: [],
  newLine: '\n',
  useCaseSensitiveFileNames: true,
  write: () => undefined,
  readFile: textOf,
  fileExists: isFile,
  directoryExists: isFolder,
  getCurrentDirectory: () => '/',
  getExecutingFilePath: () => '/lib/typescript.js',
  getDirectories: () => [],
  readDirectory: () => [],
  resolvePath: (path: string) => path,
  createDirectory: () => undefined,
  writeFile: () => undefined,
  exit: () => undefined,
  watchFile: () => NO_WATCHER,
  watchDirectory: () => NO_WATCHER,
};

type WithSystem = typeof original & { setSys(given: typeof system): void };

// TypeScript finds no system by itself where there is no Node.
(original as WithSystem).setSys(system);

module.exports = mendedTypeScript(original);
