import { DASHES, SERIES, SPLITS } from './theme';

interface Looks {
  readonly colours: readonly string[];
  readonly dashes: readonly (readonly number[])[];
}

/** Seven colours and dashes before they come round again. */
function turns(count: number): Looks {
  const places = Array.from({ length: count }, (_, place) => place);
  return {
    colours: places.map((place) => SERIES[place % SERIES.length] ?? SERIES[0]),
    dashes: places.map((place) => DASHES[place % DASHES.length] ?? DASHES[0]),
  };
}

/**
 * Colour and dash for lines that are told apart by a field, and one legend for both.
 * `legend` changes the legend (null: none).
 */
export function lineSeries(
  field: string,
  names: readonly string[],
  looks: Looks = turns(names.length),
  legend: Readonly<Record<string, unknown>> | null = {},
) {
  const shown = { title: null, orient: 'top', symbolType: 'stroke', symbolSize: 900, ...legend };
  const series = { field, type: 'nominal', legend: legend && shown };
  return {
    color: { ...series, scale: { domain: names, range: looks.colours } },
    strokeDash: { ...series, scale: { domain: names, range: looks.dashes } },
  };
}

/** The splits that have rows, training first. */
export function splitsOf(rows: readonly { readonly split: keyof typeof SPLITS }[]) {
  return (['train', 'validation'] as const).filter((name) =>
    rows.some(({ split }) => split === name),
  );
}

/** Training dashed, validation solid, for these splits. */
export function splitSeries(
  splits: readonly (keyof typeof SPLITS)[],
  names: Readonly<Record<keyof typeof SPLITS, string>>,
) {
  const looks = {
    colours: splits.map((split) => SPLITS[split].colour),
    dashes: splits.map((split) => SPLITS[split].dash),
  };
  return lineSeries(
    'curve',
    splits.map((split) => names[split]),
    looks,
  );
}
