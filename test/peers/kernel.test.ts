import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// Jupyter's own tests for kernels, which are not only made for Python's.

interface Report {
  readonly run: number;
  readonly skipped: Readonly<Record<string, string>>;
  readonly failed: Readonly<Record<string, string>>;
}

test('the kernel keeps Jupyter’s messaging protocol', () => {
  const kernels = resolve(__dirname, '../../.venv/share/jupyter');
  const said = execFileSync(
    process.env['NNLAB_PEERS'] ?? 'python3',
    [join(__dirname, 'kernel_protocol.py')],
    { encoding: 'utf8', env: { ...process.env, JUPYTER_PATH: kernels } },
  );
  const { run, skipped, failed } = JSON.parse(said) as Report;
  expect(failed).toEqual({});
  // A pager and clear_output are no part of this kernel.
  expect(Object.values(skipped).sort()).toEqual(['No code clear output', 'No code page something']);
  expect(run).toBe(12);
}, 180_000);
