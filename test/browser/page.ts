import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';

const root = path.resolve(__dirname, '../..');

const KINDS: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Serves the bundle below a path of its own, as a site may lie anywhere. */
export function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const [name = ''] = (request.url ?? '').replace(/^\/some\/course\//, '').split('?');
    if (name === '') return response.end('<!doctype html><title>A course</title>');
    const file = name.startsWith('library/')
      ? path.join(root, 'build/browser', name.slice('library/'.length))
      : path.join(__dirname, name);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': KINDS[path.extname(file)] ?? 'text/plain' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** The page's own address. */
export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/course/`;
}

/** Runs the test's lesson in a worker of the page. */
export function runLesson(page: Page, options: object): Promise<unknown> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker('worker.mjs', { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(${JSON.stringify(options)});
  })`);
}
