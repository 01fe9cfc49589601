// One live line on a terminal, shared by the steps under way; elsewhere (CI, a file) a line now and then, so that a
// log shows life.

/** @typedef {{ note(text: string): void, end(): void }} Progress */
/** @typedef {{ name: string, started: number, detail: string }} UnderWay */

/** @type {Set<UnderWay>} */
const underWay = new Set();
const live = process.stdout.isTTY;

/** @param {string} name of the step under way @returns {Progress} */
export function showProgress(name) {
  /** @type {UnderWay} */
  const step = { name, started: Date.now(), detail: '' };
  underWay.add(step);
  const timer = setInterval(live ? draw : () => console.log(lineOf(step)), live ? 500 : 15_000);
  if (live) draw();
  return {
    note: (text) => void (step.detail = text.trim()),
    end: () => {
      clearInterval(timer);
      if (underWay.delete(step) && live) clear();
    },
  };
}

/** A line that stays, above the live one. @param {string} text */
export function say(text) {
  if (live) clear();
  console.log(text);
}

function draw() {
  const room = Math.floor(((process.stdout.columns || 100) - 1) / underWay.size);
  const parts = [...underWay].map((step) => lineOf(step, room).padEnd(room));
  clear();
  process.stdout.write(parts.join('').trimEnd());
}

const clear = () => process.stdout.write('\r\x1b[2K');

/** @param {UnderWay} step @param {number} room */
function lineOf({ name, started, detail }, room = 99) {
  const seconds = Math.round((Date.now() - started) / 1000);
  return `  ${name} … ${seconds} s  ${detail}`.slice(0, room - 1);
}

/** @param {number} bytes */
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
