import type { Images } from './dataset';

interface Waiting {
  readonly pixels: () => Uint8Array;
  /** Whether they come from memory, and not from a file. */
  readonly quick: boolean;
}

/** Images nobody has asked for the pixels of, each with what finds these. */
const waiting = new WeakMap<object, Waiting>();

/**
 * The same images, whose pixels need no memory until somebody asks for them: until then they may be
 * cleared away, and are read once more; from then on they stay.
 */
export function untilAsked(
  { shape, data }: Images,
  readAgain: () => Uint8Array,
  quick = false,
): Images {
  let found: WeakRef<Uint8Array> | undefined = new WeakRef(data);
  let asked: Uint8Array | undefined;
  const pixels = () => {
    const there = found?.deref() ?? readAgain();
    // Who has asked may write into those, and what is made of these images later is not to see it.
    if (!asked) found = new WeakRef(there);
    return there;
  };
  const images = {
    shape,
    get data() {
      asked ??= pixels();
      found = undefined;
      waiting.delete(images);
      return asked;
    },
  };
  waiting.set(images, { pixels, quick });
  return images;
}

/** The pixels for the one who wants them only now: images that nobody has asked for them stay without. */
export function pixelsInPassing(images: Images): Uint8Array {
  return waiting.get(images)?.pixels() ?? images.data;
}

/** What finds the pixels as they are now, whatever is written into them later. */
export function lastingPixels(images: Images): () => Uint8Array {
  const source = waiting.get(images);
  if (source) return source.pixels;
  const copy = images.data.slice();
  return () => copy;
}

/** What finds the pixels quickly, and as they were at first; undefined where they stay in memory anyway. */
export function quickSource(images: Images): (() => Uint8Array) | undefined {
  const source = waiting.get(images);
  return source?.quick ? source.pixels : undefined;
}

/** The pixels for the one who only looks: those that are quickly found again are not kept for it. */
export function pixelsToSee(images: Images): Uint8Array {
  return quickSource(images)?.() ?? images.data;
}

/** Whether there are pixels, now or as soon as somebody asks. */
export function hasPixels(images: Partial<Images> | undefined): boolean {
  return (images && waiting.has(images)) || images?.data instanceof Uint8Array;
}
