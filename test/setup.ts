// tfjs-node needs the shim on Node 22 and later, also where vitest is called by itself.
import '../scripts/node-shim.cjs';

// TensorFlow's C++ log would print a page of advice before the first test.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
