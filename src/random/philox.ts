// The numbers of TensorFlow's kernel StatelessRandomUniform, bit for bit, where TensorFlow itself is
// not at hand: Philox 4x32 with ten rounds (Salmon et al., 2011), with TensorFlow's way to begin.

type Four = [number, number, number, number];

const ROUNDS = 10;
const [MULTIPLIER_A, MULTIPLIER_B] = [0xd2511f53, 0xcd9e8d57];
const [STEP_A, STEP_B] = [0x9e3779b9, 0xbb67ae85];

/** By which TensorFlow mixes the two keys first, so that any will do. */
const [MIXING_A, MIXING_B] = [0x3ec8f720, 0x02461e29];

/** The upper half of a product of two 32-bit numbers. */
function upperHalf(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle % 65536);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(other / 65536)) >>> 0;
}

/** Four random 32-bit numbers for a counter and a key. */
function philox(counter: Four, keyA: number, keyB: number): Four {
  let [a, b, c, d] = counter;
  let [stepA, stepB] = [keyA, keyB];
  for (let round = 0; round < ROUNDS; round++) {
    const [highA, lowA] = [upperHalf(MULTIPLIER_A, a), Math.imul(MULTIPLIER_A, a)];
    const [highB, lowB] = [upperHalf(MULTIPLIER_B, c), Math.imul(MULTIPLIER_B, c)];
    [a, b, c, d] = [(highB ^ b ^ stepA) >>> 0, lowB >>> 0, (highA ^ d ^ stepB) >>> 0, lowA >>> 0];
    [stepA, stepB] = [(stepA + STEP_A) | 0, (stepB + STEP_B) | 0];
  }
  return [a, b, c, d];
}

/** `count` numbers from 0 up to, not including, 1 that depend on the two keys alone. */
export function keyedFractions(
  count: number,
  [first, second]: readonly [number, number],
): Float32Array {
  const upper = (key: number): number => (key < 0 ? 0xffffffff : 0);
  const start: Four = [first >>> 0, upper(first), second >>> 0, upper(second)];
  const [keyA, keyB, mixedC, mixedD] = philox(start, MIXING_A, MIXING_B);
  const numbers = new Float32Array(count);
  for (let at = 0; at < count; at += 4) {
    const four = philox([at / 4, 0, mixedC, mixedD], keyA, keyB);
    // 23 bits are what a float has behind its point.
    for (let i = 0; i < 4 && at + i < count; i++) {
      numbers[at + i] = ((four[i] as number) & 0x7fffff) / 0x800000;
    }
  }
  return numbers;
}
