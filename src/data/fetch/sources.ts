import type { IdxName } from './idx-name';

export type { IdxName };

/** The paths of the four files of a data set. */
export function pathsOf(pathOf: (name: IdxName) => string): Readonly<Record<IdxName, string>> {
  return {
    'train-images-idx3-ubyte': pathOf('train-images-idx3-ubyte'),
    'train-labels-idx1-ubyte': pathOf('train-labels-idx1-ubyte'),
    't10k-images-idx3-ubyte': pathOf('t10k-images-idx3-ubyte'),
    't10k-labels-idx1-ubyte': pathOf('t10k-labels-idx1-ubyte'),
  };
}

/** One data file: its length and SHA-256 are those of the unpacked bytes. */
export interface SourceFile {
  readonly name: IdxName;
  readonly bytes: number;
  readonly sha256: string;
}

/** One data set: where its folder is called what, its files, and who offers them. */
export interface Source {
  readonly title: 'Fashion-MNIST' | 'MNIST';
  readonly folder: 'fashion-mnist' | 'mnist';
  readonly files: readonly SourceFile[];
  /** Addresses to which a file's name and `.gz` are added. */
  readonly mirrors: readonly string[];
  /** Debian's package with the same files, if there is one. */
  readonly debianPackage?: string;
}

const FASHION: Source = {
  title: 'Fashion-MNIST',
  folder: 'fashion-mnist',
  files: [
    {
      name: 'train-images-idx3-ubyte',
      bytes: 47_040_016,
      sha256: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
    },
    {
      name: 'train-labels-idx1-ubyte',
      bytes: 60_008,
      sha256: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
    },
    {
      name: 't10k-images-idx3-ubyte',
      bytes: 7_840_016,
      sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
    },
    {
      name: 't10k-labels-idx1-ubyte',
      bytes: 10_008,
      sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
    },
  ],
  mirrors: [
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets/',
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
  ],
  debianPackage: 'dataset-fashion-mnist',
};

const DIGITS: Source = {
  title: 'MNIST',
  folder: 'mnist',
  files: [
    {
      name: 'train-images-idx3-ubyte',
      bytes: 47_040_016,
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    {
      name: 'train-labels-idx1-ubyte',
      bytes: 60_008,
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
    {
      name: 't10k-images-idx3-ubyte',
      bytes: 7_840_016,
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    {
      name: 't10k-labels-idx1-ubyte',
      bytes: 10_008,
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  ],
  mirrors: [
    'https://storage.googleapis.com/cvdf-datasets/mnist/',
    'https://ossci-datasets.s3.amazonaws.com/mnist/',
  ],
};

/** The data files of the course: what they must be, and who offers them. */
export const sources = { fashion: FASHION, digits: DIGITS } as const;
