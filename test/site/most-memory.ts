import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** The most that any open tab of a browser has held, its workers in it, in megabytes; 0 where no Linux tells. */
export async function mostMemory(browser: Browser): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const tabs = processInfo.filter(({ type }) => type === 'renderer');
  await session.detach();
  return Math.max(...tabs.map(({ id }) => peakOf(id)));
}

function peakOf(id: number): number {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const [, kilobytes = 'none'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
