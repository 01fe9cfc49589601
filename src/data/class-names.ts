/**
 * The ten classes of Fashion-MNIST, in the order of their labels.
 * @example
 * ```ts
 * import { fashionClassNames } from 'nnlab';
 * console.log(fashionClassNames[9]); // Ankle boot
 * ```
 */
export const fashionClassNames: readonly string[] = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

/** The ten classes of MNIST: the digits 0 to 9. */
export const digitClassNames: readonly string[] = [...'0123456789'];
