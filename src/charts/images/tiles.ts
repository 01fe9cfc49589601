import { type Image, type Label, images as imageLayer, labels } from '../drawing';
import { COLOURS, SIZES } from '../theme';

/** One picture of a grid and what stands beside it. */
export interface Tile {
  readonly url: string;
  /** Lines of text, above the picture or below it. */
  readonly text: string;
  readonly colour?: string;
  /** What the tooltip tells. */
  readonly tip: Readonly<Record<string, string | number>>;
}

export interface TileLayout {
  readonly columns: number;
  /** Width and height of each picture in pixels. */
  readonly side: number;
  readonly textBelow?: boolean;
  readonly textSize?: number;
  /** Room between pictures. */
  readonly gap?: number;
}

const LINE_HEIGHT = 1.25;

/** Wide enough for any text in DejaVu Sans, whose letters are 0.6 of the size wide on average. */
export function roomFor(text: string, size: number): number {
  return Math.max(...text.split('\n').map((line) => line.length)) * size * 0.64;
}

const linesOf = (text: string) => (text === '' ? 0 : text.split('\n').length);

/** The pictures in rows, each with its text; rows follow from the number of tiles. */
export function tiled(tiles: readonly Tile[], layout: TileLayout) {
  const { columns, side, textBelow = false, textSize = SIZES.label, gap = 16 } = layout;
  const lines = Math.max(...tiles.map(({ text }) => linesOf(text)));
  const textHeight = lines * textSize * LINE_HEIGHT + (lines > 0 ? 4 : 0);
  const wide = Math.max(side, ...tiles.map(({ text }) => roomFor(text, textSize))) + gap;
  const high = side + textHeight + gap;
  const pictures: Image[] = [];
  const texts: Label[] = [];
  tiles.forEach(({ url, text, colour = COLOURS.ink, tip }, place) => {
    const middle = ((place % columns) + 0.5) * wide;
    const top = Math.floor(place / columns) * high;
    const y = textBelow ? top : top + textHeight;
    const x = middle - side / 2;
    pictures.push({ x, y, x2: x + side, y2: y + side, url, ...tip });
    // Close to its own picture, however many lines its neighbours have.
    const textTop = textBelow ? y + side + 4 : y - 4 - linesOf(text) * textSize * LINE_HEIGHT;
    texts.push({ x: middle, y: textTop, text, colour });
  });
  const textMark = { fontSize: textSize, baseline: 'top', lineHeight: textSize * LINE_HEIGHT };
  return {
    width: Math.min(columns, tiles.length) * wide,
    height: Math.ceil(tiles.length / columns) * high - gap,
    layer: [
      imageLayer(pictures, Object.keys(tiles[0]?.tip ?? {})),
      ...(lines > 0 ? [labels(texts, textMark)] : []),
    ],
  };
}

/** Few pictures are large, many are small; always a whole multiple of 28 pixels. */
export function sideFor(columns: number): number {
  return 28 * (columns <= 5 ? 4 : columns <= 8 ? 3 : 2);
}
