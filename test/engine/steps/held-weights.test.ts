import * as tf from '@tensorflow/tfjs-node';
import { afterEach, expect, test, vi } from 'vitest';
import { train } from '../../../src/train/train';
import { backend, type NativeAttribute } from '../../../src/tfjs/internals';
import { smallExamples, smallModel } from '../../train/small';

afterEach(() => void vi.restoreAllMocks());

/** The names under which TensorFlow is asked for variables while a model trains. */
async function namesOfTraining(): Promise<string[]> {
  const names: string[] = [];
  const native = backend();
  const execute = native.executeMultipleOutputs.bind(native);
  vi.spyOn(native, 'executeMultipleOutputs').mockImplementation((op, attributes, ...rest) => {
    if (op === 'VarHandleOp') names.push(nameIn(attributes));
    return execute(op, attributes, ...rest);
  });
  const model = smallModel();
  const examples = smallExamples(32);
  await train(model, examples, { silent: true });
  tf.dispose([examples.images, examples.labels]);
  model.dispose();
  vi.restoreAllMocks();
  return names;
}

const nameIn = (attributes: readonly NativeAttribute[]) =>
  String(attributes.find(({ name }) => name === 'shared_name')?.value);

test('a second training takes the names of the first: TensorFlow remembers each for ever', async () => {
  const first = await namesOfTraining();
  expect(new Set(first).size).toBe(first.length);
  expect(first.length).toBeGreaterThan(3);
  expect(await namesOfTraining()).toEqual(first);
});
