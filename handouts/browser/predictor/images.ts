import type { PredictorPayload } from '../../../src/show/predictor/payload';
import { bytesOf, unzip } from '../unpack';
import { SIDE } from './ink';

/** The test images by number: some are in the page, all of them in a file beside a notebook. */
export interface TestImages {
  readonly count: number;
  get(index: number): Promise<{ pixels: Uint8ClampedArray; truth: number }>;
}

/** `allAt` is the address of the file with all images, or undefined outside JupyterLab. */
export async function openTestImages(
  payload: PredictorPayload,
  allAt: string | undefined,
): Promise<TestImages> {
  const bundled = await unzip(bytesOf(payload.images));
  let all: Promise<Uint8Array> | undefined;
  return {
    count: allAt === undefined ? payload.bundledImages : payload.testImages,
    async get(index) {
      if (index < payload.bundledImages) return imageAt(bundled, payload.bundledImages, index);
      all ??= download(allAt ?? '');
      return imageAt(await all, payload.testImages, index);
    },
  };
}

async function download(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return unzip(new Uint8Array(await answer.arrayBuffer()));
}

function imageAt(bytes: Uint8Array, count: number, index: number) {
  const size = SIDE * SIDE;
  return {
    pixels: new Uint8ClampedArray(bytes.subarray(index * size, (index + 1) * size)),
    truth: bytes[count * size + index] ?? 0,
  };
}
