import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LabelledImages } from '../../data/dataset';
import { writeFileSafely } from '../../files/file-bytes';

const FOLDER = path.join(__dirname, '../../../build/predictor');

/**
 * A file with all test images and their labels, for JupyterLab to serve: inside the notebook they
 * would weigh 6 MB, and Jupyter drops an output of more than 3 MB.
 */
export function allTestImagesFile({ images, labels }: LabelledImages, name: string): string {
  const bytes = Buffer.concat([images.data, labels]);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = path.join(FOLDER, `${name.toLowerCase()}-test-${hash}.bin.gz`);
  if (existsSync(file)) return file;
  writeFileSafely(file, gzipSync(bytes));
  return file;
}
