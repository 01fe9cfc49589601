// Runs beside the main thread, so that a bad file can neither hang nor crash a notebook.
// Plain JavaScript, because a worker starts from a file, and tests run uncompiled.
import { parentPort } from 'node:worker_threads';
import { replyTo } from '../hdf5/arrays.mjs';

parentPort?.on('message', async (request) => {
  parentPort?.postMessage(await replyTo(request));
});
