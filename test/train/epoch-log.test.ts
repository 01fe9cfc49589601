import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trainAugmented } from '../../src/augment/training';
import { disposeExamples, type Examples } from '../../src/data/tensors';
import { flatten128 } from '../../src/models/architectures';
import { setSeed } from '../../src/random/random';
import { train } from '../../src/train/train';
import { inTslab, type Sent } from '../show/kernel';
import { compile, smallExamples, smallModel } from './small';

describe('the table below a cell', () => {
  const sent = inTslab();
  let examples: Examples;
  let model: tf.Sequential;
  beforeEach(() => {
    setSeed(42);
    examples = smallExamples(100);
    model = smallModel();
  });
  afterEach(() => {
    disposeExamples(examples);
    model.dispose();
  });
  const textOf = ({ data }: Sent) => String(data['text/plain']);
  const places = () => [...new Set(sent.map(({ id }) => id))];
  const endOf = (place: string | undefined) =>
    textOf(sent.filter(({ id }) => id === place).at(-1)!);

  it('stands in one place, with all rows at the end', async () => {
    await train(model, examples, { epochs: 5, validation: 0.1 });
    expect(places()).toHaveLength(1);
    const lines = endOf(places()[0]).split('\n');
    expect(lines).toHaveLength(3 + 5);
    expect(lines.map((line) => line.trim().split(' ')[0]).slice(3)).toEqual(
      [1, 2, 3, 4, 5].map((epoch) => `${epoch}/5`),
    );
  });

  it('shows how much of an epoch is done', async () => {
    const many = smallExamples(20_000);
    await train(model, many, { batchSize: 1 });
    disposeExamples(many);
    const shares = sent.flatMap((one) => /1\/1 +(\d+) %/.exec(textOf(one))?.[1] ?? []).map(Number);
    expect(shares[0]).toBe(0);
    expect(shares.some((share) => share > 0 && share < 100)).toBe(true);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('never wraps: it is as wide as its place, in smaller letters where that is narrow', async () => {
    await train(model, examples, { epochs: 1 });
    const html = String(sent.at(-1)?.data['text/html']);
    expect(html).toContain('white-space: pre;');
    expect(html).toMatch(/font-size: min\(1em, 4\.43cqw\)/);
  });

  it('is followed by another after a hundred rows, so that an update stays small', async () => {
    await train(model, examples, { batchSize: 100, epochs: 205 });
    const ends = places().map((place) => endOf(place).split('\n'));
    expect(ends.map(({ length }) => length - 3)).toEqual([100, 100, 5]);
    expect(ends[1]?.[3]).toMatch(/^101\/205 /);
  });

  it('stands below the live chart, which is there from the beginning', async () => {
    await train(model, examples, { epochs: 3, liveChart: true });
    const [chart, table] = places();
    const first = sent.find(({ id }) => id === chart)?.data ?? {};
    expect(first).toHaveProperty(['application/vnd.vegalite.v5+json', 'hconcat', 'length'], 2);
    expect(first['text/plain']).toContain('no loss yet');
    expect(endOf(chart)).toMatch(/training loss .* at epoch 3/);
    expect(endOf(table)).toContain('3/3');
    expect(places()).toHaveLength(2);
  });

  it('says why a training ended in its first epoch, though the live chart has nothing to show', async () => {
    const onEpochBegin = () => Promise.reject(new Error('no more'));
    const halted = train(model, examples, { liveChart: true, callbacks: { onEpochBegin } });
    await expect(halted).rejects.toThrow('no more');
  });

  it('says of an epoch on changed images how many are made, and how far it is', async () => {
    const count = 15_000;
    const data = Uint8Array.from({ length: count * 784 }, (_, at) => at % 251);
    const rows = {
      images: { shape: [count, 28, 28] as const, data },
      labels: new Uint8Array(count),
    };
    const large = flatten128();
    compile(large);
    await trainAugmented(large, rows, { epochs: 2, batchSize: 4 });
    large.dispose();
    expect(places()).toHaveLength(1);
    const texts = sent.map(textOf);
    expect(texts.some((text) => /1\/2 +\d+ % {2}of its images changed$/.test(text))).toBe(true);
    expect(texts.some((text) => /1\/2 +[1-9]\d? % {2}\d\.\d{4}/.test(text))).toBe(true);
    expect(texts.at(-1)?.split('\n')).toHaveLength(3 + 2);
  });
});
