import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import { anyPorts } from '../../../scripts/setup/port.mjs';
import { type Driven, type Point, WINDOW } from './driven';

const FOLDER = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
const MINI_BROWSER = `${FOLDER}/webkit2gtk-4.1/MiniBrowser`;

/** What Debian's webkit2gtk-driver and xvfb bring. */
export const hasWebKit = [MINI_BROWSER, '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'].every((file) =>
  existsSync(file),
);

/** WebKit as Debian has it, on a screen of its own, driven by plain WebDriver. */
export async function openWebKit(): Promise<Driven> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(screen.stdout, 'data')) as [Buffer];
  const [port] = await anyPorts(1);
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${String(number).trim()}` },
  });
  const call = caller(`http://127.0.0.1:${port}`);
  const session = await begin(call);
  return {
    asked: [],
    async open(url) {
      await call('POST', `${session}/url`, { url });
    },
    read: (expression) =>
      call('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async drag(points) {
      await call('POST', `${session}/actions`, { actions: [mouseThrough(points)] });
    },
    picture: async () => Buffer.from(await call<string>('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await call('DELETE', session).catch(() => undefined);
      await Promise.all([ended(driver), ended(screen)]);
    },
  };
}

type Call = <Value>(method: string, path: string, body?: object) => Promise<Value>;

function caller(driver: string): Call {
  return async (method, path, body) => {
    const init = body ? { method, body: JSON.stringify(body) } : { method };
    const answer = await fetch(driver + path, init);
    const { value } = (await answer.json()) as { value: never };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

/** The path of a session, once the driver listens. */
async function begin(call: Call): Promise<string> {
  const wanted = { binary: MINI_BROWSER, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': wanted } };
  const { sessionId } = await vi.waitFor(
    () => call<{ sessionId: string }>('POST', '/session', { capabilities }),
    { timeout: 30_000, interval: 300 },
  );
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/window/rect`, { x: 0, y: 0, ...WINDOW });
  return session;
}

function mouseThrough(points: readonly Point[]): object {
  const moves = points.map(([x, y]) => ({
    ...{ type: 'pointerMove', origin: 'viewport', duration: 50 },
    ...{ x: Math.round(x), y: Math.round(y) },
  }));
  const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
  return {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [moves[0], down, ...moves.slice(1), up],
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
