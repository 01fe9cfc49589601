import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Result {
  readonly history: unknown;
  readonly weights: string;
  readonly picks: number[];
}

/** A whole training in a process of its own, on the built library. */
function trained(seed: number, way: string): Result {
  const before = join(__dirname, '..', '..', 'scripts', 'before-tensorflow.cjs');
  const words = ['--require', before, join(__dirname, 'history.mjs'), String(seed), way];
  const text = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: 'pipe' });
  return JSON.parse(text) as Result;
}

describe('with one seed two fresh processes', () => {
  test.each(['train', 'fit'])('give equal histories, weights and picks: %s', (way) => {
    const first = trained(42, way);
    expect(JSON.stringify(first.history).length).toBeGreaterThan(100);
    expect(trained(42, way)).toEqual(first);
  });

  test('give others with another seed', () => {
    const [first, other] = [trained(42, 'train'), trained(43, 'train')];
    expect(other.history).not.toEqual(first.history);
    expect(other.weights).not.toBe(first.weights);
    expect(other.picks).not.toEqual(first.picks);
  });
});
