// Runs in a worker of its own, so that a bad file can neither hang nor crash a notebook.
import { replyTo } from '../hdf5/arrays.mjs';

globalThis.addEventListener('message', async ({ data }) => {
  globalThis.postMessage(await replyTo(data));
});
