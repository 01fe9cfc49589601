import { basename, join, sizeOfFile } from '../../platform';
import { findFile } from './find';
import { obtain, surroundings, type Surroundings } from './obtain';
import { copyVerified } from './publish';
import type { Source } from './sources';

/** One line of the table that `npm run data` prints. */
export interface FilledRow {
  readonly file: string;
  readonly bytes: number;
  readonly from: string;
}

/**
 * Puts the files of a data set into the data folder, from wherever they can be had, and
 * verifies each there. Undefined where the set cannot be had completely.
 */
export async function fillData(
  source: Source,
  around: Surroundings = surroundings,
): Promise<FilledRow[] | undefined> {
  const found = await obtain(source, around);
  if (found === undefined) return undefined;
  return source.files.map((file) => {
    const origin = found[file.name];
    const there = findFile(source, file, [around.folder], () => undefined);
    const target = there?.path ?? join(around.folder, source.folder, basename(origin.path));
    if (there === undefined) copyVerified(origin.path, target, file);
    return {
      file: `${source.folder}/${basename(target)}`,
      bytes: sizeOfFile(target),
      from: origin.place,
    };
  });
}
