// All charts on one picture, in columns.
import { Resvg } from '@resvg/resvg-js';

const COLUMN = 300;
const GAP = 16;
const COLUMNS = 4;
const NAME = 20;

/**
 * @param {{ name: string, svg: string, width: number, height: number }[]} charts
 * @param {import('@resvg/resvg-js').ResvgRenderOptions['font']} font
 */
export function contactSheet(charts, font) {
  const heights = new Array(COLUMNS).fill(GAP);
  const placed = charts.map(({ name, svg, width, height }, number) => {
    const column = heights.indexOf(Math.min(...heights));
    const scale = Math.min(0.6, COLUMN / width);
    const x = GAP + column * (COLUMN + GAP);
    const y = heights[column];
    heights[column] += NAME + height * scale + GAP;
    const place = `x="${x}" y="${y + NAME}" width="${width * scale}" height="${height * scale}"`;
    return (
      `<text x="${x}" y="${y + 13}" font-size="13" fill="#666666">${name}</text>` +
      inside(svg, `c${number}-`).replace(/ width="[^"]*" height="[^"]*"/, ` ${place}`)
    );
  });
  const size = `width="${GAP + COLUMNS * (COLUMN + GAP)}" height="${Math.max(...heights)}"`;
  const ground = '<rect width="100%" height="100%" fill="#ffffff"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${placed.join('')}</svg>`;
  const { pixels, width } = new Resvg(svg, { ...(font ? { font } : {}) }).render();
  return few(pixels, width);
}

/**
 * A chart as a part of a larger picture: its names must not be another chart's.
 * (resvg does not know the newer word `pixelated`, and would smooth the pixels.)
 * @param {string} svg
 * @param {string} prefix
 */
function inside(svg, prefix) {
  return svg
    .replaceAll(/( id="|url\(#)/g, `$1${prefix}`)
    .replaceAll('image-rendering: pixelated;', '');
}

/**
 * The picture in few colours: the most frequent ones, and for any other the nearest of them.
 * @param {Uint8Array} rgba
 * @param {number} width
 * @param {number} most how many colours, at most 256
 */
export function few(rgba, width, most = 256) {
  const kindAt = (/** @type {number} */ at) =>
    (((rgba[at] ?? 0) >> 3) << 10) | (((rgba[at + 1] ?? 0) >> 3) << 5) | ((rgba[at + 2] ?? 0) >> 3);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < rgba.length; at += 4) {
    counts.set(kindAt(at), (counts.get(kindAt(at)) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);
  const colours = kinds.slice(0, most).map(colourOf);
  const numbers = new Map(kinds.map((kind) => [kind, nearest(colourOf(kind), colours)]));
  const values = Uint8Array.from(
    { length: rgba.length / 4 },
    (_, i) => numbers.get(kindAt(4 * i)) ?? 0,
  );
  return { values, width, colours };
}

/**
 * @param {number} kind five bits for each of red, green and blue
 * @returns {[number, number, number]}
 */
function colourOf(kind) {
  const full = (/** @type {number} */ bits) => Math.round(((bits & 31) * 255) / 31);
  return [full(kind >> 10), full(kind >> 5), full(kind)];
}

/**
 * @param {[number, number, number]} colour
 * @param {[number, number, number][]} colours
 */
function nearest(colour, colours) {
  const far = colours.map((other) =>
    other.reduce((sum, v, i) => sum + (v - (colour[i] ?? 0)) ** 2, 0),
  );
  return far.indexOf(Math.min(...far));
}
