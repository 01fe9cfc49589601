// Draws every chart into build/gallery: index.html to look at, sheet.png for the README.
//   npm run gallery
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as nnlab from 'nnlab';
import { paletteUrl } from 'nnlab/dist/charts/pixels.js';
import { fashionSample } from 'nnlab/dist/data/embedded.js';
import { fontFamily, fontFiles } from 'nnlab/dist/render/font.js';
import { chartPng } from 'nnlab/dist/render/png.js';
import { chartSvg } from 'nnlab/dist/render/svg.js';
import { escapeHtml } from 'nnlab/dist/show/escape-html.js';
import { examples } from './gallery/examples.mjs';
import { contactSheet } from './gallery/sheet.mjs';

const folder = join(import.meta.dirname, '..', 'build', 'gallery');

const drawn = Object.entries(examples(nnlab, fashionSample())).map(([name, chart]) => {
  const { base64, width, height } = chartPng(chart);
  return { name, alt: chart.description, base64, svg: chartSvg(chart), width, height };
});

mkdirSync(folder, { recursive: true });
const { values, width, colours } = contactSheet(drawn, {
  loadSystemFonts: false,
  fontFiles: [...fontFiles],
  defaultFontFamily: fontFamily,
});
const sheet = Buffer.from(paletteUrl(values, width, colours).split(',')[1] ?? '', 'base64');
writeFileSync(join(folder, 'sheet.png'), sheet);
writeFileSync(join(folder, 'index.html'), page());
console.log(
  `${drawn.length} charts in ${folder}: index.html, sheet.png (${Math.ceil(sheet.length / 1024)} KB)`,
);

function page() {
  const figures = drawn.map(
    ({ name, alt, base64, width }) =>
      `<figure id="${name}"><h2>${name}</h2>` +
      `<img src="data:image/png;base64,${base64}" width="${width}" alt="${escapeHtml(alt)}">` +
      `<figcaption>${escapeHtml(alt)}</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>nnlab: all charts</title>
<style>body{font-family:sans-serif;margin:2rem;max-width:70rem}figure{margin:0 0 3rem}
img{max-width:100%;height:auto;border:1px solid #ddd}figcaption{color:#555}</style></head>
<body><h1>nnlab: all charts</h1>
${figures.join('\n')}
</body></html>
`;
}
