import type { Drawing, Pixels } from '../picture';

// What a browser has no need of or no way to: notebooks there draw charts themselves, the data come
// with the site, and training goes by WebAssembly in place of TensorFlow's graphs.

/** Whether charts can be drawn as pictures here. */
export const drawsPictures: boolean = false;

function absent(what: string): Error {
  return new Error(`${what} is not possible in a browser.`);
}

export function drawSvg(_svg: string, _drawing: Drawing): Pixels {
  throw absent('Drawing a chart as a PNG');
}

export function writeGraphFolder(_savedModel: Uint8Array): string {
  throw absent('A graph for TensorFlow');
}

export function removeGraphFolder(_folder: string): void {}

/** How long a command may let one wait, in milliseconds: for its first bytes, and for more. */
export interface Waits {
  readonly answer: number;
  readonly window: number;
}

export async function withTemporaryFolder(_use: (folder: string) => Promise<void>): Promise<void> {
  throw absent('A temporary folder');
}

export function namesIn(_folder: string): string[] {
  throw absent('Listing a folder');
}

export async function runWhileGrowing(
  command: string,
  _words: readonly string[],
  _folder: string,
  _waits: Waits,
): Promise<void> {
  throw absent(`Running ${command}`);
}

/** Files are whole or not there, so none is filled beside its place. */
export class PartFile {
  readonly path: string = '';

  constructor(_target: string) {
    throw absent('Downloading a file');
  }

  write(_bytes: Uint8Array, _position: number): void {}

  cutTo(_length: number): void {}

  publish(_check: (path: string) => void): void {}

  close(): void {}
}
