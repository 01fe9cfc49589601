import opentype from 'opentype.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart';
import { imageGrid } from '../../src/charts/images/image-grid';
import { predictionGrid } from '../../src/charts/images/prediction-grid';
import { fashionSample } from '../../src/data/embedded';
import { loadVega } from '../../src/render/vega';
import { every } from './every';

interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Item {
  readonly x?: number;
  readonly y?: number;
  readonly opacity?: number;
  readonly text?: unknown;
  readonly bounds: Bounds;
  readonly items?: readonly Mark[];
}

interface Mark {
  readonly marktype: string;
  readonly items: readonly Item[];
}

interface Text extends Bounds {
  readonly text: string;
}

/** Every text of a chart that is seen, and where it stands: measured in the pinned font. */
function textsOf(chart: Chart): { texts: Text[]; page: Bounds } {
  const vega = loadVega();
  const { spec } = compile(chart as unknown as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: 'none' }).run();
  const drawn = view as unknown as {
    _viewWidth: number;
    _viewHeight: number;
    scenegraph(): { root: Mark };
  };
  const [left, top] = view.origin();
  const pad = view.padding() as { left: number; top: number; right: number; bottom: number };
  const page = {
    x1: -left - pad.left,
    y1: -top - pad.top,
    x2: drawn._viewWidth - left + pad.right,
    y2: drawn._viewHeight - top + pad.bottom,
  };
  return { texts: collect(drawn.scenegraph().root, 0, 0), page };
}

function collect(mark: Mark, dx: number, dy: number): Text[] {
  return mark.items.flatMap((item) => {
    if (mark.marktype === 'group') {
      const [x, y] = [dx + (item.x ?? 0), dy + (item.y ?? 0)];
      return (item.items ?? []).flatMap((inner) => collect(inner, x, y));
    }
    const seen = mark.marktype === 'text' && item.opacity !== 0 && String(item.text ?? '') !== '';
    if (!seen) return [];
    const { x1, y1, x2, y2 } = item.bounds;
    return [{ text: String(item.text), x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy }];
  });
}

/** Bounds are boxes around letters with their room; only a real overlap counts. */
const ROOM = 3;

function overlap(a: Bounds, b: Bounds): boolean {
  return a.x1 + ROOM < b.x2 && b.x1 + ROOM < a.x2 && a.y1 + ROOM < b.y2 && b.y1 + ROOM < a.y2;
}

function pairsThatOverlap(texts: readonly Text[]): string[] {
  return texts.flatMap((a, place) =>
    texts
      .slice(place + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}

function cutFrom(texts: readonly Text[], page: Bounds): Text[] {
  return texts.filter(
    ({ x1, y1, x2, y2 }) => x1 < page.x1 || y1 < page.y1 || x2 > page.x2 || y2 > page.y2,
  );
}

const font = (() => {
  const path = createRequire(__filename).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
  return opentype.parse(new Uint8Array(readFileSync(path)).buffer);
})();

describe.each(every)('%s', (_name, chart) => {
  const { texts, page } = textsOf(chart);

  test('has all its text on the page', () => {
    expect(texts.length).toBeGreaterThan(0);
    expect(cutFrom(texts, page)).toEqual([]);
  });

  test('has a letter in the font for every character', () => {
    const letters = [...new Set(texts.flatMap(({ text }) => [...text.replaceAll('\n', '')]))];
    expect(letters.filter((letter) => font.charToGlyphIndex(letter) === 0)).toEqual([]);
  });
});

// Labels at a slant are compared by the boxes around them, which meet where the letters do not.
const upright = every.filter(([name]) => !name.startsWith('confusion'));

test.each(upright)('%s has no text over another', (_name, chart) => {
  expect(pairsThatOverlap(textsOf(chart).texts)).toEqual([]);
});

test('text over text and text beyond the page would be found', () => {
  const place = (text: string, x: number) => ({
    data: { values: [{ text }] },
    mark: { type: 'text', x, y: 20 },
    encoding: { text: { field: 'text' } },
  });
  const { texts, page } = textsOf({
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: 'Three words, two of them on one place, one outside.',
    width: 100,
    height: 40,
    autosize: 'none',
    layer: [place('one', 20), place('two', 22), place('outside', 99)],
  });
  expect(pairsThatOverlap(texts)).toEqual(['one / two']);
  expect(cutFrom(texts, page).map(({ text }) => text)).toEqual(['outside']);
});

describe('long names', () => {
  const { test: images } = fashionSample();
  const long = Array.from({ length: 10 }, (_, kind) => `A rather long name of class ${kind}`);

  test('keep their room above images', () => {
    const chart = imageGrid(images, { classNames: long, count: 10 });
    expect(pairsThatOverlap(textsOf(chart).texts)).toEqual([]);
  });

  test('keep their room in predictions', () => {
    const predictions = [...images.labels.subarray(0, 10)].map((truth, index) => ({
      index,
      truth,
      guess: 9 - truth,
      confidence: 0.5,
      probabilities: [],
    }));
    const chart = predictionGrid(images.images, predictions, { classNames: long });
    expect(pairsThatOverlap(textsOf(chart).texts)).toEqual([]);
  });
});
