import type { Chart } from './chart';

/** Narrower places, in pixels, show side-by-side charts one below the other. */
export const NARROW = 640;

type Spec = Readonly<Record<string, unknown>>;

/** The chart for a narrow place: what stands side by side goes one below the other. */
export function stackedChart(chart: Spec): Spec {
  const { hconcat, ...rest } = chart;
  return hconcat === undefined ? chart : { ...rest, vconcat: hconcat };
}

/** For vega-embed, which knows the place only when it draws: the same, as a change of Vega's spec. */
export function stackWhereNarrow(chart: Chart): { readonly patch?: readonly object[] } {
  if (!('hconcat' in chart)) return {};
  // A cell out of sight is not on the page, and 0 wide: then the window's width counts.
  const isNarrow = `(containerSize()[0] || windowSize()[0]) < ${NARROW}`;
  const signal = `${isNarrow} ? 1 : ${(chart['hconcat'] as unknown[]).length}`;
  return { patch: [{ op: 'add', path: '/layout/columns', value: { signal } }] };
}
