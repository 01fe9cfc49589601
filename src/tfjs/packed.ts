// Images are bytes, and a network takes floats, four times as large. So TensorFlow keeps the bytes of a
// tensor and makes floats of them when a kernel asks for numbers; what only picks images needs none.
import * as tf from '@tensorflow/tfjs-node';
import {
  backend,
  BYTE,
  FLOAT,
  idOf,
  typeSetting,
  type Backend,
  type NativeAttribute,
  type TensorId,
} from './internals';
import { bytesBehind } from './wasm-packed';
import { widened } from './widened';

/** By what the bytes of a tensor are divided to be its floats, for each that is still bytes. */
const divisors = new WeakMap<object, number>();

/** Kernels that pick, shape or compare numbers, each with its setting for their type: bytes do as well. */
const AS_BYTES: Readonly<Record<string, string>> = {
  Reshape: 'T',
  Slice: 'T',
  GatherV2: 'Tparams',
  Min: 'T',
  Max: 'T',
};

/** Bytes as a tensor of float32, each divided by `divisor`; TensorFlow keeps the bytes. */
export function packedTensor(
  bytes: Uint8Array,
  shape: [number, number, number],
  divisor: number,
): tf.Tensor3D {
  const { binding } = backend();
  hearKernels();
  const id = binding.createTensor(shape, BYTE, bytes);
  return packed(id, shape, divisor) as tf.Tensor3D;
}

/** Whether a tensor is still bytes. */
export function isPacked(tensor: tf.TensorInfo): boolean {
  return divisors.has(tensor.dataId) || bytesBehind(tensor) !== undefined;
}

/** What a graph is given for a tensor: its floats; or the bytes, and what divides them. */
export function feedsOf(tensor: tf.Tensor): TensorId[] {
  const divisor = divisors.get(tensor.dataId);
  if (divisor === undefined) return [idOf(tensor)];
  return [entryOf(tensor.dataId).id, idOf(tf.scalar(divisor))];
}

function packed(id: TensorId, shape: number[], divisor: number): tf.Tensor {
  const tensor = backend().createOutputTensor({ id, shape, dtype: FLOAT });
  divisors.set(tensor.dataId, divisor);
  return tensor;
}

const entryOf = (dataId: object) => backend().tensorMap.get(dataId);

/** The floats of what is still bytes, as a tensor of its own. */
function floatsOf(dataId: object, divisor: number): TensorId {
  const { id, shape } = entryOf(dataId);
  return widened(id, shape, divisor);
}

/** Makes floats of the bytes, for good: who asks once asks again. */
function unpack(dataId: object): void {
  const divisor = divisors.get(dataId);
  if (divisor === undefined) return;
  const entry = entryOf(dataId);
  const bytes = entry.id;
  entry.id = floatsOf(dataId, divisor);
  divisors.delete(dataId);
  backend().binding.deleteTensor(bytes);
}

/** The numbers for JavaScript, which has no more of TensorFlow's floats once it has its own. */
function valuesOf(dataId: object, divisor: number): Float32Array {
  const { binding } = backend();
  const floats = floatsOf(dataId, divisor);
  try {
    return binding.tensorDataSync(floats) as Float32Array;
  } finally {
    binding.deleteTensor(floats);
  }
}

let hears = false;

/** Lets every kernel have floats of the tensors it asks for, but those that do with bytes. */
function hearKernels(): void {
  if (hears) return;
  hears = true;
  // Not the back end itself: a recording covers its functions there for a while.
  const bridge = Object.getPrototypeOf(backend()) as Backend;
  const { getInputTensorIds, executeSingleOutput, readSync } = bridge;
  bridge.getInputTensorIds = function (tensors) {
    for (const { dataId } of tensors) unpack(dataId);
    return getInputTensorIds.call(this, tensors);
  };
  bridge.executeSingleOutput = function (op, settings, inputs) {
    return fromBytes(op, settings, inputs) ?? executeSingleOutput.call(this, op, settings, inputs);
  };
  bridge.readSync = function (dataId) {
    const divisor = divisors.get(dataId);
    return divisor === undefined ? readSync.call(this, dataId) : valuesOf(dataId, divisor);
  };
}

/** The result of a kernel, from bytes and as bytes, if it is one that does with them. */
function fromBytes(
  op: string,
  settings: NativeAttribute[],
  [first, ...others]: tf.TensorInfo[],
): tf.Tensor | undefined {
  const divisor = first && divisors.get(first.dataId);
  if (!first || divisor === undefined) return undefined;
  const { binding } = backend();
  const typeName = AS_BYTES[op];
  const isToFloat = settings.some(({ name, value }) => name === 'DstT' && value === FLOAT);
  if (typeName === undefined && !isToFloat) return undefined;
  const type = typeSetting(typeName ?? 'T', BYTE);
  const onBytes = [...settings.filter(({ name }) => name !== typeName), type];
  const ids = [entryOf(first.dataId).id, ...backend().getInputTensorIds(others)];
  const [result] = isToFloat
    ? binding.executeOp('Identity', [type], ids, 1)
    : binding.executeOp(op, onBytes, ids, 1);
  return result && packed(result.id, result.shape, divisor);
}
