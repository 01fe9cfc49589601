// Bundles the library for a browser's worker, with the files it reads there: build/browser.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compileTraining } from './training-program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'build/browser');
const load = createRequire(import.meta.url);

/** @param {string} name */
const packageOf = (name) => path.join(root, 'node_modules', name);

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(
    readFileSync(
      name === 'nnlab'
        ? path.join(root, 'package.json')
        : path.join(packageOf(name), 'package.json'),
      'utf8',
    ),
  ).version;

const VERSIONS = Object.fromEntries(['nnlab', 'vega-lite'].map((name) => [name, versionOf(name)]));

/** Takes the browser's side of src/platform, and TensorFlow.js with its WebAssembly back end. */
const forBrowsers = {
  name: 'for-browsers',
  /** @param {import('esbuild').PluginBuild} bundler */
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/node$/ }, ({ importer }) =>
      importer === path.join(root, 'src/platform/index.ts')
        ? { path: path.join(root, 'src/platform/browser/index.ts') }
        : undefined,
    );
    bundler.onResolve({ filter: /^@tensorflow\/tfjs-node$/ }, () => ({
      path: path.join(root, 'src/tfjs/browser/tensorflow.ts'),
    }));
    bundler.onResolve({ filter: /^node:/ }, ({ path: name, importer }) => ({
      errors: [{ text: `${importer} asks for ${name}, which no browser has` }],
    }));
  },
};

/**
 * @param {string} entry
 * @param {string} output
 */
async function bundle(entry, output) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(target, output),
    bundle: true,
    minify: true,
    // TensorFlow.js and the library tell losses and layers by the names of their functions.
    keepNames: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'linked',
    plugins: [forBrowsers],
    define: {
      'process.env.NODE_ENV': '"production"',
      BUNDLED_VERSIONS: JSON.stringify(VERSIONS),
    },
    logLevel: 'error',
  });
  return result.metafile;
}

/** The files that the library reads, by the paths it knows them by. */
/** @type {Record<string, number>} */
const files = {};

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function put(name, bytes) {
  const file = path.join(target, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  files[name] = bytes.length;
}

/** @param {string} folder */
function putDataSet(folder) {
  for (const name of [
    'train-images-idx3',
    'train-labels-idx1',
    't10k-images-idx3',
    't10k-labels-idx1',
  ]) {
    const place = `${folder}/${name}-ubyte.gz`;
    put(place, readFileSync(path.join(root, place)));
  }
}

/** The whole data sets, from wherever `npm run data` would take them. */
async function putFullData() {
  const { obtain } = load('../dist/data/fetch/obtain');
  const { sources } = load('../dist/data/fetch/sources');
  for (const source of Object.values(sources)) {
    const found = await obtain(source);
    if (!found) throw new Error(`${source.title} is not complete; run: npm run data`);
    for (const [name, { path: place }] of Object.entries(found)) {
      const bytes = readFileSync(place);
      const packed = place.endsWith('.gz') ? bytes : gzipSync(bytes, { level: 9 });
      put(`data/${source.folder}/${name}.gz`, packed);
    }
  }
}

rmSync(target, { recursive: true, force: true });
await bundle('src/browser/start.ts', 'nnlab.mjs');
await bundle('src/platform/browser/hdf5-worker.mjs', 'hdf5.mjs');
compileTraining(path.join(target, 'training.wasm'));
const wasm = path.dirname(
  load.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
);
for (const kind of ['', '-simd', '-threaded-simd']) {
  copyFileSync(
    path.join(wasm, `tfjs-backend-wasm${kind}.wasm`),
    path.join(target, `tfjs-backend-wasm${kind}.wasm`),
  );
}
putDataSet('data/sample/fashion-mnist');
for (let digit = 0; digit < 10; digit++) {
  const text = readFileSync(path.join(packageOf('mnist'), `src/digits/${digit}.json`));
  put(`packages/mnist/src/digits/${digit}.json.packed`, gzipSync(text, { level: 9 }));
}
const predictor = 'dist/browser/predictor.html';
put(predictor, readFileSync(path.join(root, predictor)));
if (process.argv.includes('--full-data')) await putFullData();
writeFileSync(path.join(target, 'files.json'), JSON.stringify(files));
console.log(
  `build/browser: nnlab.mjs ${(statSync(path.join(target, 'nnlab.mjs')).size / 1e6).toFixed(1)} MB`,
);
