import { type Box, type Layer, arrows, boxes, labels, lines } from '../drawing';
import { COLOURS, LAYERS, SIZES, SHADES } from '../theme';

/** A pale ground with a strong edge: text on it can be read in any print. */
export const FILLS = {
  input: { colour: SHADES.input, edge: LAYERS.input },
  hidden: { colour: SHADES.hidden, edge: LAYERS.hidden },
  output: { colour: SHADES.output, edge: LAYERS.output },
  plain: { colour: SHADES.plain, edge: COLOURS.line },
  alarm: { colour: SHADES.alarm, edge: COLOURS.vermilion },
} as const;

export type Fill = keyof typeof FILLS;

/** A box with text in it, at its middle. */
export interface Card {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly fill: Fill;
}

/** The boxes and, over them, their texts. */
export function cards(list: readonly Card[], fontSize: number = SIZES.axis): Layer[] {
  const rows = list.map(({ x, y, width, height, fill }) => ({
    x: x - width / 2,
    y: y - height / 2,
    x2: x + width / 2,
    y2: y + height / 2,
    ...FILLS[fill],
  }));
  const lineHeight = fontSize * 1.25;
  const texts = list.map(({ x, y, text }) => ({
    x,
    y: y - ((text.split('\n').length - 1) * lineHeight) / 2,
    text,
    colour: COLOURS.ink,
  }));
  return [
    boxes(rows, { cornerRadius: 6, strokeWidth: 2 }),
    labels(texts, { fontSize, lineHeight }),
  ];
}

/** Arrows along corners: each list of points is one arrow. */
export function routes(
  list: readonly (readonly (readonly [x: number, y: number])[])[],
  colour: string = COLOURS.quiet,
): Layer[] {
  const last: Box[] = [];
  const before: Box[] = [];
  for (const points of list) {
    points.slice(1).forEach(([x2, y2], place) => {
      const [x, y] = points[place] ?? [x2, y2];
      (place === points.length - 2 ? last : before).push({ x, y, x2, y2, colour });
    });
  }
  const straight = arrows(last);
  return before.length === 0 ? straight : [lines(before), ...straight];
}
