import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Numbers as HDF5 keeps them; `data` is null for a number type no model needs. */
export interface StoredArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | BigInt64Array | null;
}

/** The arrays of an HDF5 file by their path, such as `layers/dense/vars/0`. */
export type Arrays = Map<string, StoredArray>;

export type Request =
  { readonly read: Uint8Array } | { readonly write: Arrays; readonly groups: readonly string[] };

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string };

const LONGEST_WAIT = 20_000;

let helper: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

export function readHdf5(bytes: Uint8Array): Promise<Arrays> {
  return inTurn(() => ask<Arrays>({ read: bytes }));
}

/** The bytes of a file of these arrays; the groups are there even if they hold none. */
export function writeHdf5(arrays: Arrays, groups: readonly string[]): Promise<Uint8Array> {
  return inTurn(() => ask<Uint8Array>({ write: arrays, groups }));
}

/** One request at a time: the helper has a single memory and answers in order. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}

async function ask<Answer>(request: Request): Promise<Answer> {
  helper ??= startHelper();
  const reply = await replyOf<Answer>(helper, request);
  if ('answer' in reply) return reply.answer;
  // HDF5's memory cannot be trusted after a bad file, so the next one gets a new helper.
  await helper.terminate();
  helper = undefined;
  throw new Error(reply.error);
}

function startHelper(): Worker {
  // The same file for the compiled library and for tests of the sources.
  const file = join(__dirname, '..', '..', 'src', 'keras', 'hdf5-worker.mjs');
  // HDF5 prints long traces, which a notebook must not show: nobody reads these two streams.
  return new Worker(file, { stdout: true, stderr: true });
}

function replyOf<Answer>(worker: Worker, request: Request): Promise<Reply<Answer>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done({ error: 'reading them takes too long' }), LONGEST_WAIT);
    const failed = () => done({ error: 'they are damaged' });
    const done = (reply: Reply<Answer>) => {
      clearTimeout(timer);
      worker.off('message', done).off('error', failed).off('exit', failed);
      worker.unref();
      resolve(reply);
    };
    worker.on('message', done).on('error', failed).on('exit', failed);
    // Node shall wait for the answer, but not for an idle helper.
    worker.ref();
    worker.postMessage(request);
  });
}
