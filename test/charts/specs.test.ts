import Ajv, { type ErrorObject } from 'ajv';
import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import * as project from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { every } from './every';

const load = createRequire(__filename);

// JupyterLab 4.6 brings a vega-lite of its own, older than the project's.
const editions = [
  { name: 'vega-lite 5.23', vegaLite: project, folder: 'vega-lite' },
  {
    name: "JupyterLab's vega-lite 5.6.1",
    vegaLite: load('vega-lite-lab') as typeof project,
    folder: 'vega-lite-lab',
  },
];

describe.each(editions)('$name', ({ vegaLite, folder }) => {
  test('is the version it should be', () => {
    expect(vegaLite.version).toBe(folder === 'vega-lite' ? '5.23.0' : '5.6.1');
  });

  test.each(every)('compiles %s without a warning', (_, chart) => {
    const told: unknown[] = [];
    vegaLite.compile(chart as unknown as TopLevelSpec, { logger: listener(told) });
    expect(told).toEqual([]);
  });

  const schema = load(`${folder}/build/vega-lite-schema.json`) as object;
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  test.each(every)('finds %s valid', (_, chart) => {
    isValid(chart);
    expect(deepest(isValid.errors)).toEqual([]);
  });

  test('finds a wrong mark, so the schema is in force', () => {
    expect(isValid({ ...every[0]?.[1], layer: [{ mark: 'bra' }] })).toBe(false);
  });

  test('warns of a channel it does not know, so warnings are heard', () => {
    const told: unknown[] = [];
    const encoding = { x: { field: 'a', type: 'quantitative' }, nonsense: { field: 'b' } };
    const spec = { data: { values: [{ a: 1 }] }, mark: 'point', encoding };
    vegaLite.compile(spec as unknown as TopLevelSpec, { logger: listener(told) });
    expect(told).not.toEqual([]);
  });
});

/** A schema of alternatives complains of each of them; where it got furthest is the mistake. */
function deepest(errors: readonly ErrorObject[] | null | undefined): string[] {
  const paths = (errors ?? []).map(({ instancePath }) => instancePath);
  const most = Math.max(...paths.map((path) => path.length));
  return [...new Set(paths.filter((path) => path.length === most))];
}

function listener(told: unknown[]) {
  const logger = {
    level: () => logger,
    error: (...message: readonly unknown[]) => (told.push(message), logger),
    warn: (...message: readonly unknown[]) => (told.push(message), logger),
    info: () => logger,
    debug: () => logger,
  };
  return logger as unknown as NonNullable<
    NonNullable<Parameters<typeof project.compile>[1]>['logger']
  >;
}
