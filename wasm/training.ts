// The arithmetic of one training step of a network of dense layers, for browsers. Written in
// AssemblyScript, which looks like TypeScript and is compiled to WebAssembly; src/engine/wasm calls it.
import { columnSums, weightSlopes } from './matrices';
import { update } from './optimizers';

export { activate, activationSlopes, rightRows, softmaxLoss } from './activations';
export { drop, dropSlopes } from './dropout';
export { back, dense } from './matrices';
export { useAdam, useMomentum, useRmsprop, useSgd } from './optimizers';

/** The first address that is free for numbers. */
export function firstFree(): usize {
  return (__heap_base + 15) & ~15;
}

/** Divides numbers in place, in fours: images come as the bytes that they are. */
export function divide(values: usize, count: usize, divisor: f32): void {
  const by = f32x4.splat(divisor);
  for (let i: usize = 0; i < count << 2; i += 16) {
    v128.store(values + i, f32x4.div(v128.load(values + i), by));
  }
}

/**
 * Changes a layer's weights by what its inputs and the slopes of its outputs say. Four rows of slopes
 * at a time are computed and used at once, so that they never leave the processor's cache; `scratch`
 * holds them.
 */
export function learnWeights(
  x: usize,
  slopes: usize,
  w: usize,
  first: usize,
  second: usize,
  scratch: usize,
  rows: usize,
  inputs: usize,
  columns: usize,
): void {
  const bytes = columns << 2;
  for (let k: usize = 0; k < inputs; k += 4) {
    weightSlopes(x, slopes, scratch, k, rows, inputs, columns);
    const place = k * bytes;
    update(w + place, first + place, second + place, scratch, columns << 2);
  }
}

/** The same for its biases. */
export function learnBias(
  slopes: usize,
  bias: usize,
  first: usize,
  second: usize,
  scratch: usize,
  rows: usize,
  columns: usize,
): void {
  columnSums(slopes, scratch, rows, columns);
  update(bias, first, second, scratch, columns);
}
