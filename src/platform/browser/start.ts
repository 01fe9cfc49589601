/** The learner's files. Synchronous, because the library's own functions are. */
export interface FileStore {
  /** Undefined where there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** Writes a whole file, and makes its folders. */
  write(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
}

/** How large the site's own files are, by their paths. */
export type SiteFiles = Readonly<Record<string, number>>;

/** What a page gives the library before anything else of it runs. */
export interface Surroundings {
  /** The address of the folder that holds this bundle; ends in a slash. */
  readonly site: string;
  readonly siteFiles: SiteFiles;
  readonly store: FileStore;
  /** The notebook's folder in the store. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What computes training steps, compiled. */
  readonly trainingProgram?: WebAssembly.Module;
}

let surroundings: Surroundings | undefined;

export function setSurroundings(given: Surroundings): void {
  surroundings = given;
}

export function around(): Surroundings {
  if (!surroundings) throw new Error('The library was not started; call start({ site, … }) first.');
  return surroundings;
}

/** Files that last as long as the worker does. */
export function storeInMemory(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    read: (path) => files.get(path),
    write: (path, bytes) => void files.set(path, bytes.slice()),
    remove: (path) => void files.delete(path),
  };
}
