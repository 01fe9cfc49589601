import { rmSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { putPages } from '../../scripts/site/handouts.mjs';
import { built, executedSample } from '../handouts/sample-lesson';
import { projectFolder } from '../lab/server';

const FOLDER = 'handouts-of-tests';

/** Puts a lesson's handout into the built site as the command does; the page's place there. */
export async function handoutInSite(): Promise<string> {
  const lock = await takeLock(path.join(projectFolder, 'build/site-lock'));
  try {
    const site = path.join(projectFolder, 'build/site', FOLDER);
    rmSync(site, { recursive: true, force: true });
    putPages(built('in-the-site', executedSample()), site);
  } finally {
    lock.release();
  }
  return `${FOLDER}/01-first.html`;
}
