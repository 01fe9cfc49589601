/** Which function a layer applies to its numbers; the numbers are those of src/engine/wasm. */
const RELU: i32 = 1;
const LEAKY: i32 = 2;
const SIGMOID: i32 = 3;
const TANH: i32 = 4;

/** Applies a function in place; columns beyond `width` become 0. */
export function activate(
  kind: i32,
  alpha: f32,
  values: usize,
  rows: usize,
  width: usize,
  columns: usize,
): void {
  if (kind === RELU || kind === LEAKY)
    return rectify(kind === LEAKY ? alpha : 0, values, rows * columns);
  for (let r: usize = 0; r < rows; r++) {
    const row = values + ((r * columns) << 2);
    for (let c: usize = 0; c < columns; c++) {
      const place = row + (c << 2);
      const value = load<f32>(place);
      store<f32>(place, c >= width ? 0 : kind === TANH ? Mathf.tanh(value) : sigmoid(value));
    }
  }
}

function sigmoid(value: f32): f32 {
  return <f32>1 / (<f32>1 + Mathf.exp(-value));
}

function rectify(alpha: f32, values: usize, count: usize): void {
  const zero = f32x4.splat(0);
  const share = f32x4.splat(alpha);
  for (let i: usize = 0; i < count << 2; i += 16) {
    const value = v128.load(values + i);
    const positive = f32x4.gt(value, zero);
    v128.store(values + i, v128.bitselect(value, f32x4.mul(value, share), positive));
  }
}

/** Multiplies slopes by those of the function, which its own results tell. */
export function activationSlopes(
  kind: i32,
  alpha: f32,
  results: usize,
  slopes: usize,
  count: usize,
): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const share = f32x4.splat(kind === LEAKY ? alpha : 0);
  for (let i: usize = 0; i < count << 2; i += 16) {
    const result = v128.load(results + i);
    let slope: v128;
    if (kind === SIGMOID) slope = f32x4.mul(result, f32x4.sub(one, result));
    else if (kind === TANH) slope = f32x4.sub(one, f32x4.mul(result, result));
    else slope = v128.bitselect(one, share, f32x4.gt(result, zero));
    v128.store(slopes + i, f32x4.mul(v128.load(slopes + i), slope));
  }
}

let right: i32 = 0;

/** How many rows the last `softmaxLoss` found right. */
export function rightRows(): i32 {
  return right;
}

/**
 * Softmax and cross-entropy in one: the sum of the losses, and in place of the scores their slopes,
 * those of the mean loss. Rows beyond `rows` and columns beyond `classes` have none.
 */
export function softmaxLoss(
  scores: usize,
  labels: usize,
  rows: usize,
  allRows: usize,
  classes: usize,
  columns: usize,
): f64 {
  let sum: f64 = 0;
  right = 0;
  for (let r: usize = 0; r < allRows; r++) {
    const row = scores + ((r * columns) << 2);
    if (r >= rows) memory.fill(row, 0, columns << 2);
    else sum += rowLoss(row, load<i32>(labels + (r << 2)), <f32>1 / <f32>rows, classes, columns);
  }
  return sum;
}

function rowLoss(row: usize, label: i32, weight: f32, classes: usize, columns: usize): f64 {
  let largest = load<f32>(row);
  let guess: usize = 0;
  for (let c: usize = 1; c < classes; c++) {
    const score = load<f32>(row + (c << 2));
    // Written so that a score that is no number shows in the loss.
    if (!(score <= largest)) {
      largest = score;
      guess = c;
    }
  }
  if (guess === <usize>label) right++;
  const own = load<f32>(row + ((<usize>label) << 2)) - largest;
  let total: f32 = 0;
  for (let c: usize = 0; c < classes; c++) {
    const power = Mathf.exp(load<f32>(row + (c << 2)) - largest);
    store<f32>(row + (c << 2), power);
    total += power;
  }
  for (let c: usize = 0; c < columns; c++) {
    const truth: f32 = c === <usize>label ? 1 : 0;
    const slope: f32 = c < classes ? (load<f32>(row + (c << 2)) / total - truth) * weight : 0;
    store<f32>(row + (c << 2), slope);
  }
  return <f64>(Mathf.log(total) - own);
}
