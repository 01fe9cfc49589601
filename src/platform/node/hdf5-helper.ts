import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  DEAD,
  LATE,
  LONGEST_WAIT,
  type Hdf5Helper,
  type Reply,
  type Request,
} from '../hdf5/helper';

/** Starts the helper that reads and writes HDF5. */
export function startHdf5Helper(): Hdf5Helper {
  const file = join(__dirname, 'hdf5-worker.mjs');
  // HDF5 prints long traces, which a notebook must not show: nobody reads these two streams.
  const worker = new Worker(file, { stdout: true, stderr: true });
  return {
    ask: (request) => replyOf(worker, request),
    end: async () => void (await worker.terminate()),
  };
}

function replyOf(worker: Worker, request: Request): Promise<Reply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(LATE), LONGEST_WAIT);
    const failed = () => done(DEAD);
    const done = (reply: Reply) => {
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
