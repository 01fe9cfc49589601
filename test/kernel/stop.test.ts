import type * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disposeExamples, type Examples } from '../../src/data/tensors';
import { historyOf } from '../../src/results/history';
import { train } from '../../src/train/train';
import { smallExamples, smallModel, weightsOf } from '../train/small';

const pressStop = () => void process.kill(process.pid, 'SIGINT');
const forever = { epochs: 1_000_000, silent: true };

describe('Stop', () => {
  let examples: Examples;
  let model: tf.Sequential;
  beforeEach(() => {
    examples = smallExamples(5_000);
    model = smallModel();
  });
  afterEach(() => {
    disposeExamples(examples);
    model.dispose();
  });

  // Other tests run on the same cores.
  it('ends training within a second, with one sentence', { retry: 2 }, async () => {
    let pressed = 0;
    const training = train(model, examples, forever);
    setTimeout(() => {
      pressed = performance.now();
      pressStop();
    }, 500);
    await expect(training).rejects.toThrow(
      /^Training stopped after .+; the model keeps what it has learned, and historyOf\(model\) gives the rows so far\.$/,
    );
    expect(performance.now() - pressed).toBeLessThan(1000);
  });

  it('keeps weights and history, and the model is ready for the next call', async () => {
    const fresh = weightsOf(model);
    const onEpochEnd = (epoch: number) => (epoch === 2 ? pressStop() : undefined);
    const stopped = train(model, examples, { ...forever, callbacks: { onEpochEnd } });
    await expect(stopped).rejects.toThrow('Training stopped after');
    expect(weightsOf(model)).not.toEqual(fresh);
    const done = historyOf(model).length;
    expect(done).toBeGreaterThanOrEqual(2);
    await train(model, examples, { initialEpoch: done, epochs: done + 1, silent: true });
    expect(historyOf(model).length).toBe(done + 1);
  });

  it('gives the listeners back that were there before', async () => {
    const other = () => undefined;
    process.on('SIGINT', other);
    const before = process.listeners('SIGINT');
    const first = train(model, examples, { silent: true });
    const another = smallModel();
    const second = train(another, examples, { silent: true });
    await Promise.all([first, second]);
    expect(process.listeners('SIGINT')).toEqual(before);
    process.off('SIGINT', other);
    another.dispose();
  });

  it('is not needed for a second training of the same model: that is refused', async () => {
    const first = train(model, examples, { silent: true });
    await expect(train(model, examples, { silent: true })).rejects.toThrow(
      'This model is still training',
    );
    await first;
    await train(model, examples, { silent: true });
  });
});
