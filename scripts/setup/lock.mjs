// Two set-ups at once would break each other: the second waits until the first has ended or is dead.
// The lock is the file with the highest number in its folder. Taking it means making the next number, which
// only one process can; numbers never fall, so a dead holder's lock can be passed on without a gap.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const FREE = 'free';
const POLL_MS = 300;
// A file without a holder yet is one being written; it is given this long.
const WRITING_MS = 10_000;

/** @typedef {{ pid: number, born: string }} Holder */

/**
 * Waits for the lock and takes it.
 * @param {string} folder @param {(pid: number) => void} [onWait] told once, with whom we wait for
 */
export async function takeLock(folder, onWait) {
  mkdirSync(folder, { recursive: true });
  let told = false;
  for (;;) {
    const current = highest(folder);
    const holder = current > 0 ? liveHolder(fileOf(folder, current)) : undefined;
    if (holder === undefined) {
      if (claim(folder, current + 1)) return heldLock(folder, current + 1);
      continue;
    }
    if (!told) onWait?.(holder);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** @param {string} folder @param {number} number */
function heldLock(folder, number) {
  const file = fileOf(folder, number);
  for (const other of numbers(folder)) {
    if (other < number) rmSync(fileOf(folder, other), { force: true });
  }
  const self = identify(process.pid);
  return {
    /**
     * Also the programs at work for us hold the lock: they may outlive us.
     * @param {number[]} pids
     */
    nameChildren: (pids) => replace(file, JSON.stringify([self, ...pids.map(identify)])),
    release: () => replace(file, FREE),
  };
}

/** @param {string} folder @param {number} number */
function claim(folder, number) {
  try {
    writeFileSync(fileOf(folder, number), JSON.stringify([identify(process.pid)]), { flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  if (highest(folder) === number) return true;
  // Somebody was two steps ahead of us: what we saw was already gone.
  rmSync(fileOf(folder, number), { force: true });
  return false;
}

/** @param {string} file @returns {number | undefined} the process that holds the lock, if one lives */
function liveHolder(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
    if (text === FREE) return undefined;
    /** @type {Holder[]} */
    const holders = JSON.parse(text);
    return holders.find(({ pid, born }) => identify(pid).born === born && born !== '')?.pid;
  } catch {
    const fresh = text !== undefined && Date.now() - statSync(file).mtimeMs < WRITING_MS;
    return fresh ? 0 : undefined;
  }
}

/**
 * A process by its number and its birth, since numbers are given again.
 * @param {number} pid
 * @returns {Holder}
 */
function identify(pid) {
  return { pid, born: birthOf(pid) };
}

/** @param {number} pid @returns {string} '' when there is no such process */
function birthOf(pid) {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return fields[0] === 'Z' ? '' : (fields[19] ?? '');
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** @param {string} file @param {string} text */
function replace(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** @param {string} folder @param {number} number */
const fileOf = (folder, number) => join(folder, `lock.${number}`);

/** @param {string} folder */
const numbers = (folder) =>
  readdirSync(folder)
    .filter((name) => /^lock\.\d+$/.test(name))
    .map((name) => Number(name.slice('lock.'.length)));

/** @param {string} folder */
const highest = (folder) => Math.max(0, ...numbers(folder));
