import { latin1 } from '../../files/bytes';
import { reasonOf } from '../../files/reason';
import { removeGraphFolder, writeGraphFolder } from '../../platform';
import { backend } from '../../tfjs/internals';
import { CannotBeRecorded } from './record';

// TensorFlow takes longer to load a graph and to prepare it for its first run than to make fifty steps. A graph
// holds no weights, they go in with each run: so the next training of such a network takes the same one.

/** Loaded graphs that nobody runs now, by their bytes; the one used last is the last. */
const idle = new Map<string, number>();
const MOST_IDLE = 4;

/** A session of TensorFlow with this graph. */
export function sessionFor(savedModel: Uint8Array): number {
  const key = latin1(savedModel);
  const kept = idle.get(key);
  if (kept === undefined) return load(savedModel);
  idle.delete(key);
  return kept;
}

/** Keeps a session that is no longer run for the next training that needs this graph. */
export function keepSession(savedModel: Uint8Array, session: number): void {
  const key = latin1(savedModel);
  const twin = idle.get(key);
  if (twin !== undefined) forget(key, twin);
  idle.set(key, session);
  const [oldest] = idle;
  if (oldest && idle.size > MOST_IDLE) forget(...oldest);
}

function forget(key: string, session: number): void {
  idle.delete(key);
  backend().binding.deleteSavedModel(session);
}

function load(savedModel: Uint8Array): number {
  // The native part of tfjs loads a graph from a folder only.
  const folder = folderOf(savedModel);
  try {
    return backend().binding.loadSavedModel(folder, 'serve');
  } catch (error) {
    throw new CannotBeRecorded(`TensorFlow does not take its graph (${reasonOf(error)})`);
  } finally {
    removeGraphFolder(folder);
  }
}

function folderOf(savedModel: Uint8Array): string {
  try {
    return writeGraphFolder(savedModel);
  } catch (error) {
    throw new CannotBeRecorded(`its graph cannot be written (${reasonOf(error)})`);
  }
}
