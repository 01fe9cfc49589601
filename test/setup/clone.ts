// A real clone in a folder with a space, set up by the real npm, pip and compiler, by somebody whose home takes no file.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { project } from './sandbox';

const LIST_FILES = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
// Loopback is down in a new network namespace; 0x8914 and 1 are SIOCSIFFLAGS and IFF_UP.
const LOOPBACK_UP =
  "import fcntl,socket,struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh14x', b'lo', 1))";

/** A home folder in which nobody can write, root neither. */
const UNWRITABLE = '/dev/null/nobody';

/** Whether this machine lets us cut a program off from every network. */
export const canCutNetwork =
  process.platform === 'linux' && spawnSync('unshare', ['-n', 'true']).status === 0;

export class Clone {
  private readonly top = mkdtempSync(join(tmpdir(), 'nnlab clone '));
  readonly folder = join(this.top, 'my course');
  private readonly temporary = join(this.top, 'tmp');

  constructor() {
    mkdirSync(this.temporary);
    // Packages fetched before are not fetched again; that set-up keeps them here is tested all the same.
    for (const name of ['npm', 'pip']) this.takeOver(join('.cache', name));
    const listed = execFileSync('git', LIST_FILES, { cwd: project, encoding: 'utf8' });
    for (const file of listed.split('\0').filter(Boolean)) {
      const target = join(this.folder, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(project, file), target);
    }
  }

  /** What the real project has there is there in the clone as well. */
  takeOver(name: string) {
    const source = join(project, name);
    if (!existsSync(source)) return;
    cpSync(source, join(this.folder, name), { recursive: true, verbatimSymlinks: true });
  }

  /** What has been written where nothing should be. */
  writtenOutside() {
    return readdirSync(this.temporary, { recursive: true }).map(String);
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
      HOME: UNWRITABLE,
      TMPDIR: this.temporary,
      // pip asks for rustc's version, and rustup would make itself at home.
      RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), '.rustup'),
      NNLAB_PYTHON: realpathSync(join(project, '.venv/bin/python')),
    };
    for (const name of Object.keys(env)) {
      if (/^(JUPYTER|XDG_|NODE_OPTIONS|VITEST|npm_|PIP_CACHE)/.test(name)) delete env[name];
    }
    return env;
  }

  remove() {
    rmSync(this.top, { recursive: true, force: true });
  }
}
