import type { IdxName } from './fetch/idx-name';

/** Grey images in one flat array: `shape` is [number of images, rows, columns]. */
export interface Images {
  readonly shape: readonly [count: number, rows: number, columns: number];
  /** Grey values 0-255, image after image, row after row. */
  readonly data: Uint8Array;
}

/** Images and, in the same order, what they show. */
export interface LabelledImages {
  readonly images: Images;
  readonly labels: Uint8Array;
}

/** A data set as the lessons use it. */
export interface Dataset {
  readonly name: 'Fashion-MNIST' | 'MNIST';
  readonly classNames: readonly string[];
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  /** Where the files were found, in words for a reader. */
  readonly source: string;
  /** Where the IDX files lie that it was read from; the digits' sample has none. */
  readonly files?: Readonly<Record<IdxName, string>>;
  /** False when only the small embedded sample could be had. */
  readonly complete: boolean;
}
