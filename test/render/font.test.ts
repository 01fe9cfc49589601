import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fontFamily, fontFiles, textWidth } from '../../src/render/font';

/** The width of the ink that resvg draws, which lacks the little room at both ends. */
function drawnWidth(text: string, size: number, weight: string): number {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="99"><text x="50" y="50" ` +
    `font-family="${fontFamily}" font-size="${size}" font-weight="${weight}">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles] };
  return new Resvg(svg, { font }).innerBBox()?.width ?? 0;
}

test.each(['Ankle boot', 'T-shirt/top', '✓ Pullover 97 %', '✗ Shirt 54 % (Coat)', '0.8952'])(
  'the width of "%s" is the width that is drawn, bold or not',
  (text) => {
    for (const weight of ['normal', 'bold']) {
      const drawn = drawnWidth(text, 20, weight);
      const told = textWidth(text, 20, weight === 'bold');
      expect(told).toBeGreaterThan(drawn - 1);
      expect(told).toBeLessThan(drawn + 4);
    }
  },
);

test('the signs that tell right from wrong are in the font', () => {
  const missing = textWidth('\u{10ffff}', 100);
  for (const sign of '✓✗×·–…≈²αβ∂Σ→') expect(textWidth(sign, 100), sign).not.toBe(missing);
});
