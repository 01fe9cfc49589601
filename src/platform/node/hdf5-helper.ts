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

/** Milliseconds after which an idle worker gives back its 35 MB; it starts again in a quarter of a second. */
const REST = 3000;

/** Starts the helper that reads and writes HDF5. */
export function startHdf5Helper(): Hdf5Helper {
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(rest);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  return {
    async ask(request) {
      clearTimeout(rest);
      worker ??= startWorker();
      const reply = await replyOf(worker, request);
      rest = setTimeout(end, REST).unref();
      return reply;
    },
    end,
  };
}

function startWorker(): Worker {
  const file = join(__dirname, 'hdf5-worker.mjs');
  // HDF5 prints long traces, which a notebook must not show: nobody reads these two streams.
  return new Worker(file, { stdout: true, stderr: true });
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
