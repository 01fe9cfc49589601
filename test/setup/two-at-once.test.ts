import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { Sandbox, project } from './sandbox';

describe('two set-ups at once', () => {
  let sandbox: Sandbox;
  beforeAll(() => void (sandbox = new Sandbox()));
  afterAll(() => sandbox.remove());

  test('a killed one whose npm goes on alone holds the others back until npm has ended', async () => {
    const killed = sandbox.start({ STAND_IN_SLOW: 'npm' });
    await killed.reaches(() => sandbox.calls() === 'npm');
    killed.killAlone();
    const { code, output } = await sandbox.setUp();
    expect(code, output).toBe(0);
    expect(output).toContain('Another set-up is at work');
    expect(sandbox.calls().match(/npm/g)).toHaveLength(1);
  });

  test('do the work once, and both end well', async () => {
    sandbox.forgetCalls();
    rmSync(sandbox.path('node_modules'), { recursive: true });
    rmSync(sandbox.path('.venv'), { recursive: true });
    const both = await Promise.all([sandbox.setUp({ STAND_IN_SLOW: 'npm' }), sandbox.setUp()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(sandbox.calls().split(' ').sort()).toEqual(['npm', 'pip', 'venv']);
    const waited = both.filter(({ output }) => output.includes('waiting until it has ended'));
    expect(waited.map(({ output }) => output.includes('everything is there'))).toEqual([true]);
  });
});

describe('the lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nnlab-lock-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is never held twice, however often its holders are killed', async () => {
    const contenders = Array.from({ length: 6 }, (_, i) => contender(folder, i % 2 === 0));
    const said = (await Promise.all(contenders)).join('');
    // Each says "in" and, unless it is killed while it holds the lock, "out".
    expect(said.match(/in/g)).toHaveLength(6);
    expect(said).not.toContain('both');
  });

  test('of a process that is gone is taken at once, even if its number was given again', async () => {
    const { pid } = process;
    writeFileSync(join(folder, 'lock.999'), JSON.stringify([{ pid, born: 'long ago' }]));
    let waited = false;
    const lock = await takeLock(folder, () => (waited = true));
    lock.release();
    expect({ waited, left: readdirSync(folder) }).toEqual({ waited: false, left: ['lock.1000'] });
  });
});

/** A process that takes the lock, stays a moment and lets go, or is killed while it holds it. */
function contender(folder: string, dies: boolean): Promise<string> {
  const inside = JSON.stringify(join(folder, 'inside'));
  const program = `
    import { existsSync, rmSync, writeFileSync } from 'node:fs';
    import { takeLock } from '${project}/scripts/setup/lock.mjs';
    const lock = await takeLock(${JSON.stringify(folder)});
    process.stdout.write(existsSync(${inside}) ? 'both' : 'in');
    writeFileSync(${inside}, '');
    await new Promise((later) => setTimeout(later, 100));
    rmSync(${inside});
    if (${dies}) process.kill(process.pid, 'SIGKILL');
    lock.release();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  return new Promise((done) => child.on('close', () => done(said)));
}
