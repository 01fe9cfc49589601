// npm run doctor: everything a lesson needs, as a table; it looks and changes nothing.
import { checks, packagesToInstall } from './setup/checks.mjs';

let missing = false;
for (const { name, look } of checks) {
  const { ok, found, cure } = await look();
  if (!ok) missing = true;
  const mark = ok ? '✓' : '✗';
  console.log(
    `${mark} ${name.padEnd(23)} ${found}${ok || !cure ? '' : `\n${' '.repeat(26)}→ ${cure}`}`,
  );
}
const line = await packagesToInstall();
if (line) console.log(`\nAll that your system must bring, in one line:\n→ ${line}`);
console.log(missing ? '\nA lesson could not run: see ✗ above.' : '\nEvery lesson can run.');
process.exit(missing ? 1 : 0);
