// The course's images as files, for the other side to read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param {Awaited<ReturnType<typeof import('nnlab').loadFashion>>} data */
export function imagesInFolder(data) {
  if (!data.complete) throw new Error('The bench needs the whole of Fashion-MNIST: npm run data.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const all = [data.train, data.test];
  writeFileSync(join(folder, 'images'), Buffer.concat(all.map(({ images }) => images.data)));
  writeFileSync(join(folder, 'labels'), Buffer.concat(all.map(({ labels }) => labels)));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
