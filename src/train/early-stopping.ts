import * as tf from '@tensorflow/tfjs-node';

/** Watches the validation loss and remembers the best weights. */
export interface EarlyStopping {
  /** True when the loss has not fallen for `patience` epochs. */
  enough(epoch: number, validationLoss: number): boolean;
  /** Puts the weights of the best epoch back into the model and says which it was. */
  restoreBest(): number;
  dispose(): void;
}

export function earlyStopping(model: tf.LayersModel, patience: number): EarlyStopping {
  let best = { epoch: 0, loss: Infinity, weights: [] as tf.Tensor[] };
  return {
    enough(epoch, loss) {
      if (loss < best.loss) {
        tf.dispose(best.weights);
        best = { epoch, loss, weights: copyOf(model.getWeights()) };
      }
      return epoch - best.epoch >= patience && best.epoch < epoch;
    },
    restoreBest() {
      if (best.weights.length > 0) model.setWeights(best.weights);
      return best.epoch;
    },
    dispose: () => tf.dispose(best.weights),
  };
}

function copyOf(weights: readonly tf.Tensor[]): tf.Tensor[] {
  return tf.tidy(() => weights.map((weight) => weight.clone()));
}
