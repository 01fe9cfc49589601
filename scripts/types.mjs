// Rolls the types that a cell may use into one file a package, since for each cell TypeScript looks at every file:
// node scripts/types.mjs tfjs.d.ts … (npm run build calls it). Ready-made bundlers give every second class of
// TensorFlow.js another name, and need ten times as long.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, inProject } from './setup/project.mjs';
import { filesOf } from './types/files.mjs';
import { licenseOf, withoutComments, wrap } from './types/wrap.mjs';

/** @typedef {{ entry: string, packages: string[], undocumented?: string }} Roll */
/** @type {Record<string, Roll>} */
const rolls = JSON.parse(readFileSync(inProject('scripts', 'types', 'rolls.json'), 'utf8'));

/** @param {Roll} wanted */
function roll({ entry, packages, undocumented }) {
  const files = [...filesOf(entry, packages)];
  // What nobody asks the help for is most of the text.
  const bare = new RegExp(undocumented ?? '^$');
  const licenses = new Set(files.flatMap(([, file]) => licenseOf(file) ?? []));
  const blocks = files.map(([name, file]) =>
    wrap(name, bare.test(name) ? withoutComments(file) : file),
  );
  return [...licenses, ...blocks].join('\n');
}

const folder = join(cache, 'types');
mkdirSync(folder, { recursive: true });
for (const name of process.argv.slice(2)) {
  const wanted = rolls[name];
  if (!wanted) throw new Error(`scripts/types/rolls.json has no ${name}.`);
  const path = join(folder, name);
  writeFileSync(`${path}.part`, roll(wanted));
  renameSync(`${path}.part`, path);
}
