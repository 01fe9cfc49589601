// The port on which JupyterLab listens: the one asked for, or the first free one from the usual on.
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { cache } from './project.mjs';

export const LOOPBACK = '127.0.0.1';
const USUAL_PORT = 8888;
const PORTS_TRIED = 50;

/** @param {number | undefined} wanted */
export async function freePort(wanted) {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw takenBy(wanted);
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + PORTS_TRIED; port++) {
    if (await isFree(port)) return port;
  }
  throw new Failure(
    `All ports from ${USUAL_PORT} to ${USUAL_PORT + PORTS_TRIED - 1} are taken.`,
    'Choose another: npm start -- --port 9999',
  );
}

/** Ports for programs that only talk among themselves; the system chooses.
 * @param {number} count @returns {Promise<number[]>} */
export async function anyPorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, LOOPBACK));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map(
    (server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port,
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** @param {number} port */
function takenBy(port) {
  const another = `choose another port: npm start -- --port ${port + 1}`;
  const own = runningLabs().find((lab) => lab.port === port);
  return own
    ? new Failure(
        `Port ${port} is taken by this project's own JupyterLab, which is running already.`,
        `Open ${own.url}lab?token=${own.token}, stop it (kill ${own.pid}), or ${another}`,
      )
    : new Failure(
        `Port ${port} is taken by another program.`,
        `${another[0]?.toUpperCase()}${another.slice(1)}`,
      );
}

/** @returns {{ port: number, pid: number, url: string, token: string }[]} this project's, from Jupyter's own notes */
function runningLabs() {
  const folder = join(cache, 'jupyter', 'runtime');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^jpserver-\d+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .filter(({ pid }) => isAlive(pid));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}
