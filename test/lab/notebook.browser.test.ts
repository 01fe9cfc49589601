import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { writeNotebook } from './cells';
import { runAllInLab } from './notebook';
import { startLab } from './server';

test('running a notebook in JupyterLab finds what went wrong in it', async () => {
  const file = writeNotebook('faulty', [
    `console.error('a word on stderr');`,
    `console.log('all is well');`,
    `const wrong: number = 'a type error';`,
    `console.log('never reached');`,
  ]);
  const [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  try {
    const { errors, charts, screenshot } = await runAllInLab(lab, browser, file);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain('a word on stderr');
    expect(errors[1]).toContain("Type 'string' is not assignable to type 'number'");
    expect(charts).toEqual([]);
    expect(screenshot.length).toBeGreaterThan(10_000);
  } finally {
    await browser.close();
    await lab.stop();
  }
}, 120_000);
