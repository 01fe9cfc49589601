import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { peersPython } from '../../setup/peers.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A Python process that answers questions, one JSON line each.
 * @typedef {object} Peer
 * @property {(question: object) => Promise<Record<string, any>>} ask
 * @property {() => void} close
 */

/**
 * Starts scripts/bench/<script> and waits until it has loaded its libraries.
 * @param {string} script
 * @returns {Promise<Peer>}
 */
export async function startPeer(script) {
  const python = spawn(await peersPython(), ['-u', `${root}scripts/bench/${script}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // As many threads as Keras takes by itself (0), not ours of scripts/before-tensorflow.cjs.
    env: {
      ...process.env,
      TF_CPP_MIN_LOG_LEVEL: '3',
      TF_NUM_INTRAOP_THREADS: '0',
      TF_NUM_INTEROP_THREADS: '0',
    },
  });
  let complaints = '';
  python.stderr.on('data', (text) => (complaints += text));
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();

  const next = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error(`${script} ended early:\n${complaints.slice(-2000)}`);
    return JSON.parse(value);
  };
  await next();
  return {
    ask: (question) => {
      python.stdin.write(`${JSON.stringify(question)}\n`);
      return next();
    },
    close: () => python.stdin.end(),
  };
}
