import type { LabelledImages } from '../../data/dataset';
import { joinBytes } from '../../files/bytes';
import { fileExists, gzip, inWork, sha256, writeFileSafely } from '../../platform';

/**
 * A file with all test images and their labels, for JupyterLab to serve: inside the notebook they
 * would weigh 6 MB, and Jupyter drops an output of more than 3 MB. One's own: Jupyter may serve no other.
 */
export function allTestImagesFile({ images, labels }: LabelledImages, name: string): string {
  const bytes = joinBytes([images.data, labels]);
  const hash = sha256(bytes).slice(0, 12);
  const file = inWork('build', 'predictor', `${name.toLowerCase()}-test-${hash}.bin.gz`);
  if (fileExists(file)) return file;
  writeFileSafely(file, gzip(bytes, 'fast'));
  return file;
}
