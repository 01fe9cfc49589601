import type { Grey } from './centre';

/** Large enough for any pen stroke to survive, small enough to be read at once. */
const longestSide = 400;

export interface Upload {
  readonly picture: Grey;
  /** True where dark ink on a light ground was turned round. */
  readonly inverted: boolean;
}

/** Reads a picture file as ink: grey, its ground at 0 and its strongest ink at 255. */
export async function readPicture(file: Blob): Promise<Upload> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no canvas to read the picture with');
  // A transparent ground counts as white paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return inkOf(greyOf(context.getImageData(0, 0, width, height)));
}

function greyOf({ width, height, data }: ImageData): Grey {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { width, height, data: grey };
}

/** The ground is the middle grey value of the picture's edge; what differs from it is ink. */
export function inkOf(picture: Grey): Upload {
  const ground = medianOf(edgeOf(picture));
  const inverted = ground > 127;
  const ink = Float32Array.from(picture.data, (value) =>
    Math.max(0, inverted ? ground - value : value - ground),
  );
  const strongest = ink.reduce((most, value) => Math.max(most, value), 0);
  const data = ink.map((value) => (strongest < 16 ? 0 : (value / strongest) * 255));
  return { picture: { ...picture, data }, inverted };
}

function edgeOf({ width, height, data }: Grey): number[] {
  return Array.from(data).filter((_, at) => {
    const [column, row] = [at % width, Math.floor(at / width)];
    return column === 0 || row === 0 || column === width - 1 || row === height - 1;
  });
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
