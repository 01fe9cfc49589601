// Step: the right Node.
import { Failure } from './failure.mjs';

const OLDEST = 20;
const NEWEST_TRIED = 24;

/** @param {string} version */
export function checkNode(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (major < OLDEST) {
    throw new Failure(
      `Node ${version} is too old: nnlab runs on Node 20, 22 and 24.`,
      'Install Node 22 from https://nodejs.org (or: nvm install 22), then call again.',
    );
  }
  if (major > NEWEST_TRIED)
    console.log(`  Node ${version}: newer than any nnlab was tried on (20, 22, 24)`);
}

export function checkPlatform() {
  if (process.platform === 'linux' || process.platform === 'darwin') return;
  throw new Failure(
    `nnlab runs on Linux and macOS, not directly on ${process.platform}.`,
    'On Windows install WSL (in a terminal: wsl --install) and call again inside it.',
  );
}

/** WebAssembly, by which Node downloads and model files are read, sets aside some 10 GB of addresses (not memory). */
export function checkAddressSpace() {
  try {
    new WebAssembly.Memory({ initial: 1 });
  } catch {
    throw new Failure(
      'This shell allows its programs too few memory addresses (see: ulimit -v).',
      'Run: ulimit -v unlimited  Then call again. If that is forbidden, ask whoever set the limit.',
    );
  }
}
