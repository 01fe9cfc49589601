import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'keras-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A part of a training in a fresh process; answers the digest of the model after it. */
async function run(part: 'whole' | 'first' | 'rest', network: string): Promise<string> {
  const file = join(folder, `${network}.keras`);
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(__dirname, 'resume.mjs'),
    part,
    network,
    file,
  ]);
  return stdout.trim();
}

test.each(['dropout', 'leaky', 'momentum', 'images'])(
  'saved, loaded in a fresh process and trained on equals never interrupted: %s',
  async (network) => {
    const whole = await run('whole', network);
    const first = await run('first', network);
    const rest = await run('rest', network);
    expect(whole).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toBe(whole);
    expect(first).not.toBe(whole);
  },
  120_000,
);
