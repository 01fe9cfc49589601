import type * as tf from '@tensorflow/tfjs-node';

type Call = (inputs: tf.Tensor | tf.Tensor[], settings: { training?: boolean }) => unknown;

interface Workings {
  readonly rate: number;
  getNoiseShape(input: tf.Tensor): tf.Shape | null | undefined;
  call: Call;
}

/** A Dropout layer as its replacement sees it. */
export interface Dropout {
  readonly rate: number;
  /** The shape in which it draws what it drops of this input. */
  noiseShape(input: tf.Tensor): number[];
}

/** What a Dropout layer makes of its input in training. */
export type Dropping = (input: tf.Tensor, layer: Dropout) => tf.Tensor;

/** The Dropout layers of a model, in its order. */
export function dropoutLayers(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.filter((layer) => layer.getClassName() === 'Dropout');
}

/** Lets a Dropout layer drop in another way, until the returned function is called. */
export function replaceDropping(layer: tf.layers.Layer, dropping: Dropping): () => void {
  const workings = layer as unknown as Workings;
  const dropout: Dropout = {
    rate: workings.rate,
    noiseShape: (input) => (workings.getNoiseShape(input) ?? input.shape) as number[],
  };
  workings.call = (inputs, { training }) => {
    const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
    return training && dropout.rate > 0 ? dropping(input, dropout) : input.clone();
  };
  // The method proper is on the prototype; this uncovers it again.
  return () => delete (workings as Partial<Workings>).call;
}
