import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const nextTurn = () => new Promise((done) => setTimeout(done));

/** Clears away whatever nobody reaches any more. What was read in this turn counts as reached until the next. */
export async function clearAway(): Promise<void> {
  await nextTurn();
  collect();
  await nextTurn();
}

/** Bytes of arrays, once what nobody reaches is cleared away. */
export async function arrayBytes(): Promise<number> {
  await clearAway();
  // Arrays are swept beside the program; whoever clears away once more waits for it.
  await clearAway();
  return process.memoryUsage().arrayBuffers;
}
