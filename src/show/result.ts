import * as tf from '@tensorflow/tfjs-node';
import type { Bundle } from '../kernel/kernel';
import { offerForms } from '../kernel/forms';
import { modelSummary } from '../models/summary';
import { bundleOf } from './show';
import { tensorText } from './tensor-text';

/** How the value of a cell's last line is shown: as `show` would, a model by its summary. */
export function resultForms(value: unknown): Bundle | null {
  if (value instanceof tf.Tensor) return text(tensorText(value));
  if (isTensors(value)) return text(value.map(tensorText).join('\n'));
  if (value instanceof tf.LayersModel) return bundleOf(modelSummary(value));
  return bundleOf(value);
}

offerForms(resultForms);

function isTensors(value: unknown): value is tf.Tensor[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof tf.Tensor);
}

function text(words: string): Bundle {
  return { data: { 'text/plain': words }, metadata: {} };
}
