import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { projectFolder } from '../lab/server';
import { type Ran, kernelOf, openExposed } from './kernel-page';
import { kept, openLesson, runAllCells, siteInBrowser } from './site';

// How large and how quick the site is, printed. Not among other tests, which share its machine: only by
// `npm run site -- --test` (vitest.config.mts leaves it out).

const here = siteInBrowser();

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The bytes that a visitor has been sent so far, as served: nothing is packed. */
function bytesSent(visitor: BrowserContext): () => Promise<number> {
  const sent: Promise<number>[] = [];
  visitor.on('requestfinished', (request) => {
    if (/^https?:/.test(request.url()))
      sent.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sent)).reduce((sum, bytes) => sum + bytes, 0);
}

test('what the site holds, and what is read of it', async () => {
  const site = path.join(projectFolder, 'build/site');
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const whole = files.reduce((sum, name) => {
    const it = statSync(path.join(site, name));
    return it.isFile() ? sum + it.size : sum;
  }, 0);
  const visitor = await here.browser.newContext({ serviceWorkers: 'block' });
  const sent = bytesSent(visitor);
  const { page } = await openLesson(visitor, here.site, '02-fashion-from-csv');
  const opened = await sent();
  await runAllCells(page, 240_000);
  const ran = await sent();
  console.log(
    `the site: ${megabytes(whole)}; lesson 2 opened: ${megabytes(opened)}, and run: ${megabytes(ran)}`,
  );
  await visitor.close();
}, 300_000);

test('how long the first visit takes until the whole course is kept', async () => {
  const visitor = await here.browser.newContext();
  const began = performance.now();
  const { page } = await openLesson(visitor, here.site, '02-fashion-from-csv');
  const opened = performance.now() - began;
  await kept(page);
  const whole = performance.now() - began;
  console.log(`a lesson opened in ${opened.toFixed(0)} ms, the course kept in ${whole.toFixed(0)}`);
  await visitor.close();
}, 180_000);

const TRAINS = [
  "import { dense128, loadFashion, sliceRows, toTensors, train } from 'nnlab';",
  'const fashion = await loadFashion();',
  'const examples = toTensors(sliceRows(fashion.train, 0, 2700));',
  'const model = dense128();',
  "model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });",
].join('\n');
const EPOCHS = 10;

test('a warm cell takes at most 0.1 s, an epoch of 2,700 rows at most 0.8 s', async () => {
  const page = await here.browser.newPage();
  await openExposed(page, here.site);
  const kernel = kernelOf(page, 'measured');
  const secondsOf = async (code: string) => {
    const began = performance.now();
    const { reply }: Ran = await kernel.execute(code);
    expect(reply).toMatchObject({ status: 'ok' });
    return (performance.now() - began) / 1000;
  };
  await secondsOf(TRAINS);
  const cells: number[] = [];
  for (let cell = 0; cell < 20; cell++)
    cells.push(await secondsOf(`const it${cell} = fashion.train.labels[${cell}];\nit${cell}`));
  await secondsOf('await train(model, examples, { epochs: 1 })');
  const training = await secondsOf(`await train(model, examples, { epochs: ${EPOCHS} })`);
  const [cell, epoch] = [middle(cells), training / EPOCHS];
  console.log(`a warm cell ${cell.toFixed(3)} s, an epoch of 2,700 rows ${epoch.toFixed(3)} s`);
  expect(cell).toBeLessThanOrEqual(0.1);
  expect(epoch).toBeLessThanOrEqual(0.8);
  await page.close();
}, 180_000);
