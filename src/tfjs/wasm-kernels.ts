import * as tf from '@tensorflow/tfjs-node';
import { divided } from './divided';
import { wasmBackend } from './wasm-backend';
import { bytesBehind, packedInfo, release, unpack, type Packed } from './wasm-packed';

type Call = Parameters<tf.KernelFunc>[0];
type Attributes = NonNullable<Call['attrs']>;

/** What a kernel makes of a tensor of bytes; undefined where it needs floats. */
type OnBytes = (
  x: tf.TensorInfo,
  packed: Packed,
  attributes: Attributes,
  indices: tf.TensorInfo | undefined,
) => tf.TensorInfo | undefined;

/** Lets every kernel have floats of the tensors it asks for, but those that do with bytes. */
export function computeOnBytes(): void {
  for (const kernel of tf.getKernelsForBackend('wasm')) {
    const onBytes = ON_BYTES[kernel.kernelName];
    tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel({
      ...kernel,
      kernelFunc: (call) => {
        const done = onBytes && doneOnBytes(onBytes, call);
        if (done) return done;
        for (const tensor of Object.values(call.inputs)) if (tensor) unpack(tensor);
        return kernel.kernelFunc(call);
      },
    });
  }
  readAndDisposeOfBytes();
}

function doneOnBytes(onBytes: OnBytes, { inputs, attrs = {} }: Call): tf.TensorInfo | undefined {
  const { x, indices } = inputs;
  const packed = x && bytesBehind(x);
  return packed && onBytes(x, packed, attrs, indices);
}

function readAndDisposeOfBytes(): void {
  const backend = wasmBackend();
  const { readSync, disposeData } = backend;
  backend.readSync = (dataId, start, end) => {
    const packed = bytesBehind({ dataId } as tf.TensorInfo);
    if (!packed) return readSync.call(backend, dataId, start, end);
    return divided(packed.bytes.subarray(start ?? 0, end ?? undefined), packed.divisor);
  };
  backend.disposeData = (dataId, force = false) => {
    const packed = bytesBehind({ dataId } as tf.TensorInfo);
    if (!packed) return disposeData.call(backend, dataId, force);
    return release(dataId, packed, force);
  };
}

const ON_BYTES: Readonly<Record<string, OnBytes>> = {
  [tf.Identity]: (x) => again(x, x.shape),
  [tf.Cast]: (x, _, { dtype }) => (dtype === x.dtype ? again(x, x.shape) : undefined),
  [tf.Reshape]: (x, _, { shape }) =>
    again(x, tf.util.inferFromImplicitShape(shape as number[], tf.util.sizeFromShape(x.shape))),
  [tf.Slice]: sliced,
  [tf.GatherV2]: gathered,
  [tf.Max]: (x, packed, { reductionIndices, keepDims }) =>
    isOfAll(x, reductionIndices)
      ? oneByte(x, packed, valuesIn(packed).lastIndexOf(1), keepDims)
      : undefined,
  [tf.Min]: (x, packed, { axis, keepDims }) =>
    isOfAll(x, axis) ? oneByte(x, packed, valuesIn(packed).indexOf(1), keepDims) : undefined,
};

/** The same bytes once more, in a shape of as many. */
function again({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo {
  wasmBackend().incRef(dataId);
  return { dataId, shape, dtype };
}

/** Whole rows, which lie one after the other. */
function sliced(x: tf.TensorInfo, { bytes, divisor }: Packed, attributes: Attributes) {
  const { parseSliceParams, isSliceContinous, computeFlatOffset } = tf.slice_util;
  const wanted = [attributes['begin'], attributes['size']] as [number[], number[]];
  const [begin = [], size = []] = parseSliceParams(x, ...wanted);
  if (!isSliceContinous(x.shape, begin, size)) return undefined;
  const start = computeFlatOffset(begin, tf.util.computeStrides(x.shape));
  return packedInfo(bytes.subarray(start, start + tf.util.sizeFromShape(size)), size, divisor);
}

function gathered(
  x: tf.TensorInfo,
  { bytes, divisor }: Packed,
  { axis, batchDims }: Attributes,
  indices?: tf.TensorInfo,
) {
  const [count = 0, ...rest] = x.shape;
  if (!indices || axis !== 0 || batchDims !== 0) return undefined;
  const rows = wasmBackend().readSync(indices.dataId);
  // The kernel itself says what is wrong with them.
  if (rows.some((row) => !(row >= 0 && row < count))) return undefined;
  const size = tf.util.sizeFromShape(rest);
  const picked = new Uint8Array(rows.length * size);
  rows.forEach((row, i) => picked.set(bytes.subarray(row * size, (row + 1) * size), i * size));
  return packedInfo(picked, [...indices.shape, ...rest], divisor);
}

/** Whether a kernel looks for one number among all, and there are some. */
function isOfAll({ shape }: tf.TensorInfo, axes: unknown): boolean {
  const { parseAxisParam, sizeFromShape } = tf.util;
  return (
    sizeFromShape(shape) > 0 && parseAxisParam(axes as number[], shape).length === shape.length
  );
}

/** A 1 for each of the 256 values that occurs: quicker than comparing 42 million. */
function valuesIn({ bytes }: Packed): Uint8Array {
  const seen = new Uint8Array(256);
  for (let i = 0; i < bytes.length; i++) seen[bytes[i] ?? 0] = 1;
  return seen;
}

function oneByte({ shape }: tf.TensorInfo, { divisor }: Packed, byte: number, keepDims: unknown) {
  return packedInfo(Uint8Array.of(byte), keepDims === true ? shape.map(() => 1) : [], divisor);
}
