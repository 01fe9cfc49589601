import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatIdx } from '../../../src/data/idx';
import type { IdxName, Source } from '../../../src/data/fetch/sources';
import { numberedImages } from '../made';
import { sourceFile } from './source-file';

/** What a data set of a few small images holds. */
export const small = { train: numberedImages(30), test: numberedImages(12) };

const labelFile = (labels: Uint8Array) =>
  Buffer.from(formatIdx({ shape: [labels.length], data: labels }));

/** Its files, unpacked. */
export const contents: Readonly<Record<IdxName, Buffer>> = {
  'train-images-idx3-ubyte': Buffer.from(formatIdx(small.train.images)),
  'train-labels-idx1-ubyte': labelFile(small.train.labels),
  't10k-images-idx3-ubyte': Buffer.from(formatIdx(small.test.images)),
  't10k-labels-idx1-ubyte': labelFile(small.test.labels),
};

export const names = Object.keys(contents) as IdxName[];

/** The data set, offered by these mirrors. */
export function sourceWith(mirrors: readonly string[]): Source {
  const files = names.map((name) => sourceFile(name, contents[name]));
  return { title: 'MNIST', folder: 'mnist', files, mirrors };
}

/** Puts one of its files, or other bytes in its place, into a folder of data. */
export function place(folder: string, name: IdxName, bytes = gzipSync(contents[name])): string {
  mkdirSync(join(folder, 'mnist'), { recursive: true });
  const path = join(folder, 'mnist', `${name}.gz`);
  writeFileSync(path, bytes);
  return path;
}
