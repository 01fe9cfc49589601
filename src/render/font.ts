import { loadPackage, packageFile, readFileBytes } from '../platform';
import type { Font } from 'opentype.js';

// One font for every picture, on every machine: without it the PNG has no text at all,
// and vega, which has no canvas here, would guess how wide a text is.

/** The family name that `fontFiles` hold. */
export const fontFamily = 'DejaVu Sans';

const fontFile = (name: string): string => packageFile('dejavu-fonts-ttf', `ttf/${name}.ttf`);
const regularFile = fontFile('DejaVuSans');
const boldFile = fontFile('DejaVuSans-Bold');

export const fontFiles: readonly string[] = [regularFile, boldFile];

const parsed = new Map<string, Font>();

/** The width of a text in pixels, from the font's own metrics. */
export function textWidth(text: string, size: number, bold = false): number {
  const font = parse(bold ? boldFile : regularFile);
  let units = 0;
  for (const character of text) units += font.charToGlyph(character).advanceWidth ?? 0;
  return (units / font.unitsPerEm) * size;
}

function parse(file: string): Font {
  const known = parsed.get(file);
  if (known) return known;
  const opentype = loadPackage('opentype.js') as typeof import('opentype.js');
  const bytes = new Uint8Array(readFileBytes(file));
  const font = opentype.parse(bytes.buffer, { lowMemory: true });
  parsed.set(file, font);
  return font;
}
