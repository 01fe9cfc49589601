// Keras' formulas, as TensorFlow's fused kernels have them: one pass over weights and what is gathered.

// The numbers of an optimizer for one step.
let rate: f32 = 0;
let inertia: f32 = 0;
let firstShare: f32 = 0;
let secondShare: f32 = 0;
let epsilon: f32 = 0;
let lookAhead: bool = false;
let kind: i32 = 0;

const SGD: i32 = 0;
const MOMENTUM: i32 = 1;
const RMSPROP: i32 = 2;

export function useSgd(learningRate: f32): void {
  kind = SGD;
  rate = learningRate;
}

export function useMomentum(learningRate: f32, momentum: f32, nesterov: bool): void {
  kind = MOMENTUM;
  rate = learningRate;
  inertia = momentum;
  lookAhead = nesterov;
}

/** `share` is how far the mean of the squares moves towards a new one. */
export function useRmsprop(learningRate: f32, share: f32, momentum: f32, small: f32): void {
  kind = RMSPROP;
  rate = learningRate;
  secondShare = share;
  inertia = momentum;
  epsilon = small;
}

/** The rate is corrected for the step already; the shares as above. */
export function useAdam(correctedRate: f32, share: f32, shareOfSquares: f32, small: f32): void {
  kind = RMSPROP + 1;
  rate = correctedRate;
  firstShare = share;
  secondShare = shareOfSquares;
  epsilon = small;
}

/** Changes `count` weights, a multiple of four, by their slopes. */
export function update(w: usize, first: usize, second: usize, slopes: usize, count: usize): void {
  const bytes = count << 2;
  if (kind === SGD) sgd(w, slopes, bytes);
  else if (kind === MOMENTUM) momentum(w, first, slopes, bytes);
  else if (kind === RMSPROP) rmsprop(w, first, second, slopes, bytes);
  else adam(w, first, second, slopes, bytes);
}

function sgd(w: usize, slopes: usize, bytes: usize): void {
  const step = f32x4.splat(rate);
  for (let i: usize = 0; i < bytes; i += 16) {
    const change = f32x4.mul(step, v128.load(slopes + i));
    v128.store(w + i, f32x4.sub(v128.load(w + i), change));
  }
}

function momentum(w: usize, speeds: usize, slopes: usize, bytes: usize): void {
  const step = f32x4.splat(rate);
  const share = f32x4.splat(inertia);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(slopes + i);
    const speed = f32x4.add(f32x4.mul(v128.load(speeds + i), share), slope);
    v128.store(speeds + i, speed);
    const change = lookAhead ? f32x4.add(f32x4.mul(speed, share), slope) : speed;
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(change, step)));
  }
}

/**
 * A mean moved towards a new value. What becomes too small to matter becomes 0: processors take a
 * hundred times longer for numbers below 1e-38, and means of pixels that are always dark end there.
 */
function moved(from: v128, to: v128, share: v128): v128 {
  const tiny = f32x4.splat(1e-30);
  const mean = f32x4.add(from, f32x4.mul(f32x4.sub(to, from), share));
  return f32x4.sub(f32x4.add(mean, tiny), tiny);
}

function rmsprop(w: usize, squares: usize, speeds: usize, slopes: usize, bytes: usize): void {
  const step = f32x4.splat(rate);
  const share = f32x4.splat(secondShare);
  const keep = f32x4.splat(inertia);
  const small = f32x4.splat(epsilon);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(slopes + i);
    const square = moved(v128.load(squares + i), f32x4.mul(slope, slope), share);
    v128.store(squares + i, square);
    const scaled = f32x4.div(f32x4.mul(slope, step), f32x4.sqrt(f32x4.add(square, small)));
    const speed = f32x4.add(f32x4.mul(v128.load(speeds + i), keep), scaled);
    v128.store(speeds + i, speed);
    v128.store(w + i, f32x4.sub(v128.load(w + i), speed));
  }
}

function adam(w: usize, means: usize, squares: usize, slopes: usize, bytes: usize): void {
  const step = f32x4.splat(rate);
  const share = f32x4.splat(firstShare);
  const shareOfSquares = f32x4.splat(secondShare);
  const small = f32x4.splat(epsilon);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(slopes + i);
    const mean = moved(v128.load(means + i), slope, share);
    const square = moved(v128.load(squares + i), f32x4.mul(slope, slope), shareOfSquares);
    v128.store(means + i, mean);
    v128.store(squares + i, square);
    const change = f32x4.div(f32x4.mul(mean, step), f32x4.add(f32x4.sqrt(square), small));
    v128.store(w + i, f32x4.sub(v128.load(w + i), change));
  }
}
