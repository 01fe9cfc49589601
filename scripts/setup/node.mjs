// Step: the right Node.
import { existsSync } from 'node:fs';
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

/** Alpine's own C library, for which there is none of TensorFlow's. */
export const isMusl = () => existsSync('/etc/alpine-release');

export function checkPlatform() {
  if (isMusl()) {
    throw new Failure(
      'nnlab does not run on Alpine Linux: TensorFlow has no library for its musl.',
      'Use Debian, Ubuntu or Fedora (in a container, too), then call again.',
    );
  }
  if (process.platform === 'linux' || process.platform === 'darwin') return;
  throw new Failure(
    `nnlab runs on Linux and macOS, not directly on ${process.platform}.`,
    'On Windows type this in a terminal, then call again inside Debian: wsl --install --distribution Debian',
  );
}

/** WebAssembly, by which Node downloads and model files are read, sets aside some 10 GB of addresses (not memory). */
export function checkAddressSpace() {
  try {
    new WebAssembly.Memory({ initial: 1 });
  } catch {
    throw new Failure(
      'This shell allows its programs too few memory addresses (see: ulimit -v).',
      'Run this, then call again (where it is forbidden, ask who set the limit): ulimit -v unlimited',
    );
  }
}
