import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { sendAtOnce } from './send-at-once';

// The only file that knows tslab, and its private way to send several forms of one output.
// tslab's own `display` sends a single form; a chart needs three (see bundle.ts).

/** One output in several forms, by MIME type; the notebook's viewer takes the best it knows. */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A place in a cell's output that can be written again and again. */
export type Slot = (bundle: Bundle) => void;

type WriteDisplayData = (
  message: Bundle & { transient: { display_id?: string } },
  update: boolean,
) => void;

interface PublicTslab {
  newDisplay(): { raw(mimeType: string, content: string | Uint8Array): void };
}

const load = createRequire(__filename);

/** Whether this code runs in a notebook's kernel: tslab leaves its mark on the global object. */
export function inNotebook(): boolean {
  return '__tslab__' in globalThis;
}

if (inNotebook()) sendAtOnce();

/** A new place in the output of the cell that runs now. */
export function newSlot(): Slot {
  const write = tslabWriter();
  if (write === null) return simpleSlot((load('tslab') as PublicTslab).newDisplay());
  const transient = { display_id: `nnlab-${randomBytes(8).toString('hex')}` };
  let written = false;
  return ({ data, metadata }) => {
    write({ data, metadata, transient }, written);
    written = true;
  };
}

/** tslab's writer for the cell that runs now, or null if this tslab has none where we know it. */
function tslabWriter(): WriteDisplayData | null {
  try {
    const jupyter = load('tslab/dist/jupyter') as { lastWriteDisplayData?: unknown };
    const write = jupyter.lastWriteDisplayData;
    return typeof write === 'function' ? (write as WriteDisplayData) : null;
  } catch {
    return null;
  }
}

/** The fall-back through tslab's public interface: the one form that most viewers show. */
function simpleSlot(display: ReturnType<PublicTslab['newDisplay']>): Slot {
  return ({ data }) => {
    for (const mimeType of ['image/png', 'text/html', 'text/plain']) {
      const content = data[mimeType];
      if (typeof content === 'string') return display.raw(mimeType, content);
    }
  };
}
