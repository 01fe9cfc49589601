import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '../lab/server';
import type { Driven } from './browsers/driven';
import { FIREFOX, openFirefox } from './browsers/firefox';
import { answerQuiz, drawInPredictor, runLesson, scrollTo } from './browsers/page';
import { hasWebKit, openWebKit } from './browsers/webkit';
import { handoutInSite } from './handout';
import { type Served, servedSite } from './site';

// Learners have other browsers than Chromium: a lesson and a handout with its predictor in Firefox and in WebKit,
// where they are installed (.ci/run installs them).

const BROWSERS = [
  { name: 'Firefox', isThere: existsSync(FIREFOX), open: openFirefox },
  { name: 'WebKit', isThere: hasWebKit, open: openWebKit },
];

let site: Served;
let handout: string;
beforeAll(async () => {
  site = await servedSite();
  handout = await handoutInSite('other-browsers');
}, 300_000);
afterAll(() => void site.server.close());

describe.each(BROWSERS.filter(({ isThere }) => isThere))('in $name', ({ name, open }) => {
  // One browser a test: a lesson that is left half run asks before its page may go.
  let browser: Driven;
  const asked: string[] = [];
  beforeEach(async () => {
    browser = await open();
  }, 60_000);
  afterEach(async () => {
    asked.push(...browser.asked);
    await browser.close();
  });

  // These drivers lose a click now and then while Lab still loads on a busy machine.
  const patient = { timeout: 540_000, retry: 1 };
  test('lesson 2 runs from its first cell to its last and draws its charts', patient, async () => {
    const { errors, notRun, charts } = await runLesson(
      browser,
      site.address,
      '02-fashion-from-csv',
    );
    await keepPicture('lesson', '.vega-embed');
    expect(errors).toEqual([]);
    expect(notRun).toBe(0);
    expect(charts).toBeGreaterThan(3);
  });

  test('in the handout, the predictor guesses a drawing and the quiz answers', async () => {
    await browser.open(site.address + handout);
    expect(await drawInPredictor(browser)).toContain('Your drawing');
    await keepPicture('predictor', '.nnlab-predictor');
    expect(await answerQuiz(browser)).toMatch(/Right|Not quite/);
    await keepPicture('quiz', '.quiz-live');
  }, 180_000);

  // WebKit's driver does not tell what a page asks for.
  if (name === 'Firefox') {
    test('nothing was asked of any other host', () => {
      // The site's icon, browsers look for at the top of its host.
      const { origin } = new URL(site.address);
      expect(asked.length).toBeGreaterThan(10);
      const outside = asked.filter(
        (url) => !url.startsWith(origin) && !/^(data|blob|about):/.test(url),
      );
      expect(outside).toEqual([]);
    });
  }

  /** To look at: what tests read may be there and still look wrong. */
  async function keepPicture(of: string, where: string): Promise<void> {
    await scrollTo(browser, where);
    const folder = path.join(projectFolder, 'build/site-pictures');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}-${of}.png`), await browser.picture());
  }
});
