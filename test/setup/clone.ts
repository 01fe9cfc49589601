// A real clone in a folder with a space, set up by the real npm, pip and compiler, by somebody whose home is empty.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { project } from './sandbox';

const LIST_FILES = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
// Loopback is down in a new network namespace; 0x8914 and 1 are SIOCSIFFLAGS and IFF_UP.
const LOOPBACK_UP =
  "import fcntl,socket,struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh14x', b'lo', 1))";

/** Whether this machine lets us cut a program off from every network. */
export const canCutNetwork =
  process.platform === 'linux' && spawnSync('unshare', ['-n', 'true']).status === 0;

export class Clone {
  private readonly top = mkdtempSync(join(tmpdir(), 'nnlab clone '));
  readonly folder = join(this.top, 'my course');
  private readonly home = join(this.top, 'home');
  private readonly temporary = join(this.top, 'tmp');

  constructor() {
    for (const folder of [this.home, this.temporary]) mkdirSync(folder);
    const listed = execFileSync('git', LIST_FILES, { cwd: project, encoding: 'utf8' });
    for (const file of listed.split('\0').filter(Boolean)) {
      const target = join(this.folder, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(project, file), target);
    }
  }

  /** What has been written where nothing should be. */
  writtenOutside() {
    const folders = [this.home, this.temporary];
    return folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map(String));
  }

  /** Runs a command in the clone; `offline` gives it a network of its own, with nobody else in it. */
  run(command: string[], { offline = false } = {}) {
    const up = join(this.folder, '.venv/bin/python');
    const script = `"${up}" -c "${LOOPBACK_UP}" && exec "$@"`;
    const [program = '', ...args] = offline
      ? ['unshare', '-n', 'bash', '-c', script, 'bash', ...command]
      : command;
    // Not spawnSync: a test's process that does not answer for a minute is given up.
    const child = spawn(program, args, { cwd: this.folder, env: this.env() });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    return new Promise<{ code: number | null; output: string }>((done) => {
      child.on('close', (code) => done({ code, output }));
    });
  }

  start(args: string[]) {
    return spawn('npm', ['start', '--', ...args], { cwd: this.folder, env: this.env() });
  }

  env() {
    const env: Record<string, string | undefined> = {
      ...process.env,
      HOME: this.home,
      TMPDIR: this.temporary,
      // pip asks for rustc's version, and rustup would make itself at home.
      RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), '.rustup'),
      // The two caches that are not ours; the README names them.
      npm_config_cache: process.env.npm_config_cache ?? join(homedir(), '.npm'),
      PIP_CACHE_DIR: process.env.PIP_CACHE_DIR ?? join(homedir(), '.cache', 'pip'),
      NNLAB_PYTHON: realpathSync(join(project, '.venv/bin/python')),
    };
    for (const name of Object.keys(env)) {
      if (/^(JUPYTER|XDG_|NODE_OPTIONS|VITEST|npm_(?!config_cache))/.test(name)) delete env[name];
    }
    return env;
  }

  remove() {
    rmSync(this.top, { recursive: true, force: true });
  }
}
