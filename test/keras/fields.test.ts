import { describe, expect, test } from 'vitest';
import {
  asConfig,
  called,
  choice,
  flag,
  ignored,
  mustBe,
  notNegative,
  number,
  optional,
  readFields,
  short,
  shown,
  size,
  sizePair,
  sizes,
  whole,
  writeFields,
  type Field,
} from '../../src/keras/fields';

describe('a setting', () => {
  test.each<[string, Field, unknown[], unknown[], string]>([
    ['flag', flag, [true, false], [1, 'true', undefined], 'true or false'],
    ['number', number, [0, -1.5], ['3', NaN, Infinity], 'a number'],
    ['number from 0', notNegative, [0, 0.5], [-0.1, '3', NaN], 'a number from 0'],
    ['whole number', whole, [-1, 0, 7], [0.5, '3', 2 ** 53], 'a whole number'],
    ['size', size, [1, 7], [0, 1.5, -1], 'a whole number from 1'],
    ['pair', sizePair, [[2, 3]], [[2], [2, 0], [1, 2, 3], 2], 'two whole numbers from 1'],
    ['list', sizes, [[], [-1, 4]], [[1.5], 'many', {}], 'a list of whole numbers'],
  ])('that is a %s takes such values alone', (_, field, good, bad, wanted) => {
    for (const value of good) {
      expect([field.read(value), field.write(value)]).toEqual([value, value]);
    }
    for (const value of bad) {
      expect(() => field.read(value)).toThrow(`should be ${wanted}, but is ${shown(value)}`);
      expect(() => field.write(value)).toThrow(`should be ${wanted}, but is`);
    }
  });

  test('may be left out if it is optional, and is checked if it is there', () => {
    const field = optional(whole);
    expect([field.read(undefined), field.write(null), field.read(0)]).toEqual([null, null, 0]);
    expect(() => field.read('3')).toThrow('a whole number');
  });

  test('that is a choice of words is translated both ways, and knows its words alone', () => {
    const field = choice({ relu: 'relu', silu: 'swish' });
    expect([field.read('silu'), field.write('swish')]).toEqual(['swish', 'silu']);
    expect(() => field.read('swish')).toThrow(
      'is "swish", which TensorFlow.js does not have; it can be relu, silu',
    );
    expect(() => field.write('silu')).toThrow(
      'is "silu", which Keras does not have; it can be relu, swish',
    );
    for (const odd of ['constructor', 7, null, ['relu']])
      expect(() => field.read(odd)).toThrow('is ');
  });

  test('that one side alone has must be off, or as it always is', () => {
    const field = mustBe(0, [1, 1]);
    for (const off of [null, undefined, false, 0, [1, 1]]) {
      expect([field.read(off), field.write(off)]).toEqual([undefined, undefined]);
    }
    for (const on of [1, true, '', [1, 2]]) {
      expect(() => field.read(on)).toThrow(
        `is ${shown(on)}, which is known to one of Keras and TensorFlow.js alone`,
      );
    }
  });
});

describe('settings', () => {
  const fields = { use_bias: flag, negative_slope: called('alpha', number), note: ignored };

  test('have names of their own on each side', () => {
    const keras = { use_bias: true, negative_slope: 0.2 };
    const tfjs = { useBias: true, alpha: 0.2 };
    expect(readFields(fields, { ...keras, note: 'any', any: null })).toStrictEqual(tfjs);
    expect(writeFields(fields, { ...tfjs, note: 'any' })).toStrictEqual(keras);
  });

  test('that are not in the table must be off', () => {
    const keras = { use_bias: true, negative_slope: 0.2, sparkle: null };
    expect(readFields(fields, keras)).toEqual({ useBias: true, alpha: 0.2 });
    expect(() => readFields(fields, { ...keras, sparkle: 3 })).toThrow(
      'its sparkle is 3, which is known to one of',
    );
    expect(() => readFields(fields, { ...keras, constructor: 3 })).toThrow('its constructor is 3');
    const tfjs = { useBias: true, alpha: 0.2 };
    expect(() => writeFields(fields, { ...tfjs, sparkle: 3 })).toThrow('its sparkle is 3');
  });

  test('are named in an error as the side calls them that has them', () => {
    expect(() => readFields(fields, { use_bias: 1 })).toThrow('its use_bias should be');
    expect(() => writeFields(fields, { useBias: 1 })).toThrow('its useBias should be');
  });
});

describe('a value in an error', () => {
  test('stands there as in JSON, and has an end', () => {
    expect([shown('a'), shown([1, null]), shown(undefined)]).toEqual([
      '"a"',
      '[1,null]',
      'missing',
    ]);
    expect(short('x'.repeat(60))).toBe('x'.repeat(60));
    expect(short('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  });

  test('is not shown where it is nested too deeply', () => {
    let nested: unknown = 0;
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    expect(shown(nested)).toBe('nested too deeply');
  });

  test('is taken for no settings where it is none', () => {
    for (const odd of [null, [1], 'text', 7]) expect(asConfig(odd)).toEqual({});
    expect(asConfig({ a: 1 })).toEqual({ a: 1 });
  });
});
