import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const INTERVAL = 1000;

/**
 * Watches the tabs of a browser until it is asked for the most that any of them has held, its workers in it, in
 * megabytes; 0 where no Linux tells. Chromium has the system forget its peak now and then, so looking once is not enough.
 */
export function watchMemory(browser: Browser): () => Promise<number> {
  let most = 0;
  const look = async () => {
    most = Math.max(most, await peakSoFar(browser));
  };
  // A browser that has been closed has no more to tell.
  const timer = setInterval(() => void look().catch(() => undefined), INTERVAL).unref();
  return async () => {
    clearInterval(timer);
    await look();
    return most;
  };
}

async function peakSoFar(browser: Browser): Promise<number> {
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
