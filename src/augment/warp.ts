/** How one image is turned, moved and stretched, about its middle. */
export interface Warp {
  /** Degrees; the image turns counter-clockwise for values above 0. */
  readonly turn: number;
  /** How many pixels further right, and further down, each pixel takes its grey value from. */
  readonly right: number;
  readonly down: number;
  /** The image shrinks to 1 / zoom across and down: above 1 smaller, below 1 larger. */
  readonly zoomAcross: number;
  readonly zoomDown: number;
}

/** The grey values of several images of the same size, one after the other. */
interface Greys {
  readonly data: Uint8Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Writes one warped image to the same place of `target`. As in Keras' `ImageDataGenerator`, the
 * order is zoom, shift, rotation, a grey value between four pixels is their weighted mean,
 * and beyond the edge the nearest pixel counts.
 */
export function warpImage(
  { data, rows, columns }: Greys,
  image: number,
  warp: Warp,
  target: Uint8ClampedArray,
): void {
  const start = image * rows * columns;
  const [middleRow, middleColumn] = [(rows - 1) / 2, (columns - 1) / 2];
  const angle = (warp.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let place = start;
  for (let row = 0; row < rows; row++) {
    const y = (row - middleRow) * warp.zoomDown + warp.down;
    for (let column = 0; column < columns; column++) {
      const x = (column - middleColumn) * warp.zoomAcross + warp.right;
      const fromRow = within(sin * x + cos * y + middleRow, rows - 1);
      const fromColumn = within(cos * x - sin * y + middleColumn, columns - 1);
      // A clamped array rounds what is written into it.
      target[place++] = greyBetween(data, start, columns, fromRow, fromColumn);
    }
  }
}

/** The grey value at a place between four pixels. */
function greyBetween(
  data: Uint8Array,
  start: number,
  columns: number,
  row: number,
  column: number,
): number {
  const top = Math.floor(row);
  const left = Math.floor(column);
  const below = row - top;
  const beside = column - left;
  const place = start + top * columns + left;
  // On the last row or column the neighbour beyond has no weight; any pixel will do for it.
  const next = beside > 0 ? 1 : 0;
  const under = below > 0 ? columns : 0;
  const upper = mix(data[place] ?? 0, data[place + next] ?? 0, beside);
  const lower = mix(data[place + under] ?? 0, data[place + under + next] ?? 0, beside);
  return mix(upper, lower, below);
}

function mix(first: number, second: number, share: number): number {
  return first + (second - first) * share;
}

function within(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}
