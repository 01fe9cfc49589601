import { createRequire } from 'node:module';
import { afterEach, beforeEach } from 'vitest';
import type { Bundle } from '../../src/kernel/kernel';

/** A message as tslab sends it to the notebook. */
export interface Sent extends Bundle {
  readonly update: boolean;
  readonly id: string | undefined;
}

type Message = Bundle & { transient: { display_id?: string } };

const jupyter = createRequire(__filename)('tslab/dist/jupyter') as {
  lastWriteDisplayData: unknown;
};

/** Lets each test run as in a tslab kernel; what the cell's output receives is in the list. */
export function inTslab(): Sent[] {
  const sent: Sent[] = [];
  beforeEach(() => {
    sent.length = 0;
    Object.assign(globalThis, { __tslab__: {} });
    jupyter.lastWriteDisplayData = ({ data, metadata, transient }: Message, update: boolean) =>
      sent.push({ data, metadata, update: update ?? false, id: transient.display_id });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, '__tslab__');
    jupyter.lastWriteDisplayData = null;
  });
  return sent;
}
