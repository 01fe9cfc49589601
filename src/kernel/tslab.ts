import type { Bundle } from './host';
import { sendAtOnce } from './send-at-once';
import { loadPackage, newName } from '../platform';

// tslab's private way to send several forms of one output. Its own `display` sends a single form; a
// chart needs three (see bundle.ts).

type WriteDisplayData = (
  message: Bundle & { transient: { display_id?: string } },
  update: boolean,
) => void;

interface PublicTslab {
  newDisplay(): { raw(mimeType: string, content: string | Uint8Array): void };
}

/** Whether this code runs in tslab: it leaves its mark on the global object. */
export function inTslab(): boolean {
  return '__tslab__' in globalThis;
}

if (inTslab()) sendAtOnce();

/** A new place in the output of the cell that runs now. */
export function tslabSlot(): (bundle: Bundle) => void {
  const write = tslabWriter();
  if (write === null) return simpleSlot((loadPackage('tslab') as PublicTslab).newDisplay());
  const transient = { display_id: `nnlab-${newName()}` };
  let written = false;
  return ({ data, metadata }) => {
    write({ data, metadata, transient }, written);
    written = true;
  };
}

/** tslab's writer for the cell that runs now, or null if this tslab has none where we know it. */
function tslabWriter(): WriteDisplayData | null {
  try {
    const jupyter = loadPackage('tslab/dist/jupyter') as { lastWriteDisplayData?: unknown };
    const write = jupyter.lastWriteDisplayData;
    return typeof write === 'function' ? (write as WriteDisplayData) : null;
  } catch {
    return null;
  }
}

/** The fall-back through tslab's public interface: the one form that most viewers show. */
function simpleSlot(display: ReturnType<PublicTslab['newDisplay']>): (bundle: Bundle) => void {
  return ({ data }) => {
    for (const mimeType of ['image/png', 'text/html', 'text/plain']) {
      const content = data[mimeType];
      if (typeof content === 'string') return display.raw(mimeType, content);
    }
  };
}
