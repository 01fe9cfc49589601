// The little of Node's `process` that tslab and the repairs touch, and console over it.
import { format } from 'node-inspect-extracted';

type Write = (text: string) => boolean;

const silent: Write = () => true;

export const process = {
  // tslab compiles for the Node it runs on; browsers of today have all that Node 20 has.
  version: 'v20.0.0',
  versions: {},
  release: { name: 'browser' },
  browser: true,
  env: {} as Record<string, string>,
  argv: [] as string[],
  platform: 'browser',
  stdout: { write: silent },
  stderr: { write: silent },
  cwd: (): string => '/',
};

Object.assign(globalThis, { process });

const out = (...values: unknown[]) => void process.stdout.write(`${format(...values)}\n`);
const err = (...values: unknown[]) => void process.stderr.write(`${format(...values)}\n`);
/** What a cell prints appears below it, and not in the browser's own console. */
Object.assign(console, { log: out, info: out, debug: out, warn: err, error: err });
