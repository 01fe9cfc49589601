import type { Chart } from '../charts/chart';
import { unBase64 } from '../files/bytes';
import { drawsPictures, writeFileSafely } from '../platform';
import { chartPng } from '../render/png';

/**
 * Writes a chart into a PNG file: `saveChart(lossCurves(history), 'loss.png')`.
 * @example
 * ```ts
 * import { saveChart, workflowDrawing } from 'nnlab';
 * saveChart(workflowDrawing(), 'workflow.png');
 * ```
 */
export function saveChart(chart: Chart, path: string): void {
  if (!/\.png$/i.test(path)) {
    throw new Error(`A chart is saved as a PNG file, and ${path} does not end in .png.`);
  }
  if (!drawsPictures) {
    throw new Error('A browser draws no PNG files here; the menu of the chart saves it as one.');
  }
  writeFileSafely(path, unBase64(chartPng(chart).base64));
}
