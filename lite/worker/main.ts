// The worker's side of the messages.
import { hear } from '../../scripts/kernel/promises.cjs';
import { Kernel } from './kernel';
import { putFiles } from './node/files';
import { putModules } from './node/module';
import type { Ask, Begin, FromWorker, ToWorker } from './messages';

const PRESSED = Symbol.for('nnlab.stopPressed');

const tell = (message: FromWorker): void => self.postMessage(message);
const sayHere = (type: string, content: object): void => tell({ kind: 'say', type, content });

const files = new Map<string, Uint8Array>();
/** Trainings that end themselves when Stop is pressed. */
const listeners = new Set<() => void>();
/** Questions may come before the word to begin, which brings the learner's files; they wait for it. */
let tellToBegin: (message: Begin) => void;
const begun = new Promise<Begin>((resolve) => (tellToBegin = resolve)).then(begin);

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'begin') tellToBegin(data);
  else if (data.kind === 'put') keep(data.path, data.bytes);
  else if (data.kind === 'stop') void stop();
  else void answer(data);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  hear(event.reason);
});

async function begin({ site, folder, files: own }: Begin): Promise<Kernel> {
  for (const [path, bytes] of Object.entries(own)) files.set(path, bytes);
  try {
    const [types, modules] = await Promise.all([typesOf(site), library(site, folder)]);
    putFiles(types);
    putModules(modules);
    return new Kernel();
  } catch (error) {
    tell({ kind: 'broken', why: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

async function typesOf(site: string): Promise<Record<string, string>> {
  const found = await fetch(`${site}types.json`);
  if (!found.ok) throw new Error(`${site}types.json cannot be had: ${found.status}`);
  return (await found.json()) as Record<string, string>;
}

interface Library {
  start(options: object): Promise<Readonly<Record<string, unknown>>>;
}

async function library(site: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  const { start } = (await import(`${site}nnlab.mjs`)) as Library;
  const store = {
    read: (path: string) => files.get(path),
    write: (path: string, bytes: Uint8Array) => {
      files.set(path, bytes.slice());
      tell({ kind: 'file', path, bytes });
    },
    remove: (path: string) => {
      files.delete(path);
      tell({ kind: 'file', path, bytes: undefined });
    },
  };
  return start({ site, store, folder, kernel: { display, onStop } });
}

function display(bundle: object, id: string, update: boolean): void {
  const content = { ...bundle, transient: { display_id: id } };
  sayHere(update ? 'update_display_data' : 'display_data', content);
}

function onStop(pressed: () => void): () => void {
  listeners.add(pressed);
  return () => void listeners.delete(pressed);
}

function keep(path: string, bytes: Uint8Array | undefined): void {
  if (bytes) files.set(path, bytes);
  else files.delete(path);
}

async function stop(): Promise<void> {
  tell({ kind: 'stopping' });
  const kernel = await begun;
  if (listeners.size === 0) return kernel.interrupt();
  (globalThis as { [PRESSED]?: () => void })[PRESSED]?.();
  for (const pressed of [...listeners]) pressed();
}

async function answer({ number, ask, content }: Ask): Promise<void> {
  try {
    const kernel = await begun;
    const given = ask === 'execute' ? await kernel.execute(content, sayHere) : kernel[ask](content);
    tell({ kind: 'answer', number, content: given });
  } catch (error) {
    const evalue = error instanceof Error ? error.message : String(error);
    const failed = { status: 'error', ename: 'Error', evalue, traceback: [evalue] };
    if (ask === 'execute') sayHere('error', failed);
    tell({ kind: 'answer', number, content: failed });
  }
}
