import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { newSecrets, trialConfiguration } from '../../scripts/class/trial.mjs';
import { MAY_VISIT, visit } from '../../scripts/class/visit.mjs';
import { classPython } from '../../scripts/setup/class.mjs';
import { anyPorts } from '../../scripts/setup/port.mjs';
import { root } from '../../scripts/setup/project.mjs';

/** Whether this machine lets the tests make users, and mount folders that those can reach. */
export const canMakeUsers =
  process.getuid?.() === 0 &&
  spawnSync('useradd', ['--help']).status === 0 &&
  spawnSync('unshare', ['--mount', 'true']).status === 0;

/** A class of real users of the system, who are gone when it is closed. */
export class Class {
  private hub: ChildProcess | undefined;

  private constructor(
    readonly names: readonly string[],
    readonly url: string,
    private readonly token: string,
    private readonly python: string,
    private readonly file: string,
    private readonly how: { env: Record<string, string>; health: string[] },
  ) {}

  static async of(names: string[], lines: string[]): Promise<Class> {
    const python = await classPython();
    const [port = 0] = await anyPorts(1);
    const secrets = newSecrets();
    const settings = { names, port, system: true, secrets, lines: [...MAY_VISIT, ...lines] };
    const { file, url, how } = await trialConfiguration(settings);
    return new Class(names, url, randomBytes(16).toString('hex'), python, file, how);
  }

  /** Starts the hub; the settings are those of before and what is added. */
  async starts(more: readonly string[] = []): Promise<void> {
    appendFileSync(this.file, more.map((line) => `${line}\n`).join(''));
    const base = spawnSync(this.python, ['-c', 'import sys; print(sys.base_prefix)']);
    const open = [path.join(__dirname, 'reachable.sh'), root, base.stdout.toString().trim()];
    const start = [path.join(__dirname, 'start.mjs'), this.file, ...this.how.health];
    const hub = spawn('unshare', ['--mount', 'sh', ...open, '--', process.execPath, ...start], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...this.how.env,
        ...{ NNLAB_CLASS_TOKEN: this.token, NNLAB_QUICK: '1', NNLAB_DATA: 'sample' },
      },
    });
    this.hub = hub;
    await new Promise<void>((up, failed) => {
      // Set-up may speak before, of Jupyter and its parts.
      hub.stdout.on('data', (text: Buffer) => /^up$/m.test(text.toString()) && up());
      hub.on('exit', () => failed(new Error('The hub did not start.')));
    });
  }

  async stops(): Promise<void> {
    const { hub } = this;
    if (!hub || hub.exitCode !== null) return;
    const gone = new Promise((resolve) => hub.on('exit', resolve));
    hub.stdin?.end();
    await gone;
  }

  /** The hub's own end comes without a warning. */
  async killHub(): Promise<void> {
    const gone = new Promise((resolve) => this.hub?.on('exit', resolve));
    spawnSync('pkill', ['-KILL', '-f', `jupyterhub --config=${this.file}`]);
    await gone;
  }

  run(notebook: string, names = this.names) {
    const { python, url, token } = this;
    return visit({ python, url, token, notebook, names: [...names] });
  }

  ask(path: string, method = 'GET', token = this.token): Promise<Response> {
    return fetch(`${this.url}${path}`, { method, headers: { Authorization: `token ${token}` } });
  }

  folder(name: string): string {
    return path.join(root, 'work', name);
  }

  /** All that a learner has made or been given, with its content, but for what Jupyter and git keep. */
  files(name: string): Map<string, string> {
    const folder = this.folder(name);
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((one) => one.isFile()).map((one) => path.join(one.path, one.name));
    const own = files.filter((file) => !/\/\.(git|jupyter|ipynb_checkpoints)\//.test(file));
    return new Map(own.map((file) => [file, readFileSync(file, 'latin1')]));
  }

  /** What a learner's own shell says to a command. */
  says(name: string, command: string): string {
    const { stdout, stderr } = spawnSync('setpriv', [
      ...[`--reuid=${name}`, `--regid=${name}`, '--init-groups', 'sh', '-c', command],
    ]);
    return `${stdout.toString()}${stderr.toString()}`;
  }

  /** The learners' programs that are running. */
  programs(): string {
    return spawnSync('pgrep', ['-a', '-u', this.names.join(',')]).stdout.toString();
  }

  async close(): Promise<void> {
    await this.stops();
    for (const name of this.names) {
      spawnSync('userdel', ['--remove', name]);
      rmSync(this.folder(name), { recursive: true, force: true });
    }
    // A hub that was killed leaves its proxy and its culler, at work in its folder.
    const folder = path.dirname(this.file);
    const end =
      'for it in /proc/[0-9]*; do [ "$(readlink $it/cwd)" = "$0" ] && kill ${it#/proc/}; done';
    spawnSync('sh', ['-c', end, folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}
