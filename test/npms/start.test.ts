// What a newcomer's first command does, with the npm that they happen to have; run by `npm run test:npms`.
import { cpSync, existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Clone } from '../setup/clone';

const npms = process.env.NNLAB_NPMS ?? '';
/** The npm at work sets up the clone of test/setup. */
const own = `npm${/^npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1]}`;
const others = ['npm9', 'npm10', 'npm11'].filter((name) => name !== own);

describe.each(others)('with %s', (name) => {
  const npm = ['node', join(npms, name, 'bin', 'npm-cli.js')];

  test('npm start sets a fresh clone up, mends a copied library, and the doctor runs a lesson', async () => {
    const clone = new Clone();
    try {
      // The native part is made in other tests; here it is npm that is looked at.
      clone.takeOver(join('.cache', 'tensorflow'));
      const started = await clone.run([...npm, 'start', '--', '--check']);
      expect(started.code, started.output).toBe(0);
      expect(started.output).toMatch(/✓ JupyterLab answers: kernels tslab, \d+ notebooks/);

      const link = join(clone.folder, 'node_modules', 'nnlab');
      rmSync(link, { recursive: true });
      cpSync(join(clone.folder, 'src'), join(link, 'src'), { recursive: true });
      const again = await clone.run([...npm, 'start', '--', '--check']);
      expect(again.code, again.output).toBe(0);
      expect(existsSync(join(link, 'dist', 'index.js'))).toBe(true);
      expect(realpathSync(link)).toBe(realpathSync(clone.folder));

      const doctor = await clone.run([...npm, 'run', 'doctor']);
      expect(doctor.code, doctor.output).toBe(0);
      expect(doctor.output).toMatch(/✓ a lesson in the kernel/);
    } finally {
      clone.remove();
    }
  }, 600_000);
});
