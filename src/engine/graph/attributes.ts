import { bytesOf } from '../../files/bytes';
import { CannotBeRecorded, type Literal } from './record';
import { backend, type NativeAttribute } from '../../tfjs/internals';
import { bytesField, floatField, message, wholeField } from './protobuf';

/** A setting of a graph node, written as TensorFlow's message AttrValue. */
export type Attribute = Uint8Array;

export const attribute = {
  text: (value: string) => bytesField(2, value),
  whole: (value: number) => wholeField(3, value),
  float: (value: number) => floatField(4, value),
  truth: (value: boolean) => wholeField(5, value ? 1 : 0),
  type: (value: number) => wholeField(6, value),
  shape: (value: readonly number[]) => bytesField(7, shapeMessage(value)),
  tensor: (value: Literal) => bytesField(8, tensorMessage(value)),
  wholes: (values: readonly number[]) =>
    bytesField(1, message(...values.map((value) => wholeField(3, value)))),
};

function shapeMessage(shape: readonly number[]): Uint8Array {
  return message(...shape.map((size) => bytesField(2, wholeField(1, size))));
}

function tensorMessage({ dtype, shape, values }: Literal): Uint8Array {
  const content = bytesField(4, bytesOf(values));
  return message(wholeField(1, dtype), bytesField(2, shapeMessage(shape)), content);
}

/** An attribute as tfjs hands it to a kernel, as a graph wants it. */
export function fromNative({ name, type, value }: NativeAttribute): Attribute {
  const kinds = backend().binding;
  if (type === kinds.TF_ATTR_TYPE) return attribute.type(Number(value));
  if (type === kinds.TF_ATTR_BOOL) return attribute.truth(Boolean(value));
  if (type === kinds.TF_ATTR_FLOAT) return attribute.float(Number(value));
  if (type === kinds.TF_ATTR_STRING) return attribute.text(String(value));
  if (type === kinds.TF_ATTR_SHAPE) return attribute.shape(value as number[]);
  if (type === kinds.TF_ATTR_INT) {
    return Array.isArray(value)
      ? attribute.wholes(value as number[])
      : attribute.whole(Number(value));
  }
  throw new CannotBeRecorded(`the setting ${name} has a kind (${type}) that a graph is not given`);
}
