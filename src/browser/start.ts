// Where the library begins in a browser: a Web Worker imports the bundle and calls `start`.
import { gunzipSync } from 'fflate';
import { setKernelHost, type KernelHost } from '../kernel/host';
import { readFileBytes } from '../platform';
import {
  setSurroundings,
  storeInMemory,
  type FileStore,
  type SiteFiles,
} from '../platform/browser/start';
import { useWasm } from '../tfjs/browser/wasm';

export type { FileStore, KernelHost };

/** What a page gives the library. */
export interface StartOptions {
  /** The address of the folder that holds this bundle. */
  readonly site: string;
  /** The learner's files; without it they last as long as the worker. */
  readonly store?: FileStore;
  /** The notebook's folder in the store; the root without it. */
  readonly folder?: string;
  /** What `process.env` holds on Node: `NNLAB_QUICK`, `NNLAB_DATA`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what cells show, and tells of Stop; without it the library prints as in a plain program. */
  readonly kernel?: KernelHost;
}

/** What a cell's import gets, by the name of the module. */
export type Modules = Readonly<Record<string, unknown>>;

/** Gets the library ready, once for a worker, and gives the modules that notebooks import. */
export async function start(options: StartOptions): Promise<Modules> {
  const site = options.site.endsWith('/') ? options.site : `${options.site}/`;
  const { store = storeInMemory(), folder = '', env = {}, kernel } = options;
  const [siteFiles, trainingProgram] = await Promise.all([listOf(site), programOf(site)]);
  setSurroundings({ site, siteFiles, store, folder, env, trainingProgram });
  if (kernel) setKernelHost(kernel);
  await useWasm(site);
  // Now, and not sooner: modules look at the kernel and at their surroundings when they load.
  const [tensorflow, nnlab] = await Promise.all([
    import('@tensorflow/tfjs-node'),
    import('../index.js'),
  ]);
  const fs = { readFileSync: readFileBytes };
  const zlib = { gunzipSync };
  return {
    nnlab,
    '@tensorflow/tfjs-node': tensorflow,
    fs,
    'node:fs': fs,
    zlib,
    'node:zlib': zlib,
  };
}

async function programOf(site: string): Promise<WebAssembly.Module> {
  const answer = await fetch(`${site}training.wasm`);
  if (!answer.ok) throw new Error(`${site}training.wasm cannot be had: ${answer.status}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

async function listOf(site: string): Promise<SiteFiles> {
  const answer = await fetch(`${site}files.json`);
  if (!answer.ok) throw new Error(`${site}files.json cannot be had: ${answer.status}`);
  return (await answer.json()) as SiteFiles;
}
