// Compiles wasm/training.ts, the arithmetic of training in a browser, to WebAssembly.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');

/**
 * @param {string} target the file to write
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function compileTraining(target) {
  mkdirSync(path.dirname(target), { recursive: true });
  const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='];
  const { status, stderr } = spawnSync(
    process.execPath,
    [compiler, 'wasm/training.ts', ...options, '--enable', 'simd', '--outFile', target],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`wasm/training.ts does not compile: ${stderr}`);
  return new Uint8Array(readFileSync(target));
}
