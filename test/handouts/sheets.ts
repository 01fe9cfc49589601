import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { folder } from './page';
import { ran } from './sample-lesson';

/** A sheet of A4 and its margins, in millimetres; the number of the page stands in the lower one. */
const [SHEET, TOP, BOTTOM] = [297, 18, 21];

/** How far down each page of a PDF is filled, as a share of the height between its margins. */
export function fillOfPages(pdf: string): number[] {
  const name = `${path.basename(pdf, '.pdf')}-sheet`;
  const sheets = () =>
    readdirSync(folder)
      .filter((file) => file.startsWith(name))
      .sort();
  for (const sheet of sheets()) rmSync(path.join(folder, sheet));
  ran('pdftoppm', ['-gray', '-r', '25', pdf, path.join(folder, name)]);
  return sheets().map((sheet) => fillOf(readFileSync(path.join(folder, sheet))));
}

/** Of a picture of grey pixels (PGM): three words of a head, and a byte for each pixel. */
function fillOf(pgm: Buffer): number {
  const [, width = 0, height = 0] = pgm.subarray(0, 30).toString('latin1').split(/\s+/).map(Number);
  const pixels = pgm.subarray(pgm.length - width * height);
  const [top, bottom] = [TOP, SHEET - BOTTOM].map((at) => Math.floor((height * at) / SHEET)) as [
    number,
    number,
  ];
  let printed = bottom * width - 1;
  while (printed > 0 && (pixels[printed] ?? 0) >= 215) printed--;
  return Math.max(0, (Math.floor(printed / width) - top) / (bottom - top));
}
