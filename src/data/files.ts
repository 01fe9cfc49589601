import { samplePath } from './embedded';
import { obtain } from './places/obtain';
import { sources, type IdxName } from './places/sources';

/** Where the four IDX files of Fashion-MNIST lie. */
export interface FashionFiles {
  readonly trainImages: string;
  readonly trainLabels: string;
  readonly testImages: string;
  readonly testLabels: string;
}

/** The paths of Fashion-MNIST's four files, to be opened with `readImages` and `readLabels`. */
export async function fashionFiles(): Promise<FashionFiles> {
  const found = await obtain(sources.fashion);
  if (found === undefined) {
    console.log('Fashion-MNIST: ONLY THE SAMPLE in data/sample. To get all of it: npm run data');
  }
  const pathOf = (name: IdxName): string => found?.[name].path ?? samplePath(name);
  return {
    trainImages: pathOf('train-images-idx3-ubyte'),
    trainLabels: pathOf('train-labels-idx1-ubyte'),
    testImages: pathOf('t10k-images-idx3-ubyte'),
    testLabels: pathOf('t10k-labels-idx1-ubyte'),
  };
}
