// The Python packages that nnlab is compared with: $NNLAB_PEERS (a Python that has them), or an environment of
// their own in the cache, made on first use. Nothing else needs them.
import { join } from 'node:path';
import { cache } from './project.mjs';
import { isMade, makeEnvironment } from './python.mjs';
import { setUp } from './steps.mjs';

const FOLDER = join(cache, 'peers');
const REQUIREMENTS = 'scripts/peers.txt';

/** @type {import('./steps.mjs').Step} */
const peers = {
  name: 'Python peers (Keras, scikit-learn, pandas)',
  isDone: () => isMade(FOLDER, REQUIREMENTS),
  run: (progress) => makeEnvironment(FOLDER, REQUIREMENTS, progress),
};

/** @returns {Promise<string>} the Python that has the peers, made now if it is not there */
export async function peersPython() {
  const chosen = process.env['NNLAB_PEERS'];
  if (chosen) return chosen;
  if (!peers.isDone()) await setUp([peers]);
  return join(FOLDER, 'bin', 'python');
}
