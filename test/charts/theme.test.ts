import { expect, test } from 'vitest';
import { COLOURS, SPLITS } from '../../src/charts/theme';

/** The contrast of two colours as the accessibility guidelines (WCAG 2) measure it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b].map(luminance).sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['ink', 'quiet', 'nothing', 'blue', 'red', 'green', 'purple'] as const)(
  'text in %s can be read on paper',
  (name) => {
    expect(contrast(COLOURS[name], COLOURS.paper)).toBeGreaterThan(4.5);
  },
);

test('the quiet diagonal of a confusion matrix can be read', () => {
  expect(contrast(COLOURS.quiet, COLOURS.faint)).toBeGreaterThan(4.5);
});

test.each(['train', 'validation'] as const)('the line of %s stands out from paper', (split) => {
  expect(contrast(SPLITS[split].colour, COLOURS.paper)).toBeGreaterThan(3);
});

/** What remains of colours for eyes without a sense for green, or for red (Viénot 1999). */
function without(sense: 'green' | 'red', colour: string): [yellow: number, blue: number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
    (at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return sense === 'green' ? [0.29275 * r + 0.70725 * g, b] : [0.11238 * r + 0.88762 * g, b];
}

test.each(['green', 'red'] as const)('the pairs stay apart for eyes blind to %s', (sense) => {
  const pairs = [
    [COLOURS.green, COLOURS.red],
    [COLOURS.blue, COLOURS.red],
    [SPLITS.train.colour, SPLITS.validation.colour],
  ] as const;
  for (const [a, b] of pairs) {
    const [first, second] = [without(sense, a), without(sense, b)];
    expect(Math.hypot(first[0] - second[0], first[1] - second[1])).toBeGreaterThan(0.07);
  }
});
