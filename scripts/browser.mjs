// Bundles what runs in a reader's browser. Part of `npm run build`.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(root, 'handouts/browser');
const pageColours = path.join(root, 'handouts/templates/nnlab/style/colours.css');

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
  const own = ['theme', 'controls', 'answer', 'layout'].map((sheet) =>
    path.join(source, `predictor/${sheet}.css`),
  );
  const style = [pageColours, ...own].map((sheet) => readFileSync(sheet, 'utf8')).join('\n');
  const loader = await bundle('predictor/loader.ts');
  const program = packed(await bundle('predictor/main.ts'));
  return page
    .replace('/* STYLE */', () => style)
    .replace('/* LOADER */', () => loader)
    .replace('/* PROGRAM */', () => program);
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

// The predictor is part of the library: a notebook shows it. The rest only handouts need.
write(path.join(root, 'dist/browser/predictor.html'), await predictorPage());
write(path.join(root, 'build/handout-assets/page.js'), await bundle('page/main.ts'));
write(path.join(root, 'build/handout-assets/vega.txt'), packed(await bundle('page/vega.ts')));
write(path.join(root, 'build/handout-assets/slides.js'), await bundle('slides/main.ts'));
const reveal = createRequire(import.meta.url).resolve('reveal.js/reveal.css');
write(path.join(root, 'build/handout-assets/reveal.css'), readFileSync(reveal, 'utf8'));
