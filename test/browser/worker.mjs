// The worker of the test's page: starts the library as a kernel does, and runs what it is told.
const { location, URL } = globalThis;
const site = new URL('library/', location.href).href;

globalThis.addEventListener('message', async ({ data: options }) => {
  /** @type {object[]} */
  const shown = [];
  /** @type {string[]} */
  const said = [];
  /** @param {unknown[]} words */
  const say = (...words) => void said.push(words.join(' '));
  Object.assign(globalThis.console, { log: say, warn: say, error: say });
  try {
    const { start } = await import(`${site}nnlab.mjs`);
    const { lesson } = await import(new URL('lesson.mjs', location.href).href);
    /** @type {import('../../src/kernel/host').KernelHost} */
    const kernel = {
      display: ({ data }, id, update) => void shown.push({ types: Object.keys(data), id, update }),
      onStop: () => () => undefined,
    };
    const modules = await start({ site, kernel });
    const result = await lesson(modules.nnlab, modules['@tensorflow/tfjs-node'], options);
    globalThis.postMessage({ result, shown, said });
  } catch (error) {
    globalThis.postMessage({ error: String(error instanceof Error ? error.stack : error) });
  }
});
