// The port on which JupyterLab listens: the one asked for, or the first free one from the usual on.
import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

export const LOOPBACK = '127.0.0.1';
const USUAL_PORT = 8888;
const PORTS_TRIED = 50;

/** @param {number | undefined} wanted */
export async function freePort(wanted) {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new Failure(
      `Port ${wanted} is taken by another program.`,
      `Choose another: npm start -- --port ${wanted + 1}`,
    );
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + PORTS_TRIED; port++) {
    if (await isFree(port)) return port;
  }
  throw new Failure(
    `All ports from ${USUAL_PORT} to ${USUAL_PORT + PORTS_TRIED - 1} are taken.`,
    'Choose another: npm start -- --port 9999',
  );
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}
