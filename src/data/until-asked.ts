import type { Images } from './dataset';

/** Images nobody has asked for the pixels of, each with what finds these. */
const waiting = new WeakMap<object, () => Uint8Array>();

/**
 * The same images, whose pixels need no memory until somebody asks for them: until then they may be
 * cleared away, and are read once more; from then on they stay.
 */
export function untilAsked({ shape, data }: Images, readAgain: () => Uint8Array): Images {
  const found = new WeakRef(data);
  const pixels = () => found.deref() ?? readAgain();
  let asked: Uint8Array | undefined;
  const images = {
    shape,
    get data() {
      waiting.delete(images);
      return (asked ??= pixels());
    },
  };
  waiting.set(images, pixels);
  return images;
}

/** The pixels for the one who wants them only now: images that nobody has asked for them stay without. */
export function pixelsInPassing(images: Images): Uint8Array {
  return waiting.get(images)?.() ?? images.data;
}

/** Whether there are pixels, now or as soon as somebody asks. */
export function hasPixels(images: Partial<Images> | undefined): boolean {
  return (images && waiting.has(images)) || images?.data instanceof Uint8Array;
}
