import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { loadFashion } from 'nnlab';
import { openBrowser } from '../chromium.mjs';
import { root } from '../lessons.mjs';
import { serve } from '../site/serve.mjs';
import { secondEpoch } from './lib/epoch.mjs';
import { startKeras } from './lib/keras.mjs';

/* global Blob, Worker, self, window */

/** @typedef {'dense128' | 'dropout128'} Network */

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  inBrowser('784-128-10, Adam', 'dense128'),
  inBrowser('with dropout, Adam', 'dropout128'),
];

/**
 * @param {string} name
 * @param {Network} network
 * @returns {import('./lib/row.mjs').Row}
 */
function inBrowser(name, network) {
  return {
    name: `epoch in a browser, ${name}`,
    compares:
      'one epoch of 54,000 Fashion-MNIST images at batch 32 and validation on 6,000, both warm: the second epoch ' +
      'of a call of train in a worker of Chromium, against a call of Keras’ fit on a traced model, silent.',
    target: { best: 1.5, median: 1.5 },
    async prepare(bench) {
      const keras = await startKeras(bench, await loadFashion(), network);
      const browser = await trainInBrowser(network);
      return {
        ours: browser.epoch,
        theirs: async () => (await keras.ask({ do: 'fit' }))['seconds'],
        close: () => Promise.all([keras.close(), browser.close()]),
      };
    },
  };
}

/**
 * The library and the whole data in a worker of a page, ready for epochs.
 * @param {Network} network
 */
async function trainInBrowser(network) {
  const script = join(root, 'scripts/browser-library.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--full-data']);
  if (status !== 0) throw new Error(`npm run browser -- --full-data\n${stderr}`);
  const server = serve(join(root, 'build/browser'), 0);
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const site = `http://127.0.0.1:${port}/`;
  const browser = await openBrowser();
  const page = await browser.newPage();
  // Any page of the site's own: the worker then may read its files.
  await page.goto(`${site}files.json`);
  const program = `${secondEpoch}\n(${learner})(${JSON.stringify(site)}, '${network}', secondEpoch)`;
  await page.evaluate((text) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(url, { type: 'module' });
    const ask = () =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage('another epoch');
      });
    Object.assign(window, { ask });
  }, program);
  const epoch = () => page.evaluate('ask()');
  // It reads the data and warms up.
  await epoch();
  return {
    epoch: async () => Number(await epoch()),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * What the worker does. It must stand alone: it is sent there as text.
 * @param {string} site
 * @param {Network} network
 * @param {typeof secondEpoch} epoch
 */
async function learner(site, network, epoch) {
  /** @type {MessageEvent[]} */
  const early = [];
  self.onmessage = (event) => void early.push(event);
  const { start } = await import(`${site}nnlab.mjs`);
  const quiet = { display: () => undefined, onStop: () => () => undefined };
  const { nnlab } = await start({ site, kernel: quiet });
  const { train } = await nnlab.loadFashion();
  const examples = nnlab.toTensors(nnlab.sliceRows(train, 0, 54_000));
  const validation = nnlab.toTensors(nnlab.sliceRows(train, 54_000, 60_000));
  const model = nnlab[network]();
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const answer = async () =>
    self.postMessage(await epoch(nnlab.train, model, { examples, validation }));
  self.onmessage = answer;
  while (early.pop()) await answer();
}
