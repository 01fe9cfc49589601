// npm run pictures: the small picture of each lesson, for the index and the course page, in docs/pictures.
// Each is a part of a chart that a lesson shows in its quick run (npm run notebooks -- run --quick).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { paletteUrl } from 'nnlab/dist/charts/pixels.js';
import { few } from './gallery/sheet.mjs';
import { executeAll, executedFile, isFresh, root } from './lessons.mjs';

// Twice the size at which they are shown, for fine screens.
const WIDTH = 240;
const HEIGHT = 160;
const COLOURS = 24;

/** @typedef {{ lesson: string, picture: string, cell: string, left?: number, top?: number, width?: number }} Choice */

/**
 * A picture and the cell with its chart; `left`, `top` and `width` cut a part out, in the chart's pixels.
 * Those without a chart of their own show one of the lesson that they are about.
 * @type {Choice[]}
 */
const CHOICES = [
  { picture: '01-neural-network-notes', cell: '855c86bd', left: 5, width: 600 },
  { picture: '02-fashion-from-csv', cell: '8aaae62a', top: 36, width: 530 },
  { picture: '03-network-and-tensorflow', cell: '7542e127' },
  { picture: '04-fashion-lab', cell: '1b8da5ca', top: 30, width: 680 },
  { picture: '05-keras-and-its-parts', cell: '696eb63a' },
  { picture: '06-fashion-program', cell: '5af2a752' },
  { picture: '07-rules-to-weights', cell: '1a1e9fbf', left: 14, top: 131, width: 236 },
  { picture: '08-fashion-from-files', cell: '91251496' },
  { picture: '09-going-on-training', cell: '12ff1877' },
  { picture: '10-load-and-predict', cell: '4ab3ba9e', top: 30, width: 511 },
  { picture: '11-digit-lesson', cell: '9ad59d66', top: 40, width: 450 },
  { picture: '12-digit-activity', cell: 'd67290df' },
  { picture: '13-digit-agenda', cell: '82db6b3e' },
  { lesson: '11-digit-lesson', picture: '14-digit-quiz', cell: '4664c45e' },
  { picture: '15-digit-assignment', cell: '96463213', width: 450 },
  { picture: '16-digit-assignment-solution', cell: 'fc014de8' },
  { picture: '17-digit-logistic', cell: 'a9834bdb', left: 0, top: 40, width: 400 },
  { lesson: '17-digit-logistic', picture: '18-logistic-quiz', cell: '7bdfb62f' },
  { picture: '19-keras-lesson', cell: 'c1ce9e27', left: 0, width: 350 },
  { picture: '20-keras-activity', cell: '65552301', top: 20, width: 664 },
  { lesson: '19-keras-lesson', picture: '21-keras-agenda', cell: '221335b0', width: 450 },
  { picture: '22-appendix', cell: '1ebcb828' },
  {
    lesson: '02-fashion-from-csv',
    picture: '23-cheat-sheet',
    cell: 'f1a2f4c7',
    top: 40,
    width: 440,
  },
  {
    lesson: '05-keras-and-its-parts',
    picture: '24-glossary',
    cell: 'f8c0b4d5',
    top: 40,
    width: 480,
  },
].map((choice) => ({ lesson: choice.picture, ...choice }));

/** @param {Choice} choice @returns {{ base64: string, width: number, height: number }} */
function chartOf({ lesson, cell: id }) {
  /** @type {{ cells: { id: string, outputs?: { data?: Record<string, string>, metadata?: any }[] }[] }} */
  const { cells } = JSON.parse(readFileSync(executedFile(lesson, 'quick'), 'utf8'));
  const outputs = cells.find((cell) => cell.id === id)?.outputs ?? [];
  const output = outputs.find(({ data }) => data?.['image/png'] !== undefined);
  if (!output) throw new Error(`${lesson} shows no chart in its cell ${id}; choose another.`);
  const { width, height } = output.metadata['image/png'];
  return { base64: [output.data?.['image/png']].flat().join('').trim(), width, height };
}

/** @param {Choice} choice */
function small(choice) {
  const { base64, width, height } = chartOf(choice);
  const part = choice.width ?? Math.max(width, (height * WIDTH) / HEIGHT);
  const scale = WIDTH / part;
  // What is smaller than the picture stands in its middle, on white.
  const x = Math.max((WIDTH - width * scale) / 2, -(choice.left ?? 0) * scale);
  const y = Math.max((HEIGHT - height * scale) / 2, -(choice.top ?? 0) * scale);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="100%" height="100%" fill="#ffffff"/>
<image x="${x}" y="${y}" width="${width * scale}" height="${height * scale}"
 href="data:image/png;base64,${base64}"/></svg>`;
  const { pixels, width: across } = new Resvg(svg).render();
  const { values, colours } = few(pixels, across, COLOURS);
  return Buffer.from(paletteUrl(values, across, colours).split(',')[1] ?? '', 'base64');
}

const lessons = [...new Set(CHOICES.map(({ lesson }) => lesson))];
await executeAll(lessons, 'quick', 1, (name, { seconds }) => {
  console.log(`${name}  executed in ${seconds} s`);
});
const failed = lessons.filter((name) => !isFresh(name, 'quick'));
if (failed.length) throw new Error(`These lessons failed when they were executed: ${failed}`);

const folder = join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
for (const choice of CHOICES) {
  const png = small(choice);
  writeFileSync(join(folder, `${choice.picture}.png`), png);
  console.log(`${choice.picture}.png  ${(png.length / 1024).toFixed(1)} KB`);
}
