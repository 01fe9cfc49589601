import { sha256 as sumOf } from '@noble/hashes/sha2';
import { around } from './start';

/** What the page says under a name, in place of the environment. */
export function environment(name: string): string | undefined {
  return around().env[name];
}

/** A channel's message is the quickest way to let other messages, Stop among them, be heard. */
const turns: (() => void)[] = [];
let channel: MessageChannel | undefined;

export function nextTurn(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => turns.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(null);
  });
}

export function newName(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(8)));
}

export function sha256(bytes: Uint8Array): string {
  return hexadecimal(sumOf(bytes));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether two values hold the same: plain values, lists, typed arrays, and objects of such. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  const [first, second] = [one, other] as Record<string, unknown>[];
  return keys.every((key) => key in other && sameContent(first?.[key], second?.[key]));
}

/** A browser's kernel hears of Stop by itself (see src/kernel/host.ts). */
export function takeOverStop(_pressed: () => void): () => void {
  return () => undefined;
}
