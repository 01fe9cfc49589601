import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accuracyCurves, learningCurves, lossCurves } from '../../src/charts/curves/curves';
import type { Chart } from '../../src/charts/chart';
import { chartBundle } from '../../src/show/bundle';
import { built } from './sample-lesson';
import { writtenLesson } from './written-lesson';

const history = [0.5, 0.3].flatMap((loss, at) =>
  (['train', 'validation'] as const).map((split) => ({
    epoch: at + 1,
    split,
    loss,
    accuracy: 0.8,
  })),
);
const longer = [...history, { epoch: 3, split: 'train' as const, loss: 0.2, accuracy: 0.9 }];

/** How many figures a page has whose main training is followed by these. */
async function figuresOf(name: string, following: readonly Chart[]): Promise<number> {
  const trained = {
    code: 'train',
    tags: ['training'],
    outputs: [chartBundle(learningCurves(history)).data],
  };
  const shown = following.map((chart) => ({ code: 'show', outputs: [chartBundle(chart).data] }));
  const pages = await built(name, [
    writtenLesson(name, [{ prose: '# A lesson' }, trained, ...shown]),
  ]);
  return readFileSync(path.join(pages, `${name}.html`), 'utf8').split('<figure').length - 1;
}

test.each([
  ['01-the-same', [learningCurves(history)], 1],
  ['02-one-after-the-other', [lossCurves(history), accuracyCurves(history)], 2],
  ['03-half-of-it', [lossCurves(history)], 2],
  ['04-more-than-it', [learningCurves(longer)], 2],
  ['05-nothing', [], 1],
] as const)(
  '%s: a training leaves out its chart only where the next figures show it again',
  async (name, following, figures) => {
    expect(await figuresOf(name, following)).toBe(figures);
  },
);
