// tfjs-node needs it, also where vitest is called by itself.
import '../scripts/before-tensorflow.cjs';
