import { nextTurn, takeOverStop } from '../platform';
import { kernelHost } from './host';
import { plainError } from './plain-error';

/** Knows whether Jupyter's Stop button (or Ctrl-C) was pressed. */
export interface StopButton {
  readonly pressed: boolean;
  /** Call it at the end of training, whatever happened. */
  release(): void;
}

const watching = new Set<{ pressed: boolean }>();
let giveStopBack = (): void => undefined;

/**
 * Catches Stop while training runs. tslab's own listener would only abandon the cell and leave
 * training going on behind it, so it is set aside until the training has ended.
 */
export async function watchForStop(): Promise<StopButton> {
  // tslab runs a cell's first piece so that Stop cuts it off, and Node then forgets listeners
  // made in it: the next Stop would end the whole kernel. So the first piece must be over.
  await nextTurn();
  const button = { pressed: false, release: () => giveBack(button) };
  watching.add(button);
  if (watching.size === 1) {
    giveStopBack = kernelHost()?.onStop(press) ?? takeOverStop(press);
  }
  return button;
}

// scripts/kernel/stop.cjs listens here, so that a cell sent after Stop is not taken for one before.
const PRESSED = Symbol.for('nnlab.stopPressed');

function press(): void {
  for (const button of watching) button.pressed = true;
  (globalThis as { [PRESSED]?: () => void })[PRESSED]?.();
}

function giveBack(button: { pressed: boolean }): void {
  if (!watching.delete(button) || watching.size > 0) return;
  giveStopBack();
}

let cutShort = false;

/** Whether Stop has ended a training since the lesson began: its figures are then other ones. */
export const trainingWasStopped = (): boolean => cutShort;

/** A lesson that begins anew knows nothing of the Stops before. */
export function forgetStops(): void {
  cutShort = false;
}

/** What `train` rejects with after Stop, so that the rest of the cell does not run. */
export function stoppedError(where: string): Error {
  cutShort = true;
  return plainError(
    `Training stopped ${where}; the model keeps what it has learned, ` +
      'and historyOf(model) gives the rows so far.',
    'Stopped',
  );
}
