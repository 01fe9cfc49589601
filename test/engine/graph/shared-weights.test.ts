import { expect, it } from 'vitest';
import { train } from '../../../src/train/train';
import { smallExamples, smallModel, weightsOf } from '../../train/small';

it('models that begin with one and the same weights train as if each were alone', async () => {
  const examples = smallExamples(64);
  const learn = (model: ReturnType<typeof smallModel>) =>
    train(model, examples, { epochs: 3, silent: true });

  const alone = smallModel();
  await learn(alone);

  const first = smallModel();
  const second = smallModel();
  second.setWeights(first.getWeights());
  await learn(first);
  await learn(second);

  expect(weightsOf(first)).toEqual(weightsOf(alone));
  expect(weightsOf(second)).toEqual(weightsOf(alone));
});
