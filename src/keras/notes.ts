import type * as tf from '@tensorflow/tfjs-node';
import type { Scaling } from '../data/tensors';
import { historyOf, keepHistory, type HistoryRow } from '../results/history';
import { asConfig } from './fields';

/** What a model file says besides what Keras keeps; each part may be missing. */
export interface ModelNotes {
  /** What the outputs 0, 1, 2 ... stand for. */
  readonly classNames?: readonly string[];
  /** How grey values were scaled before they went into the network. */
  readonly scaling?: Scaling;
}

const SCALINGS: readonly Scaling[] = ['divide by 255', 'none'];

const known = new WeakMap<tf.LayersModel, ModelNotes>();

/** The class names and the scaling a model was saved with. */
export function notesOf(model: tf.LayersModel): ModelNotes {
  return known.get(model) ?? {};
}

/** The notes for the file: those given now, else those it was loaded with; and the history. */
export function writeNotes(model: tf.LayersModel, given: ModelNotes): string {
  const notes = { ...notesOf(model), ...given };
  checkNotes(notes, model);
  known.set(model, notes);
  return JSON.stringify({ ...notes, history: historyOf(model) });
}

/** Gives a loaded model its notes and history back. */
export function readNotes(model: tf.LayersModel, json: unknown): void {
  const { classNames, scaling, history = [] } = asConfig(json);
  const notes = {
    ...(classNames === undefined ? {} : { classNames: classNames as string[] }),
    ...(scaling === undefined ? {} : { scaling: scaling as Scaling }),
  };
  checkNotes(notes, model);
  if (!Array.isArray(history)) throw new Error('its history is not a list');
  keepHistory(model, (history as unknown[]).map(historyRow));
  known.set(model, notes);
}

function checkNotes({ classNames, scaling }: ModelNotes, model: tf.LayersModel): void {
  if (scaling !== undefined && !SCALINGS.includes(scaling)) {
    throw new Error(`its scaling should be "${SCALINGS.join('" or "')}"`);
  }
  if (classNames === undefined) return;
  if (!Array.isArray(classNames) || !classNames.every((name) => typeof name === 'string')) {
    throw new Error('its class names are not a list of texts');
  }
  const outputs = model.outputs[0]?.shape.at(-1);
  if (classNames.length !== outputs) {
    throw new Error(`it has ${classNames.length} class names, but ${outputs} outputs`);
  }
}

function historyRow(value: unknown): HistoryRow {
  const { epoch, split, loss, accuracy, metrics } = asConfig(value);
  if (!Number.isSafeInteger(epoch) || (split !== 'train' && split !== 'validation')) {
    throw new Error('its history has a row without epoch or split');
  }
  const figures = { loss: figure(loss), accuracy: figure(accuracy) };
  return {
    epoch: epoch as number,
    split,
    ...figures,
    ...(metrics !== undefined && others(metrics)),
  };
}

function others(metrics: unknown): Pick<HistoryRow, 'metrics'> {
  const named = Object.entries(asConfig(metrics)).map(([name, value]) => [name, figure(value)]);
  return { metrics: Object.fromEntries(named) as Record<string, number> };
}

/** JSON writes null for a figure that is no number, such as an accuracy nobody asked for. */
function figure(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}
