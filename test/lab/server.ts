import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyPorts } from '../../scripts/setup/port.mjs';

export const projectFolder = path.resolve(__dirname, '../..');

/** A JupyterLab of our own: no settings, history or trust of the person who runs the tests. */
export interface Lab {
  readonly url: string;
  readonly token: string;
  /** The folder whose notebooks it shows. */
  readonly folder: string;
  /** What the server has said, for a failing test. */
  readonly log: () => string;
  setTheme(theme: Theme): void;
  /** Ends all kernels, so that the next notebook starts afresh. */
  endKernels(): Promise<void>;
  stop(): Promise<void>;
}

export type Theme = 'light' | 'dark';

/** A user of the system: the number, and the command that runs another one as this user. */
export interface User {
  readonly id: number;
  readonly command: readonly string[];
}

/** Whose Lab it is, if not one's own in the project's folder. */
interface Owner {
  readonly folder: string;
  readonly user?: User;
}

/** Starts JupyterLab; `env` is what its kernels find in their environment. */
export async function startLab(
  env: Readonly<Record<string, string>> = {},
  { folder, user }: Owner = { folder: projectFolder },
): Promise<Lab> {
  const home = mkdtempSync(path.join(tmpdir(), 'nnlab-lab-'));
  const [port = 0] = await anyPorts(1);
  const token = randomBytes(16).toString('hex');
  const jupyter = path.join(projectFolder, '.venv/bin/jupyter');
  const words = [...(user?.command ?? []), jupyter, ...options(folder, port, token)];
  const server = spawn(words[0] ?? jupyter, words.slice(1), {
    cwd: folder,
    // What lessons save there is not mixed with the models of the person who runs the tests.
    env: { ...process.env, NNLAB_WORK: 'build/lab', ...ownFolders(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stdout.on('data', (text) => (said += text));
  server.stderr.on('data', (text) => (said += text));
  writeSetting(home, 'notification', { fetchNews: 'false', checkForUpdates: false });
  if (user) chownSync(home, user.id, user.id);
  const lab: Lab = {
    url: `http://127.0.0.1:${port}`,
    token,
    folder,
    log: () => said,
    setTheme: (theme) =>
      writeSetting(home, 'themes', { theme: `JupyterLab ${theme === 'dark' ? 'Dark' : 'Light'}` }),
    endKernels: async () => {
      const sessions = (await (await ask(lab, 'sessions')).json()) as { id: string }[];
      await Promise.all(sessions.map(({ id }) => ask(lab, `sessions/${id}`, 'DELETE')));
    },
    stop: async () => {
      await end(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
  await answers(lab, server);
  return lab;
}

function options(folder: string, port: number, token: string): string[] {
  return [
    'lab',
    '--no-browser',
    '--allow-root',
    `--ServerApp.root_dir=${folder}`,
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    `--IdentityProvider.token=${token}`,
    '--LabApp.expose_app_in_browser=True',
  ];
}

function ownFolders(home: string): Record<string, string> {
  return {
    JUPYTER_CONFIG_DIR: path.join(home, 'config'),
    JUPYTER_DATA_DIR: path.join(home, 'data'),
    JUPYTER_RUNTIME_DIR: path.join(home, 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: path.join(home, 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: path.join(home, 'workspaces'),
  };
}

function writeSetting(home: string, name: string, values: object): void {
  const folder = path.join(home, 'settings/@jupyterlab/apputils-extension');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.jupyterlab-settings`), JSON.stringify(values));
}

function ask({ url, token }: Lab, path: string, method = 'GET'): Promise<Response> {
  return fetch(`${url}/api/${path}`, { method, headers: { Authorization: `token ${token}` } });
}

async function answers(lab: Lab, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (server.exitCode !== null) throw new Error(`JupyterLab did not start:\n${lab.log()}`);
    const reply = await ask(lab, 'status').catch(() => null);
    if (reply?.ok) return;
    await new Promise((later) => setTimeout(later, 250));
  }
  await lab.stop();
  throw new Error(`JupyterLab did not answer within a minute:\n${lab.log()}`);
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    // The first signal asks; Jupyter ends its kernels before it goes.
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 10_000).unref();
  });
}
