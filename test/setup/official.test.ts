// TensorFlow's ready-made archives, as their host may behave: good, empty, dead, silent, stalling, wrong.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { storeFolder } from '../../scripts/setup/tensorflow/place.mjs';
import { Sandbox } from './sandbox';

const archives = mkdtempSync(join(tmpdir(), 'nnlab-archives-'));
let sandbox: Sandbox;
let server: Server | undefined;

beforeAll(async () => {
  makeArchives();
  sandbox = new Sandbox();
  const { code, output } = await sandbox.setUp();
  expect(code, output).toBe(0);
}, 60_000);

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

afterAll(() => {
  sandbox.remove();
  rmSync(archives, { recursive: true });
});

/** This machine's own native part, packed as the official host packs it; the big libraries as links. */
function makeArchives() {
  const store = storeFolder();
  mkdirSync(join(archives, 'lib'));
  for (const name of readdirSync(join(store, 'lib'))) {
    symlinkSync(join(store, 'lib', name), join(archives, 'lib', name));
  }
  execFileSync('tar', ['-czf', join(archives, 'library.tar.gz'), '-C', archives, './lib']);
  const addon = ['--transform=s,^,napi-v8/,', '-C', store, 'tfjs_binding.node'];
  execFileSync('tar', ['-czf', join(archives, 'addon.tar.gz'), ...addon]);
}

/** Sets up again with TensorFlow gone and this host to take it from. */
async function setUpFrom(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return setUpWithHost(`http://127.0.0.1:${port}/mirror`);
}

async function setUpWithHost(host: string) {
  rmSync(sandbox.path('.cache/tensorflow'), { recursive: true, force: true });
  sandbox.forgetCalls();
  const ended = await sandbox.setUp({ TFJS_NODE_CDN_STORAGE: host });
  expect(ended.code, ended.output).toBe(0);
  return ended;
}

const archiveFor = (url = '') =>
  readFileSync(join(archives, url.includes('libtensorflow') ? 'library.tar.gz' : 'addon.tar.gz'));

test('from a good host both archives are taken, by the names that tfjs-node asks for', async () => {
  const asked: string[] = [];
  const { output } = await setUpFrom(({ url }, response) => {
    asked.push(url ?? '');
    response.end(archiveFor(url));
  });
  expect(output).toContain('✓ TensorFlow: 2.9.1, official archive');
  expect(sandbox.calls()).toBe('');
  expect(asked).toEqual([
    `/mirror/tf-builds/pre-built-binary/napi-v8/4.22.0/CPU-${process.platform}-4.22.0.tar.gz`,
    `/mirror/tensorflow/libtensorflow/libtensorflow-cpu-${process.platform}-x86_64-2.9.1.tar.gz`,
  ]);
  const [store = ''] = readdirSync(sandbox.path('.cache/tensorflow'));
  expect(readdirSync(sandbox.path('.cache/tensorflow', store)).sort()).toEqual([
    'lib',
    'made.json',
    'tfjs_binding.node',
  ]);
});

const BAD_HOSTS: [string, RequestListener, RegExp][] = [
  ['has no such file', (_, response) => response.writeHead(404).end(), /the host answered 404/],
  ['never answers', () => {}, /no answer for 5 seconds/],
  [
    'stops in the middle',
    ({ url }, response) => {
      const archive = archiveFor(url);
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2));
    },
    /no answer for 5 seconds/,
  ],
  [
    'hangs up in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half', () => response.destroy());
    },
    /no ready-made part/,
  ],
  [
    'sends a login page',
    (_, response) => response.end('<html>Log in</html>'),
    /no ready-made part/,
  ],
];

test.each(BAD_HOSTS)('a host that %s is given up, and the part is built', async (_, host, why) => {
  const { output, seconds } = await setUpFrom(host);
  expect(output).toMatch(why);
  expect(output).toContain('✓ TensorFlow: 2.18.1, compiled with g++');
  expect(sandbox.calls()).toBe('wheel compiler');
  expect(seconds).toBeLessThan(20);
});

test('what TensorFlow brings along for its own library lies beside it', () => {
  const [store = ''] = readdirSync(sandbox.path('.cache/tensorflow'));
  expect(readdirSync(sandbox.path('.cache/tensorflow', store, 'lib'))).toContain(
    'libomp-1234.so.5',
  );
});

test('a host where nobody listens is given up at once', async () => {
  const { output, seconds } = await setUpWithHost('http://127.0.0.1:9/');
  expect(output).toContain('no ready-made part (its host cannot be reached)');
  expect(output).toContain('✓ TensorFlow: 2.18.1, compiled with g++');
  expect(seconds).toBeLessThan(10);
});

test('an official part that does not load here is taken back, and the part is built', async () => {
  rmSync(join(archives, 'addon.tar.gz'));
  execFileSync('tar', [
    ...['-czf', join(archives, 'addon.tar.gz'), `--transform=s,.*,napi-v8/tfjs_binding.node,`],
    ...['-C', __dirname, basename(__filename)],
  ]);
  const { output } = await setUpFrom(({ url }, response) => response.end(archiveFor(url)));
  expect(output).toMatch(/no ready-made part/);
  expect(output).toContain('✓ TensorFlow: 2.18.1, compiled with g++');
});
