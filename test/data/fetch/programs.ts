import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/** Puts shell scripts of these names before the machine's own programs, until the environment is given back. */
export function standIns(folder: string, scripts: Readonly<Record<string, string>>): void {
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}
