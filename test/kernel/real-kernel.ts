import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

/** What a cell said, message by message, as Jupyter names them. */
export interface Said {
  readonly type: string;
  readonly text: string;
  readonly content: {
    readonly ename?: string;
    readonly evalue?: string;
    readonly traceback?: readonly string[];
    readonly data?: Readonly<Record<string, unknown>>;
  };
}

export interface Cell {
  readonly status: string;
  readonly messages: readonly Said[];
  readonly reply: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly cells: readonly Cell[];
  /** Seconds from the first output to the second. */
  readonly second: number | null;
  /** Seconds from Stop to the end of the cell. */
  readonly ended: number | null;
}

export interface Question {
  readonly codes: readonly string[];
  /** Stop is pressed when this has been said. */
  readonly interruptAfter?: string;
  /** Sent as soon as Stop has been pressed. */
  readonly afterStop?: readonly string[];
}

/** What Shift-Tab or Tab brings. */
export interface Help {
  /** Of the kernel's processor, since other tests run on the same cores. */
  readonly seconds: number;
  readonly matches?: readonly string[];
  readonly data?: Readonly<Record<string, string>>;
}

/** A learner's kernel for one file of tests: the one that the project's kernelspec starts. */
export function realKernel() {
  const project = resolve(__dirname, '../..');
  const python = spawn(join(project, '.venv/bin/python'), [join(__dirname, 'kernel.py'), project]);
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  afterAll(() => python.stdin.end());

  async function exchange(question: object): Promise<unknown> {
    python.stdin.write(`${JSON.stringify(question)}\n`);
    return JSON.parse(String((await answers.next()).value));
  }
  const ask = (question: Question) => exchange(question) as Promise<Answer>;
  /** Runs one cell. */
  async function run(code: string): Promise<Cell> {
    const [cell] = (await ask({ codes: [code] })).cells;
    if (!cell) throw new Error('The kernel gave no answer.');
    return cell;
  }
  /** Shift-Tab, the cursor at the end of the code. */
  const inspect = (code: string) => exchange({ inspect: code }) as Promise<Help>;
  /** Tab, the cursor at the end of the code. */
  const complete = (code: string) => exchange({ complete: code }) as Promise<Help>;
  /** Bytes that the kernel has for itself, once it has come to rest. */
  const memory = async () => Number(await exchange({ memory: true }));
  /** The most bytes that the kernel has had for itself at once. */
  const mostMemory = async () => Number(await exchange({ mostMemory: true }));
  return { ask, run, inspect, complete, memory, mostMemory };
}

export const outputOf = ({ messages }: Cell): string => messages.map(({ text }) => text).join('\n');

/** The error of a cell, without colours. */
export function errorOf({ messages }: Cell) {
  const { content } = messages.find(({ type }) => type === 'error') ?? {};
  const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
  const traceback = (content?.traceback ?? []).join('\n').replace(colours, '');
  return { name: content?.ename, message: content?.evalue, traceback };
}
