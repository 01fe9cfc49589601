// A Debian of its own in a folder, where no container engine is: what runs in it sees no other file of this machine.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  code: number | null;
  output: string;
}

/** As whom, where and with which environment a command runs. */
export interface Place {
  user: string;
  folder: string;
  env: Record<string, string>;
}

/** What this machine needs to reach the package servers is no part of an image. */
const OF_THE_NETWORK = /^(?:https?_proxy|no_proxy|PIP_INDEX_URL|npm_config_registry)$/i;
const CERTIFICATES = ['NODE_EXTRA_CA_CERTS', 'PIP_CERT', 'SSL_CERT_FILE'];
const CERTIFICATES_HERE = '/etc/ssl/certs/ca-certificates.crt';
const CERTIFICATES_THERE = '/certificates-of-this-machine.crt';

// Processes of its own, so that all of them end with the first: this shell, which stays root's, since a program that
// becomes another user's no longer ends with the one that started it.
const ENTER = `
  mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount --bind /sys "$1/sys"
  cd "$1" && chroot --userspec="$2" "$1" env -i -C "$3" "\${@:4}"; exit $?`;

export class Room {
  readonly root = mkdtempSync(join(tmpdir(), 'nnlab-room-'));

  constructor() {
    chmodSync(this.root, 0o755);
  }

  /** Fills the folder with the smallest Debian of that name. */
  async debootstrap(suite: string): Promise<Ended> {
    const ended = await output('debootstrap', ['--variant=minbase', suite, this.root]);
    cpSync('/etc/resolv.conf', this.inside('/etc/resolv.conf'), { dereference: true });
    if (existsSync(CERTIFICATES_HERE)) cpSync(CERTIFICATES_HERE, this.inside(CERTIFICATES_THERE));
    return ended;
  }

  inside(path: string): string {
    return join(this.root, path);
  }

  run(command: string[], place: Place): Promise<Ended> {
    const [program = '', args] = this.entering(command, place);
    return output(program, args);
  }

  start(command: string[], place: Place) {
    const [program = '', args] = this.entering(command, place);
    return spawn(program, args);
  }

  private entering(command: string[], { user, folder, env }: Place): [string, string[]] {
    mkdirSync(this.inside(folder), { recursive: true });
    const all = { TERM: 'dumb', ...networkHere(), ...env };
    const settings = Object.entries(all).map(([name, value]) => `${name}=${value}`);
    const own = ['--mount', '--pid', '--fork', '--kill-child'];
    const args = ['bash', '-c', ENTER, 'bash', this.root, user, folder, ...settings, ...command];
    return ['unshare', [...own, ...args]];
  }

  /** By another program: 3 GB of files keep this one from answering for minutes. */
  remove(): Promise<Ended> {
    return output('rm', ['-rf', this.root]);
  }
}

function networkHere(): Record<string, string> {
  const proxies = Object.entries(process.env).filter(([name]) => OF_THE_NETWORK.test(name));
  const certificates = CERTIFICATES.map((name) => [name, CERTIFICATES_THERE]);
  return Object.fromEntries([...proxies, ...certificates]) as Record<string, string>;
}

function output(program: string, args: string[]): Promise<Ended> {
  const child = spawn(program, args);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: null, output: error.message }));
    child.on('close', (code) => done({ code, output: said }));
  });
}
