import { afterEach, describe, expect, test, vi } from 'vitest';
import * as tf from '@tensorflow/tfjs-node';
import { openLesson, versions } from '../../src/lesson/open';

describe('a lesson opens', () => {
  const lines: string[] = [];
  const listen = () =>
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    lines.length = 0;
  });

  test('with the versions of everything that decides its figures', () => {
    const text = versions().join('\n');
    expect(text).not.toContain('missing');
    expect(text).toMatch(/nnlab \d+\.\d+\.\d+\nNode \d+/);
    expect(text).toMatch(/TensorFlow\.js 4\.\d+\.\d+ on TensorFlow 2\.\d+/);
    expect(text).toMatch(/Vega-Lite 5\./);
  });

  test('with a seed that fixes the first weights', () => {
    listen();
    const draw = () => {
      openLesson({ seed: 42 });
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
      const weights = model.getWeights()[0]?.dataSync();
      model.dispose();
      return weights;
    };
    expect(draw()).toEqual(draw());
    expect(lines).toContain('seed 42');
  });

  test('with a word on quick mode where it is on', () => {
    vi.stubEnv('NNLAB_QUICK', '1');
    listen();
    openLesson({ seed: 1 });
    expect(lines.join('\n')).toContain('Quick mode');
  });
});
