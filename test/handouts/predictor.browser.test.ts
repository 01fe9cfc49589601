import * as tf from '@tensorflow/tfjs-node';
import type { Browser, Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dense128, dropout128, leaky128x64 } from '../../src/models/architectures';
import { digitsSample } from '../../src/data/embedded';
import { predictor } from '../../src/show/predictor';
import { packWeights, unpacked } from '../../src/show/predictor/weights';
import { openBrowser } from '../../scripts/chromium.mjs';
import { drawWithMouse, openOffline, predictorOf, seriousFindings, writePage } from './page';
import { fashion, trained } from './trained';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The first `count` training images, each as a list of 784 grey values. */
function images(count: number): number[][] {
  const { data } = fashion.train.images;
  return Array.from({ length: count }, (_, at) => [...data.subarray(at * 784, (at + 1) * 784)]);
}

/** What the model says in Node of these images, with the weights the page was given. */
function expectedOf(model: tf.Sequential, pixels: number[][]): number[][] {
  return tf.tidy(() => {
    const own = model.getWeights().map((weight) => weight.clone());
    model.setWeights(unpacked(packWeights(model, fashion.test)));
    const shape = (model.inputs[0]?.shape ?? []).slice(1).map(Number);
    const input = tf.tensor(pixels.flat(), [pixels.length, ...shape], 'float32').div(255);
    const output = (model.predict(input) as tf.Tensor2D).arraySync();
    model.setWeights(own);
    return output;
  });
}

describe.each([
  ['a model of rows of 784 numbers', dense128],
  ['a model with Flatten and Dropout', dropout128],
  ['a model with LeakyReLU', leaky128x64],
])('%s', (name, build) => {
  test('answers in the page as in the lesson, to 1e-5, on 1,000 images', async () => {
    const model = await trained(build());
    const file = writePage(name.replaceAll(' ', '-'), predictor(model, fashion).html);
    const { page, requests } = await openOffline(browser, file);
    const pixels = images(1000);
    const inPage = await (
      await predictorOf(page)
    ).evaluate(
      (all) => all.map((one) => (globalThis as unknown as Asked).nnlab.probabilities(one)),
      pixels,
    );
    const inNode = expectedOf(model, pixels);
    const moved = inPage.flatMap((row, at) =>
      row.map((value, of) => Math.abs(value - (inNode[at]?.[of] ?? NaN))),
    );
    expect(moved).toHaveLength(10_000);
    expect(Math.max(...moved)).toBeLessThan(1e-5);
    expect(requests).toEqual([]);
    await page.context().close();
  });
});

interface Asked {
  readonly nnlab: { probabilities(pixels: readonly number[]): number[] };
}

describe('somebody with a page and no network', () => {
  let page: Page;
  let frame: Frame;
  const text = (id: string) => frame.locator(`#${id}`).innerText();

  beforeAll(async () => {
    const digits = digitsSample();
    const model = await trained(dense128(), digits);
    const opened = await openOffline(browser, writePage('digits', predictor(model, digits).html));
    page = opened.page;
    frame = await predictorOf(page);
  });
  afterAll(() => page.context().close());

  test('finds a test image, its truth and the guess', async () => {
    await frame.locator('#number').fill('17');
    await frame.locator('#number').press('Enter');
    await expect.poll(() => text('story')).toContain('Test image 17');
    const truth = digitsSample().test.labels[17];
    await expect.poll(() => text('truth')).toContain(`Truth: ${truth}`);
    await expect.poll(() => text('guess')).toMatch(/^Guess: \d, \d+\.\d %$/);
    expect(await frame.locator('#rows tr.truth th').innerText()).toContain(String(truth));
  });

  test('is kept to the numbers there are', async () => {
    await expect.poll(() => text('last')).toBe('499');
    await frame.locator('#number').fill('9999');
    await frame.locator('#number').press('Enter');
    await expect.poll(() => text('story')).toContain('Test image 499');
  });

  test('draws a digit with the mouse and gets a guess', async () => {
    const seven = [
      [0.3, 0.2],
      [0.7, 0.2],
      [0.45, 0.8],
    ] as const;
    await drawWithMouse(page, frame, seven);
    await expect.poll(() => text('guess')).toContain('Guess: 7');
    await expect.poll(() => text('story')).toMatch(/Your drawing\. Cropped to .* centre of mass/);
    await expect.poll(() => text('truth')).toBe('');
  });

  test('sees ten probabilities that add up to one', async () => {
    const values = await frame.locator('#rows td:last-child').allInnerTexts();
    expect(values).toHaveLength(10);
    const sum = values.reduce((total, value) => total + parseFloat(value), 0);
    expect(sum).toBeGreaterThan(99.4);
    expect(sum).toBeLessThan(100.6);
  });

  test('takes a stroke back, and clears the pad', async () => {
    await drawWithMouse(page, frame, [
      [0.1, 0.9],
      [0.9, 0.9],
    ]);
    const withLine = await text('story');
    await frame.locator('#undo').click();
    await expect.poll(() => text('story')).not.toBe(withLine);
    await expect.poll(() => text('guess')).toContain('Guess: 7');
    await frame.locator('#clear').click();
    await expect.poll(() => text('guess')).toBe('Draw something on the pad.');
  });

  test('draws with the keys alone', async () => {
    await frame.locator('#pad').focus();
    for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    for (let step = 0; step < 18; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => text('guess')).toContain('Guess: 1');
    await expect.poll(() => text('story')).toContain('Your drawing. Cropped to');
  });

  test('uploads a picture: dark ink on white paper, anywhere in it', async () => {
    await frame.locator('#upload').setInputFiles({
      name: 'one.png',
      mimeType: 'image/png',
      buffer: verticalBar(400, 300),
    });
    await expect.poll(() => text('story')).toContain('one.png, read at 400 × 300 pixels');
    await expect.poll(() => text('story')).toContain('Light ground turned to 0');
    await expect.poll(() => text('guess')).toContain('Guess: 1');
  });

  test('hears of a file that is no picture', async () => {
    await frame.locator('#upload').setInputFiles({
      name: 'notes.txt',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
    await expect.poll(() => text('problem')).toContain('That did not work');
  });

  test.each(['light', 'dark'] as const)(
    'meets no barrier that axe-core knows: %s',
    async (mode) => {
      await page.emulateMedia({ colorScheme: mode });
      expect(await seriousFindings(page)).toEqual([]);
    },
  );
});

test('without scripts a text says what stands here, and where it works', async () => {
  const file = writePage('no-scripts', predictor(dense128(), fashion).html);
  const { page } = await openOffline(browser, file, { javaScriptEnabled: false });
  expect(await page.locator('.nnlab-note').innerText()).toContain('open the handout in a browser');
  expect(await page.locator('.nnlab-note').isVisible()).toBe(true);
  expect((await page.locator('iframe').boundingBox())?.height ?? 0).toBe(0);
  await page.context().close();
});

/** A photograph, so to speak: a thick dark line on white paper, to the right of the middle. */
function verticalBar(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (let row = 40; row < 240; row++) {
    for (let column = 280; column < 304; column++) {
      png.data.fill(40, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return PNG.sync.write(png);
}
