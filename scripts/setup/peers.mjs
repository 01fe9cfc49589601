// The Python packages that nnlab is compared with: $NNLAB_PEERS (a Python that has them), or an environment of
// their own in the cache, made on first use. Nothing else needs them.
import { join } from 'node:path';
import { ownPython } from './own-python.mjs';
import { cache } from './project.mjs';

/** @returns {Promise<string>} the Python that has the peers, made now if it is not there */
export async function peersPython() {
  const chosen = process.env['NNLAB_PEERS'];
  if (chosen) return chosen;
  return ownPython(
    'Python peers (Keras, scikit-learn, pandas)',
    join(cache, 'peers'),
    'scripts/peers.txt',
  );
}
