import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { LabelledImages } from '../../data/dataset';
import { writeFileSafely } from '../../files/file-bytes';
import { inWork } from '../../files/work-folder';

/**
 * A file with all test images and their labels, for JupyterLab to serve: inside the notebook they
 * would weigh 6 MB, and Jupyter drops an output of more than 3 MB. One's own: Jupyter may serve no other.
 */
export function allTestImagesFile({ images, labels }: LabelledImages, name: string): string {
  const bytes = Buffer.concat([images.data, labels]);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = inWork('build', 'predictor', `${name.toLowerCase()}-test-${hash}.bin.gz`);
  if (existsSync(file)) return file;
  writeFileSafely(file, gzipSync(bytes));
  return file;
}
