import type { Images } from './dataset';

/** Images nobody has asked for the pixels of, each with what makes these. */
const waiting = new WeakMap<object, () => Uint8Array>();

/**
 * Images whose pixels need no memory until somebody asks for them: then they are made, and from then on they stay.
 */
export function whenAsked(shape: Images['shape'], make: () => Uint8Array): Images {
  let asked: Uint8Array | undefined;
  const images = {
    shape,
    get data() {
      waiting.delete(images);
      return (asked ??= make());
    },
  };
  waiting.set(images, make);
  return images;
}

/** The same images, whose pixels may be cleared away until somebody asks for them, and are read once more then. */
export function untilAsked({ shape, data }: Images, readAgain: () => Uint8Array): Images {
  const found = new WeakRef(data);
  return whenAsked(shape, () => found.deref() ?? readAgain());
}

/** The pixels for the one who wants them only now: images that nobody has asked for them stay without. */
export function pixelsInPassing(images: Images): Uint8Array {
  return waiting.get(images)?.() ?? images.data;
}

/** Whether there are pixels, now or as soon as somebody asks. */
export function hasPixels(images: Partial<Images> | undefined): boolean {
  return (images && waiting.has(images)) || images?.data instanceof Uint8Array;
}
