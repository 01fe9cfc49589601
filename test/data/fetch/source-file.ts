import { createHash } from 'node:crypto';
import type { IdxName, SourceFile } from '../../../src/data/fetch/sources';

/** What a source says of a file that holds this. */
export const sourceFile = (name: IdxName, content: Uint8Array): SourceFile => ({
  name,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});
