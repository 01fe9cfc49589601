// npm run doctor: everything a lesson needs, as a table; it looks and changes nothing.
import { checks } from './setup/checks.mjs';

let missing = false;
for (const { name, needed = true, look } of checks) {
  const { ok, found, cure } = await look();
  if (needed && !ok) missing = true;
  const mark = ok ? '✓' : needed ? '✗' : '–';
  console.log(
    `${mark} ${name.padEnd(19)} ${found}${ok || !cure ? '' : `\n${' '.repeat(22)}→ ${cure}`}`,
  );
}
console.log(missing ? '\nA lesson could not run: see ✗ above.' : '\nEvery lesson can run.');
process.exit(missing ? 1 : 0);
