import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { notesOf, readNotes, writeNotes } from '../../src/keras/notes';
import { historyOf } from '../../src/results/history';
import { keepScaling, scalingOf } from '../../src/results/scaling';

const network = (): tf.LayersModel =>
  tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2 })] });

describe('notes from a file', () => {
  test('may be missing, one and all', () => {
    for (const json of [{}, null, 'nothing']) {
      const model = network();
      readNotes(model, json);
      expect(notesOf(model)).toEqual({});
      expect(historyOf(model)).toEqual([]);
    }
  });

  test('give a model its class names, scaling and number of images', () => {
    const model = network();
    const notes = { classNames: ['x'.repeat(100), ''], scaling: 'none', images: 1 };
    readNotes(model, notes);
    expect(notesOf(model)).toEqual(notes);
  });

  test('give back how far numbers go that were no grey values, through a file and another', () => {
    const [model, again] = [network(), network()];
    readNotes(model, { scaling: { from: -1, to: 1 } });
    readNotes(again, JSON.parse(writeNotes(model, {})));
    expect(scalingOf(again)).toEqual({ from: -1, to: 1 });
    expect(notesOf(again)).toEqual({});
  });

  test('have rows whose figures may be no numbers', () => {
    const model = network();
    const row = { epoch: 1, split: 'train', loss: 0.5, accuracy: null, metrics: { mse: null } };
    readNotes(model, { history: [row, { epoch: 2, split: 'validation' }] });
    expect(historyOf(model)).toEqual([
      { epoch: 1, split: 'train', loss: 0.5, accuracy: NaN, metrics: { mse: NaN } },
      { epoch: 2, split: 'validation', loss: NaN, accuracy: NaN },
    ]);
  });

  const noList = 'its class names are not a list of texts';
  const noRow = 'its history has a row without epoch or split';
  const noCount = 'its number of images is not a whole number from 1';
  const noScaling = 'its scaling should be "divide by 255" or "none"';
  test.each<[unknown, string]>([
    [{ classNames: 'many' }, noList],
    [{ classNames: ['Bag', 7] }, noList],
    [{ classNames: ['Bag'] }, 'it has 1 class names, but 2 outputs'],
    [{ classNames: ['Bag', 'x'.repeat(101)] }, 'has 101 characters, more than 100'],
    [{ scaling: 'divide by 7' }, noScaling],
    [{ scaling: { from: 0 } }, noScaling],
    [{ scaling: { to: 1 } }, noScaling],
    [{ images: 0 }, noCount],
    [{ images: 1.5 }, noCount],
    [{ images: 'many' }, noCount],
    [{ history: 'long' }, 'its history is not a list'],
    [{ history: [{ split: 'train' }] }, noRow],
    [{ history: [{ epoch: 1.5, split: 'train' }] }, noRow],
    [{ history: [{ epoch: 1, split: 'test' }] }, noRow],
    [{ history: [null] }, noRow],
  ])('that make no sense are refused: %j', (json, sentence) => {
    expect(() => readNotes(network(), json)).toThrow(sentence);
  });

  test('have no class names for a model whose number of outputs is open', () => {
    const input = tf.input({ shape: [null] });
    const output = tf.layers.reLU().apply(input) as tf.SymbolicTensor;
    const open = tf.model({ inputs: input, outputs: output });
    expect(() => readNotes(open, { classNames: ['Bag'] })).toThrow(
      'it has 1 class names, but no fixed number of outputs',
    );
  });
});

test('a model says how grey values were scaled when it learned, before any file does', () => {
  const model = network();
  keepScaling(model, 'none');
  expect(notesOf(model)).toEqual({ scaling: 'none' });
});

test('what is given for the file counts more than what the model was loaded with', () => {
  const model = network();
  readNotes(model, { classNames: ['Bag', 'Coat'], scaling: 'none' });
  const written = JSON.parse(writeNotes(model, { scaling: 'divide by 255' })) as object;
  expect(written).toMatchObject({ classNames: ['Bag', 'Coat'], scaling: 'divide by 255' });
  expect(notesOf(model).scaling).toBe('divide by 255');
});
