/** Numbers as HDF5 keeps them; `data` is null for a number type no model needs. */
export interface StoredArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | BigInt64Array | null;
}

/** The arrays of an HDF5 file by their path, such as `layers/dense/vars/0`. */
export type Arrays = Map<string, StoredArray>;

/** A file to read, or arrays to write and groups that are there even if they hold none. */
export type Request =
  { readonly read: Uint8Array } | { readonly write: Arrays; readonly groups: readonly string[] };

export type Reply = { readonly answer: Arrays | Uint8Array } | { readonly error: string };

/** Reads and writes HDF5 beside the main thread, one request at a time. */
export interface Hdf5Helper {
  ask(request: Request): Promise<Reply>;
  end(): Promise<void>;
}

/** Milliseconds; what takes longer is taken for a file that leads HDF5 in circles. */
export const LONGEST_WAIT = 20_000;

/** What is said of a file on which the helper hangs, and of one on which it dies. */
export const LATE: Reply = { error: 'reading them takes too long' };
export const DEAD: Reply = { error: 'they are damaged' };
