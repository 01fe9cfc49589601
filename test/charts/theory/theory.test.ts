import { describe, expect, test } from 'vitest';
import { batchesDrawing } from '../../../src/charts/theory/batches';
import { descentCurves } from '../../../src/charts/theory/descent';
import { fittedLines } from '../../../src/charts/theory/fitted-lines';
import { fittingCurves } from '../../../src/charts/theory/fitting';
import { forwardPassDrawing } from '../../../src/charts/theory/forward-pass';
import { gradientCurves } from '../../../src/charts/theory/gradient-curves';
import { networkDrawing } from '../../../src/charts/theory/network';
import { pipelineDrawing } from '../../../src/charts/theory/pipeline';
import { softmaxBars } from '../../../src/charts/theory/softmax';

describe('a network drawing', () => {
  interface Layer {
    readonly mark: { readonly type: string };
    readonly data: { readonly values: readonly { readonly colour: string }[] };
  }

  const pointsOf = (layers: readonly number[]) =>
    (networkDrawing(layers)['layer'] as readonly Layer[]).filter(
      ({ mark }) => mark.type === 'point',
    );

  test('counts the parameters of the lessons', () => {
    expect(networkDrawing([784, 128, 10]).description).toContain('101,770 parameters');
    expect(networkDrawing([784, 100, 75, 10]).description).toContain('86,835 parameters');
  });

  test('says 1 output, not 1 outputs', () => {
    expect(networkDrawing([2, 3, 1]).description).toContain('2 inputs, 3 hidden, 1 output,');
  });

  test('draws every neuron of a small layer and dots for those of a large one', () => {
    const [neurons, dots] = pointsOf([3, 4, 2]).map(({ data }) => data.values.length);
    expect([neurons, dots]).toEqual([9, 0]);
    const [few, six] = pointsOf([784, 128, 10]).map(({ data }) => data.values.length);
    expect([few, six]).toEqual([8 + 8 + 10, 6]);
  });

  test('has orange inputs, blue hidden layers, green outputs', () => {
    const colours = new Set(pointsOf([2, 3, 3, 1])[0]?.data.values.map(({ colour }) => colour));
    expect([...colours]).toEqual(['#e69f00', '#3f88c5', '#2a9d6f']);
  });

  test('of one layer is refused', () => {
    expect(() => networkDrawing([784])).toThrow('two layers or more');
  });
});

describe('a forward pass', () => {
  test('adds up what one neuron gets and applies the activation', () => {
    const neuron = { weights: [[0.5, -1]], biases: [0.25], activation: 'relu' as const };
    expect(forwardPassDrawing([1, 2], [neuron]).description).toContain('−1.25 becomes 0');
  });

  test('hands the outputs of one layer on to the next', () => {
    const double = { weights: [[2]], biases: [0] };
    expect(forwardPassDrawing([3], [double, double]).description).toContain(
      'layer 2 (linear): 12 becomes 12',
    );
  });

  test('with a weight too few names the neuron', () => {
    expect(() => forwardPassDrawing([1, 2], [{ weights: [[1]], biases: [0] }])).toThrow(
      'Neuron 1 of layer 1 has 1 weights, but 2 values come in.',
    );
  });
});

test('batches and iterations are counted as in the lessons', () => {
  expect(batchesDrawing().description).toContain('1688 batches of 32 (the last of 16)');
  expect(batchesDrawing({ images: 60_000, epochs: 5 }).description).toContain('9375 iterations');
});

test('batches that come out even leave no rest', () => {
  expect(batchesDrawing({ images: 64, batchSize: 32, epochs: 1 }).description).toContain(
    '2 batches of 32 (the last of 32)',
  );
});

test('the pipeline has the eight steps, and says which stand out', () => {
  const { description } = pipelineDrawing(undefined, { highlight: [5] });
  expect(description).toContain('5 Model Selection');
  expect(description).toContain('highlighted: 5.');
});

test('a good learning rate comes nearer to the lowest point than one too small or too large', () => {
  const losses = [0.05, 0.4, 1.9].map((rate) => {
    const told = /loss ([\d.]+)\.$/.exec(descentCurves({ rates: [rate] }).description);
    return Number(told?.[1]);
  });
  expect(losses[1]).toBeLessThan(Math.min(losses[0] ?? 0, losses[2] ?? 0));
});

test('a descent that overshoots ever more is told as it is', () => {
  expect(descentCurves({ rates: [2.5], steps: 3 }).description).toContain('w ends at 11.80');
});

test('fitted lines tell their rules, and how far they miss the examples', () => {
  const lines = [
    { name: 'before', weight: 0, bias: 0 },
    { name: 'after', weight: 2, bias: -1 },
  ];
  const { description } = fittedLines([0, 1, 2], [-1, 1, 3], lines);
  expect(description).toContain('3 examples; before y = 0.00 x + 0.00, at most 3.00 away');
  expect(description).toContain('after y = 2.00 x − 1.00, at most 0.00 away');
});

test('the sketch of an overfit turns up, the others do not', () => {
  const [, under = '', good = '', over = ''] = fittingCurves().description.split(/\. (?=[UGO])/);
  expect(under + good).not.toContain('then rises');
  expect(over).toContain('then rises');
});

test('a gradient that vanishes and one that explodes are told apart', () => {
  const rows = [1, 2, 3].flatMap((layer) => [
    { network: 'small', layer, size: 0.1 ** (3 - layer) },
    { network: 'large', layer, size: 10 ** (3 - layer) },
  ]);
  const { description } = gradientCurves(rows);
  expect(description).toContain('small: on its way back from layer 3 to layer 1 it shrinks');
  expect(description).toContain('large: on its way back from layer 3 to layer 1 it grows');
  expect(description).toContain('(100 times)');
  expect(() => gradientCurves([{ layer: 1, size: 0 }])).toThrow('no gradient');
});

test('softmax bars tell each score and its probability', () => {
  expect(softmaxBars([0, 0], ['a', 'b']).description).toContain('a 0 → 0.500, b 0 → 0.500');
});
