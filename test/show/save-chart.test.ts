import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { workflowDrawing } from '../../src/charts/theory/workflow';
import { chartPng } from '../../src/render/png';
import { saveChart } from '../../src/show/save-chart';

const folder = mkdtempSync(join(tmpdir(), 'nnlab-charts-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a chart is saved as the PNG that a notebook shows', () => {
  const path = join(folder, 'workflow.PNG');
  saveChart(workflowDrawing(), path);
  const { base64, width } = chartPng(workflowDrawing());
  expect(readFileSync(path).toString('base64')).toBe(base64);
  expect(PNG.sync.read(readFileSync(path)).width).toBe(2 * width);
});

test('another ending is refused in one sentence', () => {
  expect(() => saveChart(workflowDrawing(), join(folder, 'a.svg'))).toThrow(
    /^A chart is saved as a PNG file, and .*a\.svg does not end in \.png\.$/,
  );
});
