import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { SEEN, type Seen } from './notebook';
import {
  DRAWN,
  kept,
  openLesson,
  runAllCells,
  runFirstCell,
  savedByItself,
  siteInBrowser,
  stopFirstCell,
} from './site';

// The browser edition: the very same notebook and nothing installed, no net after the first visit, nothing
// asked of any other host. One file, since all of it builds and serves one folder.

const TRAINS = [
  "import * as tf from '@tensorflow/tfjs-node';",
  "import { loadDigits } from 'nnlab';",
  'const { train } = await loadDigits();',
  'console.log(train.labels.length > 1000, tf.tensor1d([1, 2, 3]).sum().dataSync()[0]);',
].join('\n');

const here = siteInBrowser();

test('lesson 2 runs from its first cell to its last, asks for nothing outside, and draws its charts', async () => {
  const { page, outside } = await openLesson(here.browser, here.site, '02-fashion-from-csv');
  await runAllCells(page, 150_000);
  const seen = () => page.evaluate<Seen>(SEEN);
  await expect.poll(async () => (await seen()).charts, DRAWN).toBeGreaterThan(3);
  expect(await seen()).toMatchObject({ errors: [], notRun: 0 });
  expect(outside).toEqual([]);
  await page.locator('.jp-BreadCrumbs-home').click();
  const files = page.locator('.jp-DirListing-item', { hasText: 'models' });
  await expect.poll(() => files.count(), { timeout: 15_000 }).toBe(1);
}, 240_000);

const LOOP = "console.log('begun');\nfor (;;) {}";
const TRAINING = [
  "import { dense128, historyOf, loadFashion, sliceRows, toTensors, train } from 'nnlab';",
  'const fashion = await loadFashion();',
  'const model = dense128();',
  "model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });",
  "console.log('begun');",
  'await train(model, toTensors(sliceRows(fashion.train, 0, 2700)), { epochs: 500 });',
].join('\n');

test('Stop ends a training and keeps its kernel, and ends an endless loop with it', async () => {
  const { page } = await openLesson(here.browser, here.site, '02-fashion-from-csv');
  const trained = await stopFirstCell(page, TRAINING, '2/500');
  expect(trained).toContain('Stopped');
  expect(await runFirstCell(page, '1 + 2')).toContain('3');
  expect(await stopFirstCell(page, LOOP, 'begun')).toContain('all variables are lost');
  expect(await runFirstCell(page, '20 + 3')).toContain('23');
  await page.close();
}, 180_000);

test('what one has typed and run is there after its tab was closed, though nobody saved it', async () => {
  const visitor = await here.browser.newContext();
  const first = await openLesson(visitor, here.site, '02-fashion-from-csv');
  await runFirstCell(first.page, "'my own words'");
  await savedByItself(first.page);
  await first.page.close();
  const { page } = await openLesson(visitor, here.site, '02-fashion-from-csv');
  const cell = page.locator('.jp-Notebook .jp-CodeCell').first();
  expect(await cell.locator('.cm-content').innerText()).toContain('my own words');
  expect(await cell.locator('.jp-OutputArea').innerText()).toContain('my own words');
  await visitor.close();
}, 120_000);

test('a cell cannot send to another host what it has read', async () => {
  const heard: string[] = [];
  const elsewhere = createServer(({ url = '' }, response) => {
    heard.push(url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('got it');
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const { port } = elsewhere.address() as AddressInfo;
  const { page } = await openLesson(here.browser, here.site, '02-fashion-from-csv');
  const told = await runFirstCell(
    page,
    `const send = (0, eval)('fetch') as (url: string) => Promise<object>;\nawait send('http://127.0.0.1:${port}/mine');`,
  );
  elsewhere.close();
  expect(told).toContain('Failed to fetch');
  expect(heard).toEqual([]);
  await page.close();
}, 120_000);

test('with its server gone after the first visit the course still opens, runs and has its data', async () => {
  const visitor = await here.browser.newContext();
  // The same lesson twice: Lab opens again what was open, and might bring another one to the front.
  const first = await openLesson(visitor, here.site, '02-fashion-from-csv');
  await kept(first.page);
  await first.page.close();
  here.site.server.closeAllConnections();
  await new Promise((resolve) => here.site.server.close(resolve));
  const { page } = await openLesson(visitor, here.site, '02-fashion-from-csv');
  expect(await runFirstCell(page, TRAINS)).toContain('true 6');
  await visitor.close();
}, 180_000);
