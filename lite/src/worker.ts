/** A worker of a file of its own is free of the page's policy and could send away what it reads; this is not. */
export function workerBoundAsThePage(script: string): Worker {
  const start = new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' });
  const url = URL.createObjectURL(start);
  const worker = new Worker(url);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
