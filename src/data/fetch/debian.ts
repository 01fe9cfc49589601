import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timeouts } from './timeouts';

/**
 * Fetches a Debian package with apt-get and unpacks it in a folder of its own, which needs no
 * rights on the machine. `use` gets that folder; afterwards it is cleared away.
 */
export async function withDebianPackage(
  name: string,
  limits: Timeouts,
  use: (folder: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nnlab-'));
  try {
    await runWhileGrowing(
      'apt-get',
      ['-o', 'Acquire::Retries=0', 'download', name],
      folder,
      limits,
    );
    const archive = readdirSync(folder).find((file) => file.endsWith('.deb'));
    if (archive === undefined) throw new Error('apt-get leaves no package');
    await runWhileGrowing('dpkg-deb', ['-x', archive, 'unpacked'], folder, limits);
    use(join(folder, 'unpacked'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command that fills a folder, and ends it when the folder does not grow in time. */
function runWhileGrowing(
  command: string,
  words: readonly string[],
  folder: string,
  limits: Timeouts,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const stopWatching = endWhenIdle(child, folder, limits);
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

function endWhenIdle(child: ChildProcess, folder: string, limits: Timeouts): () => void {
  let size = 0;
  let nextLook = Date.now() + limits.answer;
  const timer = setInterval(() => {
    const now = sizeOf(folder);
    if (now > size) nextLook = Date.now() + limits.window;
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
