import type * as tf from '@tensorflow/tfjs-node';

/** How grey values are scaled on the way into a tensor: 0-255 becomes 0-1, or stays. */
export type Scaling = 'divide by 255' | 'none';

/** Numbers that are no grey values of 0-255, scaled or not. */
export interface OtherRange {
  readonly from: number;
  readonly to: number;
}

const scalings = new WeakMap<tf.LayersModel, Scaling | OtherRange>();

/** Notes how the images are scaled that a model learns from. */
export function keepScaling(model: tf.LayersModel, scaling: Scaling | OtherRange): void {
  scalings.set(model, scaling);
}

/** How the images were scaled that a model has learned from; undefined where nothing is known. */
export function scalingOf(model: tf.LayersModel): Scaling | OtherRange | undefined {
  return scalings.get(model);
}

/** What images as read are divided by for a model; refused where that would not do. */
export function divisorFor(model: tf.LayersModel): number {
  const scaling = scalingOf(model) ?? usualScaling(model);
  if (typeof scaling === 'object') {
    throw new Error(
      `This model has learned from numbers from ${scaling.from} to ${scaling.to}, so nnlab does ` +
        'not know how to scale grey values of 0 to 255 for it; give it tensors scaled as in training.',
    );
  }
  return scaling === 'none' ? 1 : 255;
}

/** A model that is made elsewhere divides by itself if it has a layer for it. */
function usualScaling(model: tf.LayersModel): Scaling {
  const scalesItself = model.layers.some((layer) => layer.getClassName() === 'Rescaling');
  return scalesItself ? 'none' : 'divide by 255';
}
