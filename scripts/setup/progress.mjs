// One live line on a terminal; elsewhere (CI, a file) a line now and then, so that a log shows life.

/** @typedef {{ note(text: string): void, end(): void }} Progress */

/** @param {string} name of the step under way @returns {Progress} */
export function showProgress(name) {
  const live = process.stdout.isTTY;
  const started = Date.now();
  let detail = '';
  const draw = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const line = `  ${name} … ${seconds} s  ${detail}`;
    const short = line.slice(0, (process.stdout.columns ?? 100) - 1);
    if (live) process.stdout.write(`\r\x1b[2K${short}`);
    else if (seconds > 0) console.log(short);
  };
  const timer = setInterval(draw, live ? 500 : 15_000);
  if (live) draw();
  return {
    note: (text) => void (detail = text.trim()),
    end: () => {
      clearInterval(timer);
      if (live) process.stdout.write('\r\x1b[2K');
    },
  };
}

/** @param {number} bytes */
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
