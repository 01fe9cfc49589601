import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Clone, canCutNetwork } from './clone';
import { pidOf, processesIn } from './processes';

const PORT = 8951;
let clone: Clone;
beforeAll(() => void (clone = new Clone()), 120_000);
afterAll(() => clone.remove(), 180_000);

test('npm start sets up a clone in a folder with a space, and Lab offers the kernel and the lessons', async () => {
  const { code, output } = await clone.run(['npm', 'start', '--', '--check']);
  expect(code, output).toBe(0);
  expect(output).toMatch(/✓ JupyterLab answers: kernels tslab, \d+ notebooks/);
}, 400_000);

test('the doctor finds nothing missing', async () => {
  const { code, output } = await clone.run(['npm', 'run', 'doctor']);
  expect(code, output).toBe(0);
});

test.runIf(canCutNetwork)('without any network Lab still starts', async () => {
  const { code, output } = await clone.run(['npm', 'start', '--', '--check'], { offline: true });
  expect(code, output).toBe(0);
  expect(output).toContain('Set-up: everything is there');
});

test.runIf(canCutNetwork)('without any network tests still run', async () => {
  const { code, output } = await clone.run(['npm', 'test', '--', 'test/models'], { offline: true });
  expect(code, output).toBe(0);
  expect(output.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed, 0 skipped$/);
});

test.runIf(canCutNetwork)(
  'without any network a lesson still runs, in a folder below notebooks/',
  async () => {
    const files = ['notebooks/00-index.ipynb', 'notebooks/week 1/out.ipynb', 'build/report.json'];
    const program = `
    import { spawnSync } from 'node:child_process';
    import { pythonEnv, venvPython } from './scripts/setup/project.mjs';
    const args = ['scripts/execute.py', ...${JSON.stringify(files)}];
    process.exit(spawnSync(venvPython, args, { env: pythonEnv(), stdio: 'inherit' }).status);
  `;
    const command = [process.execPath, '--input-type=module', '-e', program];
    const { code, output } = await clone.run(command, { offline: true });
    expect(code, output).toBe(0);
    const report = readFileSync(join(clone.folder, 'build/report.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ error: null, stderr: [] });
  },
);

test('Lab listens on loopback only, asks for its token, and Ctrl-C ends it with 0', async () => {
  const lab = clone.start(['--no-browser', '--port', String(PORT)]);
  const ended = new Promise((done) => lab.on('close', done));
  const token = await tokenOf(lab.stdout);
  const address = `http://127.0.0.1:${PORT}/api/contents`;
  expect((await fetch(address)).status).toBe(403);
  expect((await fetch(address, { headers: { Authorization: 'token wrong' } })).status).toBe(403);
  expect((await fetch(address, { headers: { Authorization: `token ${token}` } })).status).toBe(200);
  for (const other of otherAddresses()) expect(await answers(other)).toBe(false);
  lab.kill('SIGINT');
  expect(await ended).toBe(0);
});

describe.each(['npm', 'node'])('when %s is killed', (program) => {
  test('JupyterLab and its kernels end as well', async () => {
    const lab = clone.start(['--no-browser', '--port', String(PORT)]);
    const token = await tokenOf(lab.stdout);
    const headers = { Authorization: `token ${token}` };
    const kernels = `http://127.0.0.1:${PORT}/api/kernels`;
    const body = JSON.stringify({ name: 'tslab' });
    expect((await fetch(kernels, { method: 'POST', headers, body })).status).toBe(201);
    expect(processesIn(clone.folder)).toEqual(
      expect.arrayContaining(['with-parent.py', 'start.mjs', 'tslab']),
    );
    process.kill(program === 'npm' ? lab.pid! : pidOf(clone.folder, 'start.mjs'), 'SIGKILL');
    await expect.poll(() => processesIn(clone.folder), { timeout: 20_000 }).toEqual([]);
    expect(await answers('127.0.0.1')).toBe(false);
  }, 60_000);
});

test('a port that is taken is told as what it is', async () => {
  const lab = clone.start(['--no-browser', '--port', String(PORT)]);
  const token = await tokenOf(lab.stdout);
  const own = await clone.run(['npm', 'start', '--', '--no-browser', '--port', String(PORT)]);
  expect(own.code).toBe(1);
  expect(own.output).toContain(`Port ${PORT} is taken by this project's own JupyterLab`);
  expect(own.output).toContain(`http://127.0.0.1:${PORT}/lab?token=${token}`);
  expect(own.output).toContain(`stop it (kill ${pidOf(clone.folder, 'with-parent.py')})`);
  lab.kill('SIGINT');
  await new Promise((done) => lab.on('close', done));

  const server = createServer().listen(PORT, '127.0.0.1');
  const other = await clone.run(['npm', 'start', '--', '--no-browser', '--port', String(PORT)]);
  server.close();
  expect(other.code).toBe(1);
  expect(other.output).toContain(`Port ${PORT} is taken by another program.`);
  expect(other.output).toContain(`npm start -- --port ${PORT + 1}`);
}, 60_000);

test('with too few memory addresses one sentence says so', async () => {
  const { code, output } = await clone.run(['bash', '-c', 'ulimit -v 4000000; npm start']);
  expect(code).toBe(1);
  expect(output).toContain('✗ This shell allows its programs too few memory addresses');
  expect(output).not.toMatch(/^\s+at /m);
});

test('nothing was written outside the project', () => {
  expect(clone.writtenOutside()).toEqual([]);
});

function tokenOf(stream: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((found) => {
    stream.on('data', (text) => {
      said += text;
      const token = /token=(\w+)/.exec(said)?.[1];
      if (token) found(token);
    });
  });
}

/** This machine's addresses that others can reach. */
function otherAddresses() {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map((a) => a.address);
}

function answers(host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port: PORT, timeout: 2000 });
    socket.on('connect', () => done(true));
    for (const event of ['error', 'timeout']) socket.on(event, () => done(false));
  });
}
