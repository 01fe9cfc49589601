import { kernelHost, type Bundle } from './host';
import { inTslab, tslabSlot } from './tslab';
import { newName } from '../platform';

export type { Bundle } from './host';

/** A place in a cell's output that can be written again and again. */
export type Slot = (bundle: Bundle) => void;

/** Whether this code runs in a notebook's kernel. */
export function inNotebook(): boolean {
  return kernelHost() !== undefined || inTslab();
}

/** A new place in the output of the cell that runs now. */
export function newSlot(): Slot {
  const host = kernelHost();
  if (!host) return tslabSlot();
  const id = `nnlab-${newName()}`;
  let written = false;
  return (bundle) => {
    host.display(bundle, id, written);
    written = true;
  };
}
