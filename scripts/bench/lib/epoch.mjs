// An epoch of the course's own training. Each function must stand alone: one goes to a browser as text.

/**
 * The seconds that the second epoch of a call takes, its validation included.
 * @param {typeof import('nnlab').train} train
 * @param {import('@tensorflow/tfjs-node').LayersModel} model
 * @param {{ examples: import('nnlab').Examples, validation: import('nnlab').Examples }} training
 * @param {() => number} clock in milliseconds
 */
export async function secondEpoch(
  train,
  model,
  { examples, validation },
  clock = () => performance.now(),
) {
  let [begin, end] = [0, 0];
  await train(model, examples, {
    epochs: 2,
    validation,
    callbacks: {
      onEpochBegin: () => void (begin = clock()),
      onEpochEnd: () => void (end = clock()),
    },
  });
  return (end - begin) / 1000;
}
