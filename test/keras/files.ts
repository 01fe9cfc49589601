import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import { goldenFile } from './golden';

/** A folder of the test file's own, gone when its tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keras-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** JSON that a test may change anywhere. */
export type Json = Record<string, unknown> & { readonly [index: number]: Json };

/** The parts of a golden file, to be changed and packed again. */
export function partsOf(name: string): Record<string, Uint8Array> {
  return unzipSync(readFileSync(goldenFile(name)));
}

export function bytesOf(json: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json));
}

export function jsonOf<T>(bytes: Uint8Array | undefined): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

/** Writes the parts as a .keras file and answers its path. */
export function pack(path: string, parts: Record<string, Uint8Array>): string {
  writeFileSync(path, zipSync(parts, { level: 0 }));
  return path;
}
