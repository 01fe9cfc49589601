import { startHdf5Helper, type Arrays, type Hdf5Helper, type Hdf5Request } from '../platform';

export type { Arrays, StoredArray } from '../platform';

let helper: Hdf5Helper | undefined;
let last: Promise<unknown> = Promise.resolve();

export function readHdf5(bytes: Uint8Array): Promise<Arrays> {
  return inTurn(async () => (await ask({ read: bytes })) as Arrays);
}

/** The bytes of a file of these arrays; the groups are there even if they hold none. */
export function writeHdf5(arrays: Arrays, groups: readonly string[]): Promise<Uint8Array> {
  return inTurn(async () => (await ask({ write: arrays, groups })) as Uint8Array);
}

/** One request at a time: the helper has a single memory and answers in order. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}

async function ask(request: Hdf5Request): Promise<Arrays | Uint8Array> {
  helper ??= startHdf5Helper();
  const reply = await helper.ask(request);
  if ('answer' in reply) return reply.answer;
  // HDF5's memory cannot be trusted after a bad file, so the next one gets a new helper.
  await helper.end();
  helper = undefined;
  throw new Error(reply.error);
}
