/** The pad's sides, in pixels: as many as the images of the data sets have. */
export const SIDE = 28;

/** Grey values 0 (paper) to 255 (ink), row after row. */
export type Ink = Uint8ClampedArray;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function blank(): Ink {
  return new Uint8ClampedArray(SIDE * SIDE);
}

/** Draws a line with a round, soft pen; points count in pixels from the upper left corner. */
export function stroke(ink: Ink, from: Point, to: Point, radius: number): void {
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const distance = distanceToLine({ x: column + 0.5, y: row + 0.5 }, from, to);
      const cover = 255 * Math.min(1, Math.max(0, radius + 0.5 - distance));
      const at = row * SIDE + column;
      ink[at] = Math.max(ink[at] ?? 0, cover);
    }
  }
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length2;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - nearest * dx, point.y - from.y - nearest * dy);
}
