import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long a command may let one wait, in milliseconds: for its first bytes, and for more. */
export interface Waits {
  readonly answer: number;
  readonly window: number;
}

/** Gives `use` a new folder of its own, and clears it away afterwards. */
export async function withTemporaryFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nnlab-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function namesIn(folder: string): string[] {
  return readdirSync(folder);
}

/**
 * Runs a command that fills a folder, and ends it when the folder does not grow in time. Rejects
 * with what the command complains of.
 */
export function runWhileGrowing(
  command: string,
  words: readonly string[],
  folder: string,
  waits: Waits,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const stopWatching = endWhenIdle(child, folder, waits);
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    child.on('error', () => {
      stopWatching();
      reject(new Error(`${command} is not on this machine`));
    });
    child.on('close', (code) => {
      stopWatching();
      if (code === 0) resolve();
      else reject(new Error(`${command} fails: ${firstError(complaint)}`));
    });
  });
}

function endWhenIdle(child: ChildProcess, folder: string, waits: Waits): () => void {
  let size = 0;
  let nextLook = Date.now() + waits.answer;
  const timer = setInterval(() => {
    const now = sizeOf(folder);
    if (now > size) nextLook = Date.now() + waits.window;
    else if (Date.now() > nextLook) child.kill();
    size = now;
  }, 250);
  return () => clearInterval(timer);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

function firstError(complaint: string): string {
  const line = complaint.split('\n').find((text) => /^(E:|dpkg-deb: error)/.test(text));
  return line ?? 'it brings nothing in time';
}
