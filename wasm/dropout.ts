// Dropout by TensorFlow's StatelessRandomUniform, as src/random/philox.ts has it: Philox 4x32.

let a: u32 = 0;
let b: u32 = 0;
let c: u32 = 0;
let d: u32 = 0;

/** Four random numbers for the counter a, b, c, d and a key, in place of the counter. */
function philox(keyA: u32, keyB: u32): void {
  for (let round = 0; round < 10; round++) {
    const first = <u64>0xd2511f53 * <u64>a;
    const second = <u64>0xcd9e8d57 * <u64>c;
    const nextA = (<u32>(second >> 32)) ^ b ^ keyA;
    const nextC = (<u32>(first >> 32)) ^ d ^ keyB;
    a = nextA;
    b = <u32>second;
    c = nextC;
    d = <u32>first;
    keyA += 0x9e3779b9;
    keyB += 0xbb67ae85;
  }
}

/**
 * Sets a share of the values to 0 and raises the others to make up. What each was multiplied by
 * is kept, for the way back.
 */
export function drop(
  values: usize,
  factors: usize,
  rate: f32,
  layerKey: i32,
  stepKey: i32,
  rows: usize,
  width: usize,
  columns: usize,
): void {
  a = <u32>layerKey;
  b = layerKey < 0 ? 0xffffffff : 0;
  c = <u32>stepKey;
  d = stepKey < 0 ? 0xffffffff : 0;
  philox(0x3ec8f720, 0x02461e29);
  const keyA = a,
    keyB = b,
    mixedC = c,
    mixedD = d;
  const raise: f32 = <f32>1 / (<f32>1 - rate);
  let drawn: u32 = 0;
  for (let r: usize = 0; r < rows; r++) {
    for (let column: usize = 0; column < width; column++) {
      const lane = drawn & 3;
      if (lane === 0) {
        a = drawn >> 2;
        b = 0;
        c = mixedC;
        d = mixedD;
        philox(keyA, keyB);
      }
      const bits = lane === 0 ? a : lane === 1 ? b : lane === 2 ? c : d;
      const fraction: f32 = <f32>(bits & 0x7fffff) / <f32>0x800000;
      const place = (r * columns + column) << 2;
      const factor: f32 = fraction >= rate ? raise : 0;
      store<f32>(factors + place, factor);
      store<f32>(values + place, load<f32>(values + place) * factor);
      drawn++;
    }
  }
}

/** Multiplies slopes by what their values were multiplied by. */
export function dropSlopes(slopes: usize, factors: usize, count: usize): void {
  for (let i: usize = 0; i < count << 2; i += 16) {
    v128.store(slopes + i, f32x4.mul(v128.load(slopes + i), v128.load(factors + i)));
  }
}
