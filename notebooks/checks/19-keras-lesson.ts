import { expectEqual } from 'nnlab';

// cell 28edd106
expectEqual(tf.getBackend(), process.release.name === 'node' ? 'tensorflow' : 'wasm', 'the engine');
