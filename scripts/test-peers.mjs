// npm run test:peers: nnlab beside Keras, scikit-learn and pandas, live (about 1.5 GB of Python packages).
import { peersPython } from './setup/peers.mjs';
import { pythonEnv } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

await afterSetUp(async () => {
  const env = { ...pythonEnv(), NNLAB_PEERS: await peersPython() };
  const args = ['--config', 'vitest.peers.config.mts', ...process.argv.slice(2)];
  endWithTotal(await runVitest('peers', args, { env }));
});
