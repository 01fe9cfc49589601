// A small copy of the project in a folder with a space, where set-up may be cut off, changed and repeated:
// its own scripts, a library of one line, and stand-ins for npm, Python, pip and the compiler.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { storeFolder } from '../../scripts/setup/tensorflow/place.mjs';

export const project = resolve(__dirname, '../..');
const standIns = join(__dirname, 'stand-ins');
const COPIED = ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json', '.npmrc'];
const DATA_SCRIPT = `
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
const code = '. "$STAND_INS/common.sh"; note data; halt data';
execFileSync('bash', ['-c', code], { stdio: 'inherit' });
console.log('all found');
`;

export interface Ended {
  code: number | null;
  output: string;
  seconds: number;
}

export class Sandbox {
  private readonly top = mkdtempSync(join(tmpdir(), 'nnlab-'));
  readonly folder = join(this.top, 'a clone');
  private readonly notes = join(this.top, 'notes');

  constructor() {
    mkdirSync(join(this.folder, 'src'), { recursive: true });
    for (const name of COPIED) cpSync(join(project, name), this.path(name), { recursive: true });
    this.write('src/index.ts', 'export const answer = 42;\n');
    this.write('scripts/browser.mjs', '');
    this.write('scripts/data.mjs', DATA_SCRIPT);
  }

  path(...parts: string[]) {
    return join(this.folder, ...parts);
  }

  write(name: string, text: string) {
    writeFileSync(this.path(name), text);
  }

  /** The stand-ins' calls so far, as 'npm venv pip …'. */
  calls() {
    return existsSync(this.notes)
      ? readFileSync(this.notes, 'utf8').trim().split('\n').join(' ')
      : '';
  }

  forgetCalls() {
    for (const file of [this.notes, `${this.notes}.halted`]) rmSync(file, { force: true });
  }

  start(env: Record<string, string> = {}): Running {
    return new Running(this.folder, { ...this.env(), ...env }, `${this.notes}.halted`);
  }

  /** Runs set-up to its end. */
  setUp(env: Record<string, string> = {}): Promise<Ended> {
    return this.start(env).ended;
  }

  private env() {
    const env = { ...process.env };
    delete env.npm_execpath;
    return {
      ...env,
      PATH: `${standIns}:${process.env.PATH}`,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(join(standIns, 'tsc.mjs'))}`,
      STAND_INS: standIns,
      STAND_IN_PROJECT: project,
      STAND_IN_STORE: storeFolder(),
      STAND_IN_NOTES: this.notes,
      // Nobody listens there: the official archive is given up at once.
      TFJS_NODE_CDN_STORAGE: 'http://127.0.0.1:9/',
    };
  }

  remove() {
    rmSync(this.top, { recursive: true, force: true });
  }
}

/** A set-up under way, in a process group of its own. */
export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  private readonly halts: readonly string[];
  output = '';

  constructor(
    folder: string,
    env: Record<string, string | undefined>,
    private readonly haltedMark: string,
  ) {
    const started = Date.now();
    this.halts = (env.STAND_IN_HALT ?? '').split(' ');
    const options = { cwd: folder, env, detached: true } as const;
    this.child = spawn(process.execPath, ['scripts/setup.mjs'], options);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text) => (this.output += text));
    }
    this.ended = new Promise((done) => {
      this.child.on('close', (code) =>
        done({ code, output: this.output, seconds: (Date.now() - started) / 1000 }),
      );
    });
  }

  /** Waits until all stand-ins that are to halt stand half-way, or until something else is seen. */
  async reaches(seen = () => this.allHalted()) {
    for (let i = 0; !seen(); i++) {
      if (i === 1000) throw new Error(`set-up did not come that far:\n${this.output}`);
      if (this.child.exitCode !== null) throw new Error(`set-up ended early:\n${this.output}`);
      await new Promise((later) => setTimeout(later, 20));
    }
    rmSync(this.haltedMark, { force: true });
  }

  private allHalted() {
    const halted = existsSync(this.haltedMark) ? readFileSync(this.haltedMark, 'utf8') : '';
    return this.halts.every((name) => halted.split('\n').includes(name));
  }

  /** As when the machine loses power: set-up and all it has started are gone. */
  async killAll() {
    process.kill(-this.child.pid!, 'SIGKILL');
    await this.ended;
  }

  killAlone() {
    this.child.kill('SIGKILL');
  }
}
