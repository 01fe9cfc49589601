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
