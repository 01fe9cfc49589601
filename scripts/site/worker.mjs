// Bundles the kernel's worker, and gathers the types that its compiler reads.
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'lite/worker');
const load = createRequire(path.join(root, 'node_modules/tslab/dist/main.js'));
const typescript = load.resolve('@tslab/typescript-for-tslab');

/** Where the parts of Node come from that tslab and scripts/kernel ask for. */
const NODE = {
  async_hooks: 'node/async_hooks.ts',
  fs: 'node/files.ts',
  module: 'node/module.ts',
  util: 'node/util.ts',
  vm: 'node/vm.ts',
  'timers/promises': 'node/timers.ts',
};

const forWorkers = {
  name: 'for-workers',
  /** @param {import('esbuild').PluginBuild} bundler */
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?[a-z_/]+$/ }, ({ path: name }) => {
      const plain = name.replace('node:', '');
      if (plain === 'path')
        return { path: load.resolve(path.join(root, 'node_modules/path-browserify')) };
      const own = NODE[/** @type {keyof typeof NODE} */ (plain)];
      return own ? { path: path.join(source, own) } : undefined;
    });
    bundler.onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, () => ({
      path: path.join(source, 'typescript.ts'),
    }));
    bundler.onResolve({ filter: /^tslab-typescript$/ }, () => ({ path: typescript }));
    // tslab's executor asks for tslab's own display functions, if a cell does.
    bundler.onResolve({ filter: /^\.\.$/ }, () => ({ path: path.join(source, 'nothing.ts') }));
    // TypeScript asks for parts of Node where it finds Node, which it does not here.
    bundler.onResolve({ filter: /^(os|inspector|perf_hooks|crypto|source-map-support)$/ }, () => ({
      path: path.join(source, 'nothing.ts'),
    }));
  },
};

/** @param {string} target */
export async function bundleWorker(target) {
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(source, 'main.ts')],
    outfile: path.join(target, 'worker.js'),
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'linked',
    plugins: [forWorkers],
    define: {
      global: 'globalThis',
      // The repairs look for their files beside themselves: so they lie in memory.
      __dirname: '"/nnlab/scripts/kernel"',
      __filename: '"/nnlab/scripts/kernel/file.cjs"',
    },
    logLevel: 'error',
  });
}

/**
 * TypeScript's own types, the rolled ones, and the library's public list, by the paths in memory.
 * @param {string} target
 */
export function writeTypes(target) {
  /** @type {Record<string, string>} */
  const files = {};
  const lib = path.dirname(typescript);
  for (const name of readdirSync(lib))
    if (/^lib\.(es|decorators)[\w.]*\.d\.ts$/.test(name) && !/full|esnext/.test(name))
      files[`/lib/${name}`] = readFileSync(path.join(lib, name), 'utf8');
  const rolled = path.join(root, '.cache/types');
  for (const name of Object.keys(
    JSON.parse(readFileSync(path.join(root, 'scripts/types/rolls.json'), 'utf8')),
  ))
    files[`/nnlab/.cache/types/${name}`] = readFileSync(path.join(rolled, name), 'utf8');
  for (const name of ['index.d.ts', 'charts.d.ts'])
    files[`/nnlab/dist/${name}`] = readFileSync(path.join(root, 'dist', name), 'utf8');
  writeFileSync(path.join(target, 'types.json'), JSON.stringify(files));
}
