import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { startHdf5Helper } from '../../../src/platform/node/hdf5-helper';

// The worker that reads and writes HDF5 has 35 MB, which a notebook needs only while it saves or loads.

const WRITE = { write: new Map(), groups: ['layers'] };

test('an idle worker ends, and the next request starts another', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const workers: Worker[] = [];
  process.on('worker', (worker) => workers.push(worker));
  const helper = startHdf5Helper();
  const isAnswered = async () => expect(await helper.ask(WRITE)).toHaveProperty('answer');
  await isAnswered();
  await isAnswered();
  expect(workers).toHaveLength(1);
  const ended = once(workers[0]!, 'exit');
  vi.advanceTimersByTime(5000);
  await ended;
  await isAnswered();
  expect(workers).toHaveLength(2);
  await helper.end();
});
