// The one line that brings what only the system's own package manager can bring.
import { spawnSync } from 'node:child_process';

/** @typedef {'python' | 'venv' | 'compiler'} Part */

/** How each package manager is called, and what it calls the parts; Homebrew's Python brings venv along.
 * @type {Record<string, { command: string, names: Record<Part, string[]> }>} */
const MANAGERS = {
  'apt-get': {
    command: 'apt-get install',
    names: { python: ['python3', 'python3-venv'], venv: ['python3-venv'], compiler: ['g++'] },
  },
  dnf: {
    command: 'dnf install',
    names: { python: ['python3'], venv: ['python3'], compiler: ['gcc-c++'] },
  },
  pacman: {
    command: 'pacman -S',
    names: { python: ['python'], venv: ['python'], compiler: ['gcc'] },
  },
  zypper: {
    command: 'zypper install',
    names: { python: ['python3'], venv: ['python3'], compiler: ['gcc-c++'] },
  },
};

/** Before the command, which ends the line: it can be copied to the end. */
const PASTE = 'Run this, then call again:';

/** The one line to paste.
 * @param {Part[]} parts @param {string} [system] */
export function cureFor(parts, system = process.platform) {
  if (system === 'darwin') {
    const lines = [
      ...(parts.some((part) => part !== 'compiler') ? ['brew install python'] : []),
      ...(parts.includes('compiler') ? ['xcode-select --install'] : []),
    ];
    return `${PASTE} ${lines.join('; ')}`;
  }
  const found = Object.keys(MANAGERS).find(isThere) ?? 'apt-get';
  const { command, names } = /** @type {typeof MANAGERS[string]} */ (MANAGERS[found]);
  const packages = [...new Set(parts.flatMap((part) => names[part]))];
  return `${PASTE} ${asRoot(`${command} ${packages.join(' ')}`)}`;
}

/** @param {string} line */
function asRoot(line) {
  if (process.getuid?.() === 0) return line;
  return isThere('sudo') ? `sudo ${line}` : `su -c '${line}'`;
}

/** @param {string} program */
function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}
