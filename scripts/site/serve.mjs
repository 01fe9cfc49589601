// A web server for trying the site on this machine: files and nothing else.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ipynb': 'application/json',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on this machine alone, below a path.
 * @param {string} folder
 * @param {number} port
 * @param {string} below begins and ends with a slash
 */
export function serve(folder, port, below = '/') {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = asked.startsWith(below) ? fileOf(folder, asked.slice(below.length)) : undefined;
    if (!file) return void response.writeHead(404).end();
    const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(file))];
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  server.listen(port, '127.0.0.1', () => {
    const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
    console.log(`http://127.0.0.1:${taken}${below}`);
  });
  return server;
}

/**
 * @param {string} folder
 * @param {string} asked
 */
function fileOf(folder, asked) {
  const file = path.join(folder, asked);
  if (!file.startsWith(folder) || !existsSync(file)) return undefined;
  if (statSync(file).isFile()) return file;
  const index = path.join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}
