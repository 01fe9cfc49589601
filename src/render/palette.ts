/** A picture as numbers in a list of colours. */
export interface Palette {
  readonly values: Uint8Array;
  readonly colours: readonly (readonly [red: number, green: number, blue: number])[];
}

const MOST_COLOURS = 256;

/** How many steps there are between dark and light: all, then fewer than an eye tells apart. */
const STEPS_IN_BITS = [8, 6, 5];

/** The picture in at most 256 colours; null if that would be seen. */
export function paletteOf(rgba: Uint8Array): Palette | null {
  for (const bits of STEPS_IN_BITS) {
    const palette = paletteWith(bits, rgba);
    if (palette) return palette;
  }
  return null;
}

function paletteWith(bits: number, rgba: Uint8Array): Palette | null {
  const most = (1 << bits) - 1;
  const steps = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value * most) / 255));
  const step = (at: number) => steps[rgba[at] ?? 0] ?? 0;
  const numbers = new Map<number, number>();
  const values = new Uint8Array(rgba.length / 4);
  let previous = -1;
  let number = 0;
  for (let pixel = 0; pixel < values.length; pixel++) {
    const at = 4 * pixel;
    const colour = (step(at) << 16) | (step(at + 1) << 8) | step(at + 2);
    // Neighbours are mostly alike, and looking up takes long.
    if (colour !== previous) {
      number = numbers.get(colour) ?? numbers.size;
      if (number === MOST_COLOURS) return null;
      numbers.set(colour, number);
      previous = colour;
    }
    values[pixel] = number;
  }
  return { values, colours: [...numbers.keys()].map((colour) => widened(colour, most)) };
}

function widened(colour: number, most: number): Palette['colours'][number] {
  const widen = (step: number) => Math.round((step * 255) / most);
  return [widen(colour >> 16), widen((colour >> 8) & 255), widen(colour & 255)];
}
