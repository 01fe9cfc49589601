// What the training graph uses of TensorFlow.js beyond its public list, all in one place.
import * as tf from '@tensorflow/tfjs-node';
import type {
  TensorMetadata,
  TFEOpAttr,
  TFJSBinding,
} from '@tensorflow/tfjs-node/dist/tfjs_binding';

export type { TensorMetadata, TFEOpAttr as NativeAttribute };

/** The number under which TensorFlow's native part knows a tensor. */
export type TensorId = number;

/** tfjs's bridge to TensorFlow: it turns every tensor operation into a native call. */
export interface Backend {
  binding: TFJSBinding;
  getInputTensorIds(tensors: readonly tf.TensorInfo[]): TensorId[];
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
  executeSingleOutput(op: string, attributes: TFEOpAttr[], inputs: tf.TensorInfo[]): tf.Tensor;
  executeMultipleOutputs(
    op: string,
    attributes: TFEOpAttr[],
    inputs: tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
  readSync(dataId: object): Float32Array | Int32Array | Uint8Array;
  /** What TensorFlow has of each tensor: its number, and the shape in which it was made. */
  readonly tensorMap: { get(dataId: object): { id: TensorId; readonly shape: readonly number[] } };
}

/** Whether TensorFlow itself computes here; in a browser it is WebAssembly. */
export function hasNativeKernels(): boolean {
  return 'binding' in tf.backend();
}

export function backend(): Backend {
  return tf.backend() as unknown as Backend;
}

/** TensorFlow's numbers for the types of tensors. */
export const FLOAT = 1;
export const INT = 3;
export const BYTE = 4;
export const BOOL = 10;
export const RESOURCE = 20;

/** Calls a TensorFlow kernel for which tfjs has no function. */
export function callKernel(
  op: string,
  attributes: TFEOpAttr[],
  inputs: tf.Tensor[],
  outputs = 1,
): tf.Tensor[] {
  return backend().executeMultipleOutputs(op, attributes, inputs, outputs);
}

export function typeSetting(name: string, value: number): TFEOpAttr {
  return { name, type: backend().binding.TF_ATTR_TYPE, value };
}

export function floatSetting(name: string, value: number): TFEOpAttr {
  return { name, type: backend().binding.TF_ATTR_FLOAT, value };
}

export function booleanSetting(name: string, value: boolean): TFEOpAttr {
  return { name, type: backend().binding.TF_ATTR_BOOL, value };
}

export function textSetting(name: string, value: string): TFEOpAttr {
  return { name, type: backend().binding.TF_ATTR_STRING, value };
}

export function shapeSetting(name: string, value: number[]): TFEOpAttr {
  return { name, type: backend().binding.TF_ATTR_SHAPE, value };
}

export function idOf(tensor: tf.TensorInfo): TensorId {
  const [id] = backend().getInputTensorIds([tensor]);
  if (id === undefined) throw new Error('A tensor has no native counterpart.');
  return id;
}

export type LossFunction = (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;

export interface InnerLayer {
  readonly name: string;
  activation?: { getClassName(): string };
  getClassName(): string;
}

let identity: InnerLayer['activation'] | undefined;

/** What a layer applies that leaves its numbers as they are. */
export function linearActivation(): NonNullable<InnerLayer['activation']> {
  // Made once: each layer made without a name moves the names of all that are made after it.
  const layer = () => tf.layers.activation({ activation: 'linear', name: 'linear' });
  return (identity ??= (layer() as unknown as Required<InnerLayer>).activation);
}

/** The parts of a compiled model that `fit` itself works with. */
export interface InnerModel {
  readonly loss: unknown;
  readonly layers: readonly InnerLayer[];
  readonly inputs: readonly unknown[];
  readonly outputs: readonly unknown[];
  readonly optimizer: tf.Optimizer;
  readonly collectedTrainableWeights: readonly { read(): tf.Variable }[];
  lossFunctions: LossFunction[];
  /** One training step on a batch: forward, backward, and the optimizer's change. */
  makeTrainFunction(): (batch: readonly tf.Tensor[]) => tf.Tensor[];
  /** What `fit` checks before it begins; throws where inputs, labels and loss do not fit. */
  standardizeUserDataXY(x: tf.Tensor, y: tf.Tensor, checkBatchAxis: boolean): unknown;
}

/** A Sequential only wraps the model that does the work. */
export function innerModel(model: tf.LayersModel): InnerModel {
  return ((model as { model?: tf.LayersModel }).model ?? model) as unknown as InnerModel;
}

/** All variables there are: weights, running means, what optimizers have gathered. */
export function allVariables(): tf.Variable[] {
  return Object.values(variablesByName());
}

/** The same by their names, under which optimizers are given gradients. */
export function variablesByName(): Readonly<Record<string, tf.Variable>> {
  return tf.engine().registeredVariables;
}
