import * as tf from '@tensorflow/tfjs-node';

/** Stops with one clear sentence unless this is a model that can still be used. */
export function mustBeModel(owner: string, model: tf.LayersModel): void {
  if (!(model instanceof tf.LayersModel)) {
    throw new Error(
      `${owner} needs a model first, as dense128() or await loadModel(…) gives it, ` +
        `not ${kindOf(model)}.`,
    );
  }
  try {
    // Reading them is what tfjs refuses after dispose(); no number is copied.
    model.getWeights();
  } catch {
    throw new Error(`${owner}: this model was disposed of. Build it anew or load it first.`);
  }
}

/** Stops with one clear sentence unless images and labels are tensors that can still be used. */
export function mustBeTensors(
  owner: string,
  examples: { readonly images: tf.Tensor; readonly labels: tf.Tensor },
): void {
  for (const name of ['images', 'labels'] as const) {
    const given = (examples as Partial<typeof examples> | undefined)?.[name];
    if (!(given instanceof tf.Tensor)) {
      throw new Error(
        `${owner} needs tensors, { images, labels } as toTensors(…) gives them, ` +
          `but ${name} is ${kindOf(given)}.`,
      );
    }
    mustBeAlive(owner, name, given);
  }
}

/** Stops with one clear sentence where a tensor was disposed of. */
export function mustBeAlive(owner: string, name: string, tensor: tf.Tensor): void {
  if (!tensor.isDisposed) return;
  throw new Error(`${owner}: the ${name} were disposed of. Make them anew with toTensors(…).`);
}

/** What was given instead, in words. */
export function kindOf(given: unknown): string {
  if (given instanceof Promise) return 'a promise; is an await missing?';
  if (Array.isArray(given)) return 'an array';
  if (typeof given !== 'object' || given === null) return String(given).slice(0, 40);
  const { constructor } = given as { constructor?: { name?: string } };
  return `an object of kind ${constructor?.name ?? 'unknown'}`;
}
