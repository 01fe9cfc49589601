import type { Layer } from './drawing';
import { COLOURS, SIZES } from './theme';

/** A number of a chart at a slider below it: Vega's expressions read it by its name. */
export function slider(
  name: string,
  label: string,
  value: number,
  range: { readonly min: number; readonly max: number; readonly step: number },
) {
  return [{ name, value, bind: { input: 'range', ...range, name: `${label} ` } }];
}

/** A line of words that the page computes for where the slider stands: the field `told`, in the middle of its place. */
export function toldLine(
  source: Layer,
  place: { readonly x: object; readonly y: object },
  size: number = SIZES.label,
): Layer {
  return {
    ...source,
    mark: { type: 'text', fontSize: size, color: COLOURS.ink },
    encoding: { text: { field: 'told', type: 'nominal' }, ...place },
  };
}
