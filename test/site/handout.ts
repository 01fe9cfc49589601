import { rmSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { putPages } from '../../scripts/site/handouts.mjs';
import { built, executedSample } from '../handouts/sample-lesson';
import { projectFolder } from '../lab/server';

/** Puts a lesson's handout into the built site as the command does, for one file of tests; the page's place there. */
export async function handoutInSite(tests: string): Promise<string> {
  const folder = `handouts-of-${tests}`;
  const lock = await takeLock(path.join(projectFolder, 'build/site-lock'));
  try {
    const site = path.join(projectFolder, 'build/site', folder);
    rmSync(site, { recursive: true, force: true });
    putPages(await built('in-the-site', executedSample()), site);
  } finally {
    lock.release();
  }
  return `${folder}/01-first.html`;
}
