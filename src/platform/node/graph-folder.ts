import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One for this process: TensorFlow counts loads by their folder, and keeps a count for ever. */
let place: string | undefined;

/** Writes a graph where TensorFlow can load it from: it takes a folder only. */
export function writeGraphFolder(savedModel: Uint8Array): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'variables'));
  writeFileSync(join(folder, 'saved_model.pb'), savedModel);
  return folder;
}

export function removeGraphFolder(folder: string): void {
  rmSync(folder, { recursive: true });
}

/** Empty, and this user's alone; the same each time, after the first. */
function newFolder(): string {
  if (place !== undefined && dirname(place) === tmpdir()) mkdirSync(place, { mode: 0o700 });
  else place = mkdtempSync(join(tmpdir(), 'nnlab-graph-'));
  return place;
}
