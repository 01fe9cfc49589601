import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A Python process that answers questions, one JSON line each.
 * @typedef {object} Peer
 * @property {(question: object) => Promise<Record<string, any>>} ask
 * @property {() => void} close
 */

/** The Python with Keras and scikit-learn: $NNLAB_PEERS, or an environment made on first use. */
export function peerPython() {
  if (process.env['NNLAB_PEERS']) return process.env['NNLAB_PEERS'];
  const python = `${root}.cache/peers/bin/python`;
  if (!existsSync(`${root}.cache/peers/ready`)) {
    console.log('Setting up the Python peers in .cache/peers (once, about 400 MB) ...');
    /** @type {import('node:child_process').ExecFileSyncOptions} */
    const visibly = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
    execFileSync('python3', ['-m', 'venv', '.cache/peers'], visibly);
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '-r', 'scripts/peers.txt'], visibly);
    execFileSync('touch', ['.cache/peers/ready'], visibly);
  }
  return python;
}

/**
 * Starts scripts/bench/<script> and waits until it has loaded its libraries.
 * @param {string} script
 * @returns {Promise<Peer>}
 */
export async function startPeer(script) {
  const python = spawn(peerPython(), ['-u', `${root}scripts/bench/${script}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
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
