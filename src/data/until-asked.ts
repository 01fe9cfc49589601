import type { Images } from './dataset';

/**
 * The same images, whose pixels need no memory until somebody asks for them: until then they may be
 * cleared away, and are read once more; from then on they stay.
 */
export function untilAsked({ shape, data }: Images, readAgain: () => Uint8Array): Images {
  const found = new WeakRef(data);
  let asked: Uint8Array | undefined;
  return {
    shape,
    get data() {
      return (asked ??= found.deref() ?? readAgain());
    },
  };
}
