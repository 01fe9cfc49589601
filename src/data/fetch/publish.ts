import { PartFile, readFileBytes } from '../../platform';
import { readVerified } from './find';
import type { SourceFile } from './sources';

/** Copies a file into its place by way of a part, verified after the copying. */
export function copyVerified(from: string, target: string, file: SourceFile): void {
  const part = new PartFile(target);
  try {
    part.write(readFileBytes(from), 0);
    part.publish((path) => readVerified(path, file));
  } finally {
    part.close();
  }
}
