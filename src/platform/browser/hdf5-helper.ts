import {
  DEAD,
  LATE,
  LONGEST_WAIT,
  type Hdf5Helper,
  type Reply,
  type Request,
} from '../hdf5/helper';
import { around } from './start';

/** The part of a browser's Worker that is used here. */
interface BrowserWorker {
  onmessage: ((event: { readonly data: Reply }) => void) | null;
  onerror: ((event: { preventDefault(): void }) => void) | null;
  postMessage(request: Request): void;
  terminate(): void;
}

declare const Worker: new (url: string, options: { type: 'module' }) => BrowserWorker;

/** Starts the helper that reads and writes HDF5. */
export function startHdf5Helper(): Hdf5Helper {
  const worker = new Worker(new URL('hdf5.mjs', around().site).href, { type: 'module' });
  return {
    ask: (request) => replyOf(worker, request),
    end: async () => worker.terminate(),
  };
}

function replyOf(worker: BrowserWorker, request: Request): Promise<Reply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(LATE), LONGEST_WAIT);
    const done = (reply: Reply) => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      resolve(reply);
    };
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      done(DEAD);
    };
    worker.postMessage(request);
  });
}
