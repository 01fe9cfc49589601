import * as nnlab from '../../src';
import { fashionSample } from '../../src/data/embedded';
import type { Chart } from '../../src/charts/chart';
import { examples } from '../../scripts/gallery/examples.mjs';

/** An example of every chart, the ones the gallery shows. */
export const every: readonly (readonly [name: string, chart: Chart])[] = Object.entries(
  examples(nnlab, fashionSample()),
);
