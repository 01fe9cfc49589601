// Bundles what runs in a reader's browser: dist/browser/*. Part of `npm run build`.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(folder, '../handouts/browser');
const target = path.join(folder, '../dist/browser');

/** @param {string} entry */
async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(source, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** @param {string} text */
const packed = (text) => gzipSync(text, { level: 9 }).toString('base64');

async function predictorPage() {
  const page = readFileSync(path.join(source, 'predictor/page.html'), 'utf8');
  const style = readFileSync(path.join(source, 'predictor/page.css'), 'utf8');
  const program = packed(await bundle('predictor/main.ts'));
  return page.replace('/* STYLE */', style).replace('/* PROGRAM */', program);
}

mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, 'predictor.html'), await predictorPage());
