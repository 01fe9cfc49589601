// The course's images as files, for the other side to read (images.py).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disposeExamples, sliceRows, toTensors } from 'nnlab';

/** @typedef {Awaited<ReturnType<typeof import('nnlab').loadFashion>>} Fashion */

/** @param {Fashion} data */
export function fashionInFolder(data) {
  if (!data.complete) throw new Error('The bench needs the whole of Fashion-MNIST: npm run data.');
  return imagesInFolder([data.train, data.test]);
}

/** @param {import('nnlab').LabelledImages[]} parts one after the other */
export function imagesInFolder(parts) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  writeFileSync(join(folder, 'images'), Buffer.concat(parts.map(({ images }) => images.data)));
  writeFileSync(join(folder, 'labels'), Buffer.concat(parts.map(({ labels }) => labels)));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The lessons' 54,000 rows to learn from, and their 6,000 for validation. @param {Fashion} data */
export function trainingRows({ train }) {
  const examples = toTensors(sliceRows(train, 0, 54_000));
  const validation = toTensors(sliceRows(train, 54_000, 60_000));
  const dispose = () => [examples, validation].forEach(disposeExamples);
  return { examples, validation, dispose };
}
