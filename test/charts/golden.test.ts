import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { every } from './every';

// The specs as they were when somebody last looked at their pictures (npm run gallery).
// After a wanted change: look again, then `npx vitest run test/charts/golden.test.ts -u`.
const folder = join(__dirname, 'golden');
const kept = readdirSync(folder).sort();

test('there is a golden spec for every chart, and no other', () => {
  expect(kept).toEqual(every.map(([name]) => `${name}.json`).sort());
});

test.each(every)('%s is as it was', async (name, chart) => {
  const text = inlined(JSON.stringify(chart, short, 1));
  await expect(`${text}\n`).toMatchFileSnapshot(join(folder, `${name}.json`));
});

/** Lists and objects without others in them on a line each. */
function inlined(json: string): string {
  return json.replace(/([[{])\s+([^[\]{}]*?)\s+([\]}])/g, (_, open, inner: string, close) => {
    return `${open}${inner.replace(/\n\s*/g, ' ')}${close}`;
  });
}

const MOST_ROWS = 12;

/** Three decimals, pictures and long tables as fingerprints: small, and the same on every machine. */
function short(key: string, value: unknown): unknown {
  // The same theme in all charts need not be written out in each.
  if (key === 'config') return `theme ${fingerprint(Buffer.from(JSON.stringify(value)))}`;
  if (typeof value === 'number') return rounded(value);
  if (typeof value === 'string' && value.startsWith('data:image/png;base64,')) {
    return `PNG ${fingerprint(PNG.sync.read(Buffer.from(value.slice(22), 'base64')).data)}`;
  }
  if (Array.isArray(value) && value.length > MOST_ROWS && typeof value[0] === 'object') {
    const rows = value.map((row) => JSON.stringify(row, short)).join('\n');
    return {
      rows: value.length,
      fingerprint: fingerprint(Buffer.from(rows)),
      first: value[0] as unknown,
    };
  }
  return value;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
