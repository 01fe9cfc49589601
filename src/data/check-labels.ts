import type { LabelledImages } from './dataset';

/** Stops with one clear sentence where labels and images do not fit together. */
export function checkLabels({ images, labels }: LabelledImages, classes: number): void {
  if (images.shape[0] !== labels.length) {
    throw new Error(
      `There are ${images.shape[0]} images but ${labels.length} labels; each image needs one.`,
    );
  }
  const wrong = labels.findIndex((label) => label >= classes);
  if (wrong >= 0) {
    throw new Error(
      `Label ${labels[wrong]} in row ${wrong} is not one of 0 to ${classes - 1}; ` +
        `a network with ${classes} outputs cannot learn it.`,
    );
  }
}
