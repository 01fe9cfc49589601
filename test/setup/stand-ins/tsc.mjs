// Loaded into every Node of a set-up: TypeScript's compiler can halt when it has made its folder and written nothing.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

if (process.argv[1]?.endsWith(join('typescript', 'bin', 'tsc'))) {
  const { mkdirSync } = fs;
  fs.mkdirSync = (folder, options) => {
    const made = mkdirSync(folder, options);
    if (String(folder).endsWith('dist.part')) {
      execFileSync('bash', ['-c', '. "$STAND_INS/common.sh"; halt tsc'], { stdio: 'inherit' });
    }
    return made;
  };
}
