import { checkLabels } from './check-labels';
import { formatCount } from '../results/numbers';
import { digitClassNames, fashionClassNames } from './class-names';
import { digitsSample, fashionSample } from './embedded';
import type { Dataset, LabelledImages } from './dataset';
import { parseIdx } from './idx';
import { lackOfData } from '../platform';
import { readVerified } from './fetch/find';
import { obtain, type FoundSet } from './fetch/obtain';
import { pathsOf, sources, type IdxName, type Source, type SourceFile } from './fetch/sources';
import { untilAsked } from './until-asked';

/**
 * Fashion-MNIST: 60,000 training and 10,000 test images of clothes, 28 x 28 grey values,
 * in the published order. Looks on this machine first, then tries to download; where
 * neither helps it gives a small sample (`complete` is false then) and says so.
 * @example
 * ```ts
 * import { imageGrid, loadFashion, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(imageGrid(fashion.train, { classNames: fashion.classNames }));
 * ```
 */
export async function loadFashion(): Promise<Dataset> {
  return (await loadComplete(sources.fashion, fashionClassNames)) ?? announced(fashionSample());
}

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits. Where the full set
 * can be neither found nor downloaded it gives 10,000 of its images (`complete` is false
 * then) and says so.
 * @example
 * ```ts
 * import { imageGrid, loadDigits, show } from 'nnlab';
 * const digits = await loadDigits();
 * show(imageGrid(digits.train));
 * ```
 */
export async function loadDigits(): Promise<Dataset> {
  return (await loadComplete(sources.digits, digitClassNames)) ?? announced(digitsSample());
}

/** The set as it was published, wherever its files are; undefined where they cannot be had. */
export async function loadComplete(
  source: Source,
  classNames: readonly string[],
): Promise<Dataset | undefined> {
  const found = await obtain(source);
  if (found === undefined) return undefined;
  const part = (images: IdxName, labels: IdxName): LabelledImages =>
    labelledImages(found[images].content, found[labels].content, classNames.length);
  const train = part('train-images-idx3-ubyte', 'train-labels-idx1-ubyte');
  return announced({
    name: source.title,
    classNames,
    train: { ...train, images: untilAsked(train.images, readAgain(found, source)) },
    test: part('t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'),
    source: [...new Set(Object.values(found).map((file) => file.place))].join(' and '),
    files: pathsOf((name) => found[name].path),
    complete: true,
  });
}

/** Reads the training images from where they were found; a lesson that takes them from its table never asks. */
function readAgain(found: FoundSet, { files }: Source): () => Uint8Array {
  const file = files.find(({ name }) => name === 'train-images-idx3-ubyte') as SourceFile;
  const { path } = found[file.name];
  return pixelsOf(path, file);
}

// Its own function: `found` would stay in memory with one made beside it.
const pixelsOf = (path: string, file: SourceFile) => () => parseIdx(readVerified(path, file)).data;

/** Puts the contents of an image file and a label file together. */
export function labelledImages(
  imageFile: Uint8Array,
  labelFile: Uint8Array,
  classes: number,
): LabelledImages {
  const { shape, data } = parseIdx(imageFile);
  const [count = 0, rows = 0, columns = 0] = shape;
  const examples = {
    images: { shape: [count, rows, columns] as const, data },
    labels: parseIdx(labelFile).data,
  };
  checkLabels(examples, classes);
  return examples;
}

function announced(data: Dataset): Dataset {
  const count = (part: LabelledImages): string => formatCount(part.labels.length);
  const size = `${count(data.train)} training and ${count(data.test)} test images`;
  if (data.complete) {
    console.log(`${data.name}: ${size}, verified, from ${data.source}`);
  } else {
    console.log(`${data.name}: ONLY A SAMPLE of ${size}, from ${data.source}. ${lackOfData}`);
  }
  return data;
}
