// Products of matrices, four numbers at a time. Rows come in fours and columns in eights; what a
// network does not fill of them holds zeros, which add nothing.

/** out = x · w + bias, a block of four rows and eight columns at a time. */
export function dense(
  x: usize,
  w: usize,
  bias: usize,
  out: usize,
  rows: usize,
  inputs: usize,
  columns: usize,
): void {
  const xStride = inputs << 2;
  const stride = columns << 2;
  for (let c: usize = 0; c < stride; c += 32) {
    const bias0 = v128.load(bias + c);
    const bias1 = v128.load(bias + c, 16);
    for (let r: usize = 0; r < rows; r += 4) {
      let a0 = bias0,
        a1 = bias1,
        b0 = bias0,
        b1 = bias1;
      let c0 = bias0,
        c1 = bias1,
        d0 = bias0,
        d1 = bias1;
      let at = x + r * xStride;
      const end = at + xStride;
      const second = xStride,
        third = xStride * 2,
        fourth = xStride * 3;
      let weights = w + c;
      while (at < end) {
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        const xa = v128.load_splat<f32>(at);
        a0 = f32x4.add(a0, f32x4.mul(xa, w0));
        a1 = f32x4.add(a1, f32x4.mul(xa, w1));
        const xb = v128.load_splat<f32>(at + second);
        b0 = f32x4.add(b0, f32x4.mul(xb, w0));
        b1 = f32x4.add(b1, f32x4.mul(xb, w1));
        const xc = v128.load_splat<f32>(at + third);
        c0 = f32x4.add(c0, f32x4.mul(xc, w0));
        c1 = f32x4.add(c1, f32x4.mul(xc, w1));
        const xd = v128.load_splat<f32>(at + fourth);
        d0 = f32x4.add(d0, f32x4.mul(xd, w0));
        d1 = f32x4.add(d1, f32x4.mul(xd, w1));
        at += 4;
        weights += stride;
      }
      let place = out + r * stride + c;
      v128.store(place, a0);
      v128.store(place, a1, 16);
      place += stride;
      v128.store(place, b0);
      v128.store(place, b1, 16);
      place += stride;
      v128.store(place, c0);
      v128.store(place, c1, 16);
      place += stride;
      v128.store(place, d0);
      v128.store(place, d1, 16);
    }
  }
}

/** out = slopes · wᵀ: what the slopes of a layer's outputs say of its inputs. */
export function back(
  slopes: usize,
  w: usize,
  out: usize,
  rows: usize,
  inputs: usize,
  columns: usize,
): void {
  const stride = columns << 2;
  for (let r: usize = 0; r < rows; r++) {
    const row = slopes + r * stride;
    for (let k: usize = 0; k < inputs; k++) {
      const weights = w + k * stride;
      let sum0 = f32x4.splat(0);
      let sum1 = f32x4.splat(0);
      for (let c: usize = 0; c < stride; c += 32) {
        sum0 = f32x4.add(sum0, f32x4.mul(v128.load(row + c), v128.load(weights + c)));
        sum1 = f32x4.add(sum1, f32x4.mul(v128.load(row + c, 16), v128.load(weights + c, 16)));
      }
      const sum = f32x4.add(sum0, sum1);
      const total =
        f32x4.extract_lane(sum, 0) +
        f32x4.extract_lane(sum, 1) +
        (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
      store<f32>(out + ((r * inputs + k) << 2), total);
    }
  }
}

/** Four rows of xᵀ · slopes, those of the inputs from `first` on: the weights' slopes. */
export function weightSlopes(
  x: usize,
  slopes: usize,
  out: usize,
  first: usize,
  rows: usize,
  inputs: usize,
  columns: usize,
): void {
  const xStride = inputs << 2;
  const stride = columns << 2;
  for (let c: usize = 0; c < stride; c += 32) {
    const zero = f32x4.splat(0);
    let a0 = zero,
      a1 = zero,
      b0 = zero,
      b1 = zero;
    let c0 = zero,
      c1 = zero,
      d0 = zero,
      d1 = zero;
    let at = x + (first << 2);
    let slope = slopes + c;
    const end = slope + rows * stride;
    while (slope < end) {
      const s0 = v128.load(slope);
      const s1 = v128.load(slope, 16);
      const xa = v128.load_splat<f32>(at);
      a0 = f32x4.add(a0, f32x4.mul(xa, s0));
      a1 = f32x4.add(a1, f32x4.mul(xa, s1));
      const xb = v128.load_splat<f32>(at, 4);
      b0 = f32x4.add(b0, f32x4.mul(xb, s0));
      b1 = f32x4.add(b1, f32x4.mul(xb, s1));
      const xc = v128.load_splat<f32>(at, 8);
      c0 = f32x4.add(c0, f32x4.mul(xc, s0));
      c1 = f32x4.add(c1, f32x4.mul(xc, s1));
      const xd = v128.load_splat<f32>(at, 12);
      d0 = f32x4.add(d0, f32x4.mul(xd, s0));
      d1 = f32x4.add(d1, f32x4.mul(xd, s1));
      at += xStride;
      slope += stride;
    }
    let place = out + c;
    v128.store(place, a0);
    v128.store(place, a1, 16);
    place += stride;
    v128.store(place, b0);
    v128.store(place, b1, 16);
    place += stride;
    v128.store(place, c0);
    v128.store(place, c1, 16);
    place += stride;
    v128.store(place, d0);
    v128.store(place, d1, 16);
  }
}

/** The sum of each column: the biases' slopes. */
export function columnSums(slopes: usize, out: usize, rows: usize, columns: usize): void {
  const stride = columns << 2;
  for (let c: usize = 0; c < stride; c += 16) {
    let sum = f32x4.splat(0);
    for (let r: usize = 0; r < rows; r++) sum = f32x4.add(sum, v128.load(slopes + r * stride + c));
    v128.store(out + c, sum);
  }
}
