/*
 * Layers for pictures whose places are pixels, not data: x to the right, y downwards.
 * `scale: null` tells Vega-Lite to take places and colours as they are.
 */

/** A layer of a Vega-Lite spec. */
export type Layer = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

const place = (field: string) => ({ field, type: 'quantitative', scale: null });
const asIs = (field: string) => ({ field, type: 'nominal', scale: null });

const round = (value: unknown) =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

/** Hundredths of a pixel are enough, and keep specs small and comparable. */
function values(rows: readonly Row[]) {
  const tidy = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)])),
  );
  return { values: tidy };
}

/** Tooltips with capital names: the viewer takes one called `image` for a picture's address. */
function tooltips(fields: readonly string[]) {
  const named = (field: string) => field.charAt(0).toUpperCase() + field.slice(1);
  const tips = fields.map((field) => ({ field, type: 'nominal', title: named(field) }));
  return tips.length > 0 ? { tooltip: tips } : {};
}

const area = () => ({ x: place('x'), y: place('y'), x2: { field: 'x2' }, y2: { field: 'y2' } });

export interface Box extends Row {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly colour: string;
}

/** Filled rectangles; `mark` may add corners, and each row its own `edge`. */
export function boxes(rows: readonly Box[], mark: Row = {}): Layer {
  const edge = rows.some((row) => 'edge' in row) ? { stroke: asIs('edge') } : {};
  const encoding = { ...area(), fill: asIs('colour'), ...edge };
  return { data: values(rows), mark: { type: 'rect', aria: false, ...mark }, encoding };
}

/** Straight lines from (x, y) to (x2, y2). */
export function lines(rows: readonly Box[], mark: Row = {}): Layer {
  return {
    data: values(rows),
    mark: { type: 'rule', aria: false, strokeWidth: 2, ...mark },
    encoding: { ...area(), color: asIs('colour') },
  };
}

/** Lines that end in a head at (x2, y2). */
export function arrows(rows: readonly Box[], mark: Row = {}): Layer[] {
  const heads = rows.map(({ x, y, x2, y2, colour }) => {
    const turn = Math.atan2(y2 - y, x2 - x);
    const angle = (turn * 180) / Math.PI + 90;
    // The head's tip, not its middle, is where the line ends.
    return { x: x2 - 5 * Math.cos(turn), y: y2 - 5 * Math.sin(turn), angle, colour };
  });
  const shafts = rows.map((row) => {
    const length = Math.hypot(row.x2 - row.x, row.y2 - row.y) || 1;
    const keep = Math.max(0, 1 - 8 / length);
    const x2 = row.x + (row.x2 - row.x) * keep;
    return { ...row, x2, y2: row.y + (row.y2 - row.y) * keep };
  });
  const head = spots(heads, { shape: 'triangle', size: 110 });
  const angle = { field: 'angle', type: 'quantitative', scale: null };
  return [lines(shafts, mark), { ...head, encoding: { ...(head['encoding'] as object), angle } }];
}

export interface Spot extends Row {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Filled circles (or another point shape); `mark.size` is the area in square pixels. */
export function spots(rows: readonly Spot[], mark: Row = {}): Layer {
  return {
    data: values(rows),
    mark: { type: 'point', aria: false, filled: true, opacity: 1, size: 200, ...mark },
    encoding: { x: place('x'), y: place('y'), color: asIs('colour') },
  };
}

export interface Label extends Row {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

/** Text, centred on its place unless `mark` says otherwise. */
export function labels(rows: readonly Label[], mark: Row = {}): Layer {
  return {
    data: values(rows),
    mark: { type: 'text', aria: false, baseline: 'middle', lineBreak: '\n', ...mark },
    encoding: {
      x: place('x'),
      y: place('y'),
      text: { field: 'text', type: 'nominal' },
      color: asIs('colour'),
    },
  };
}

export interface Image extends Row {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly url: string;
}

/** Pictures with crisp pixels. Screen readers get the chart's alt text, not a list of data URLs. */
export function images(rows: readonly Image[], tips: readonly string[] = []): Layer {
  return {
    data: values(rows),
    mark: { type: 'image', smooth: false, aspect: false, aria: false },
    encoding: { ...area(), url: { field: 'url', type: 'nominal' }, ...tooltips(tips) },
  };
}
