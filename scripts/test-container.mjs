// npm run test:container: builds the Containerfile in a Debian of its own (debootstrap, as root) and uses the image.
import { spawnSync } from 'node:child_process';
import { Failure } from './setup/failure.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

await afterSetUp(async () => {
  if (process.getuid?.() !== 0 || spawnSync('debootstrap', ['--version']).error) {
    const cure = 'As root: apt-get install debootstrap && npm run test:container';
    throw new Failure('A Debian of its own is made by root, with debootstrap.', cure);
  }
  endWithTotal(await runVitest('container', ['--config', 'vitest.container.config.mts']));
});
