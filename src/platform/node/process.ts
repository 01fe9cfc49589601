import { createHash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** What the environment says under a name. */
export function environment(name: string): string | undefined {
  return process.env[name];
}

/** Lets what waits for its turn have it: Stop, and Jupyter's messages. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
}

/** A name that nobody else has. */
export function newName(): string {
  return randomBytes(8).toString('hex');
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether two values hold the same. */
export function sameContent(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

/**
 * Hears of Jupyter's Stop (a SIGINT) in the place of those who heard of it before, until the
 * returned function is called.
 */
export function takeOverStop(pressed: () => void): () => void {
  const others = process.listeners('SIGINT') as NodeJS.SignalsListener[];
  process.on('SIGINT', pressed);
  for (const other of others) process.off('SIGINT', other);
  return () => {
    for (const other of others) process.on('SIGINT', other);
    process.off('SIGINT', pressed);
  };
}
