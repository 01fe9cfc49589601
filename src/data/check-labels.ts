import type { LabelledImages } from './dataset';
import { hasPixels } from './until-asked';

/** Stops with one clear sentence unless these are images and labels as the readers give them. */
export function mustBeLabelled(owner: string, given: LabelledImages): void {
  const { images, labels } = (given ?? {}) as Partial<LabelledImages>;
  if (hasPixels(images) && labels instanceof Uint8Array) return;
  throw new Error(
    `${owner} needs images and labels as the readers give them, such as fashion.train; ` +
      'tensors and arrays of your own have another form.',
  );
}

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

/** Stops where there is not a single image. */
export function mustNotBeEmpty(owner: string, { labels }: LabelledImages): void {
  if (labels.length === 0) throw new Error(`${owner}: there are no images; the set is empty.`);
}
