// The official way: two archives, ready made, as tfjs-node's own install script takes them. Their host is blocked in
// many classrooms, so a host that does not answer, or stops answering, is given up within seconds.
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { megabytes } from '../progress.mjs';
import { inProject, textOf } from '../project.mjs';
import { run } from '../run.mjs';

const TFJS_NODE = inProject('node_modules', '@tensorflow', 'tfjs-node');
// As in tfjs-node's scripts/deps-constants.js, which cannot be asked without changing it.
const TENSORFLOW = '2.9.1';
const USUAL_HOST = 'https://storage.googleapis.com/';
const UNREACHABLE = 'its host cannot be reached';
const PATIENCE_MS = 5000;
/** Below this a class would wait longer than the other way takes. */
const SLOWEST_BYTES_A_SECOND = 500_000;

/** The archives exist for these only (the ones for ARM are of other versions). */
export const isOffered = () =>
  process.arch === 'x64' && (process.platform === 'linux' || process.platform === 'darwin');

/** Asks the host for a sign, without taking anything: also before the npm packages are there.
 * @returns {Promise<string | undefined>} why the archives cannot be had; nothing when they can */
export async function whyNotOffered() {
  if (!isOffered()) return `there is none for ${process.platform} on ${process.arch}`;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { ok, status } = await fetch(libraryAddress(), { method: 'HEAD', signal });
    return ok ? undefined : `the host answered ${status}`;
  } catch (error) {
    return /** @type {Error} */ (error).name === 'TimeoutError'
      ? `no answer for ${PATIENCE_MS / 1000} seconds`
      : UNREACHABLE;
  }
}

/** @returns {{ library: string, addon: string }} */
function addresses() {
  /** @type {{ version: string, binary: { host: string } }} */
  const { version, binary } = JSON.parse(textOf(join(TFJS_NODE, 'package.json')));
  const addons = binary.host.replace(USUAL_HOST, host());
  return {
    library: libraryAddress(),
    addon: `${addons}/napi-v8/${version}/CPU-${process.platform}-${version}.tar.gz`,
  };
}

const libraryAddress = () =>
  `${host()}tensorflow/libtensorflow/libtensorflow-cpu-${process.platform}-x86_64-${TENSORFLOW}.tar.gz`;

const host = () => process.env['TFJS_NODE_CDN_STORAGE']?.replace(/\/*$/, '/') || USUAL_HOST;

/**
 * @param {string} folder to fill with lib/ and the addon
 * @param {import('../progress.mjs').Progress} progress
 * @returns {Promise<import('./place.mjs').Made>}
 */
export async function takeOfficial(folder, progress) {
  const { library, addon } = addresses();
  const work = join(folder, 'work');
  mkdirSync(work, { recursive: true });
  // The small one first: it tells in a moment whether the host can be reached.
  for (const [name, address] of Object.entries({ addon, library })) {
    const archive = join(work, `${name}.tar.gz`);
    await download(address, archive, (bytes) => progress.note(`${name}: ${megabytes(bytes)}`));
    await run('tar', ['-xzf', archive, '-C', work], { cure: '' });
  }
  const addonFile = readdirSync(work, { recursive: true })
    .map(String)
    .find((path) => path.endsWith('tfjs_binding.node'));
  if (!addonFile) throw new Error('the archive holds no tfjs_binding.node');
  // Links among the libraries stay links.
  await run('cp', ['-R', join(work, 'lib'), join(folder, 'lib')], { cure: '' });
  await run('cp', [join(work, addonFile), join(folder, 'tfjs_binding.node')], { cure: '' });
  rmSync(work, { recursive: true });
  return { way: 'official archive', version: TENSORFLOW };
}

/** @param {string} address @param {string} file @param {(bytes: number) => void} tell */
async function download(address, file, tell) {
  const gaveUp = new AbortController();
  const limit = watchdog(() =>
    gaveUp.abort(new Error(`no answer for ${PATIENCE_MS / 1000} seconds`)),
  );
  try {
    const response = await fetch(address, { signal: gaveUp.signal });
    if (!response.ok || !response.body) throw new Error(`the host answered ${response.status}`);
    const counter = countBytes((bytes, seconds) => {
      limit.alive();
      tell(bytes);
      if (seconds > 10 && bytes / seconds < SLOWEST_BYTES_A_SECOND)
        gaveUp.abort(new Error('too slow'));
    });
    await pipeline(
      Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body)),
      counter,
      createWriteStream(file),
      {
        signal: gaveUp.signal,
      },
    );
  } catch (error) {
    throw gaveUp.signal.aborted ? gaveUp.signal.reason : inWords(error);
  } finally {
    limit.stop();
  }
}

/** Node only says "fetch failed".
 * @param {unknown} error */
const inWords = (error) =>
  error instanceof TypeError && error.message === 'fetch failed' ? new Error(UNREACHABLE) : error;

/** @param {() => void} bite */
function watchdog(bite) {
  let timer = setTimeout(bite, PATIENCE_MS);
  return {
    alive: () => {
      clearTimeout(timer);
      timer = setTimeout(bite, PATIENCE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** @param {(bytes: number, seconds: number) => void} tell */
function countBytes(tell) {
  const started = Date.now();
  let bytes = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      tell(bytes, (Date.now() - started) / 1000);
      done(null, chunk);
    },
  });
}
