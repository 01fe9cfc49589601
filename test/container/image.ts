// Builds what the Containerfile says, step by step, in a room: no container engine is asked.
import { chownSync, cpSync, lchownSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { assignmentsOf, instructionsOf, type Instruction } from './containerfile';
import { ignoring } from './ignored';
import { type Ended, type Place, Room } from './room';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** One step that has been taken. */
export interface Step {
  step: string;
  seconds: number;
}

export class Image {
  readonly room = new Room();
  readonly steps: Step[] = [];
  private readonly args: Record<string, string> = {};
  private env: Record<string, string> = { PATH };
  private user = '0';
  private folder = '/';
  private entrypoint: string[] = [];
  private cmd: string[] = [];

  constructor(private readonly project: string) {}

  async build(): Promise<void> {
    const file = readFileSync(join(this.project, 'Containerfile'), 'utf8');
    for (const instruction of instructionsOf(file)) {
      const began = Date.now();
      await this.take(instruction);
      const step = `${instruction.name} ${instruction.text}`;
      this.steps.push({ step, seconds: (Date.now() - began) / 1000 });
    }
  }

  /** As a container starts: the entry point with its own command or another. */
  command(command: string[] = this.cmd): string[] {
    return [...this.entrypoint, ...command];
  }

  place(env: Record<string, string> = {}): Place {
    return { user: this.user, folder: this.folder, env: { ...this.env, ...env } };
  }

  private async take({ name, text, list }: Instruction): Promise<void> {
    if (name === 'FROM') await this.from(text);
    else if (name === 'ARG') Object.assign(this.args, Object.fromEntries(assignmentsOf(text)));
    else if (name === 'ENV') this.setEnv(text);
    else if (name === 'USER') this.user = text;
    else if (name === 'WORKDIR') this.folder = text;
    else if (name === 'COPY') this.copy(text.split(' '));
    else if (name === 'ENTRYPOINT') this.entrypoint = listed(list, text);
    else if (name === 'CMD') this.cmd = listed(list, text);
    else if (name === 'RUN') await this.shell(text);
  }

  /** A later FROM goes on where the one before has ended, if it names it. */
  private async from(text: string): Promise<void> {
    const [, suite] = /^debian:(\w+)-slim AS tools$/.exec(text) ?? [];
    if (suite) succeeded(text, await this.room.debootstrap(suite));
    else if (text !== 'tools')
      throw new Error(`FROM ${text}: only a Debian, and what is built of it`);
  }

  private setEnv(text: string) {
    const here = { ...this.env };
    for (const [name, value] of assignmentsOf(text)) {
      this.env[name] = value.replaceAll(/\$(\w+)/g, (_, other: string) => here[other] ?? '');
    }
  }

  /** COPY --chown=1000 . . */
  private copy(words: string[]) {
    const [, owner] = /^--chown=(\d+)$/.exec(words[0] ?? '') ?? [];
    const [from = '', to = ''] = words.slice(-2);
    const target = this.room.inside(join(this.folder, to));
    copyTree(join(this.project, from), target, ignoring(this.project));
    if (owner) giveTo(target, Number(owner));
  }

  private async shell(text: string): Promise<void> {
    const place = this.place({ ...this.args });
    succeeded(text, await this.room.run(['/bin/sh', '-c', text], place));
  }
}

function listed(list: string[] | undefined, text: string): string[] {
  if (!list) throw new Error(`Written as a list, it runs without a shell: ${text}`);
  return list;
}

function succeeded(step: string, { code, output }: Ended) {
  if (code !== 0) throw new Error(`${step}\nended with ${code}:\n${output.slice(-4000)}`);
}

function copyTree(from: string, to: string, ignored: (file: string) => boolean) {
  const filter = (path: string) => path === from || !ignored(relative(from, path));
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
}

function giveTo(path: string, owner: number) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveTo(inside, owner);
    else lchownSync(inside, owner, owner);
  }
  chownSync(path, owner, owner);
}
