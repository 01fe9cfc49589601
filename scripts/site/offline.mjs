// What makes the site safe and whole by itself: a policy that keeps its pages to their own origin, and a
// service worker that keeps all of it in the browser.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A notebook is code, so scripts may do what they like here; what they must not is reach out of the site. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "frame-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ');

/** Not kept: whole data sets, which only some lessons of some sites read, and what no page asks for. */
const LEFT_OUT = /^nnlab\/data\/(?!sample\/)|^service-worker\.js$|\.(map|LICENSE\.txt)$/;

/** @param {string} site */
export function keepToItsOrigin(site) {
  for (const name of ['index.html', 'lab/index.html']) {
    const file = path.join(site, name);
    const up = path.relative(path.dirname(name), '.');
    const worker = path.posix.join(up, 'service-worker.js');
    const register = `<script>navigator.serviceWorker?.register('${worker}').catch(console.warn);</script>`;
    const page = readFileSync(file, 'utf8').replace('<head>', `<head>\n    ${register}`);
    writeFileSync(file, boundToItsOrigin(page));
  }
}

/** @param {string} page its HTML */
export function boundToItsOrigin(page) {
  if (!page.includes('<head>')) throw new Error('A page has no <head> to put the policy into.');
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return page.replace('<head>', `<head>\n    ${policy}`);
}

/** @param {string} site */
export function writeServiceWorker(site) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(site, file).split(path.sep).join('/');
    if (!LEFT_OUT.test(name)) files[name] = hashOf(file);
  }
  const source = readFileSync(path.join(root, 'lite/offline/service-worker.js'), 'utf8');
  const text = `const FILES = ${JSON.stringify(files)};\n${source}`;
  writeFileSync(path.join(site, 'service-worker.js'), text);
}

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
