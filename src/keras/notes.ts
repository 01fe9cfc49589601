import type * as tf from '@tensorflow/tfjs-node';

import { historyOf, keepHistory, type HistoryRow } from '../results/history';
import { keepImagesLearned, imagesLearnedBy } from '../results/images-learned';
import { keepScaling, scalingOf, type OtherRange, type Scaling } from '../results/scaling';
import { asConfig, short } from './fields';

/** What a model file says besides what Keras keeps; each part may be missing. */
export interface ModelNotes {
  /** What the outputs 0, 1, 2 ... stand for. */
  readonly classNames?: readonly string[];
  /** How grey values were scaled before they went into the network. */
  readonly scaling?: Scaling;
  /** From how many images the model has learned in each epoch; `train` counts them. */
  readonly images?: number;
}

const SCALINGS: readonly Scaling[] = ['divide by 255', 'none'];

/** Longer ones fit beside no bar and into no table. */
const LONGEST_CLASS_NAME = 100;

const known = new WeakMap<tf.LayersModel, ModelNotes>();

/**
 * The class names a model was saved with, how many images it learned from, and how they were scaled.
 * @example
 * ```ts
 * import { dense128, fashionClassNames, loadModel, notesOf, saveModel } from 'nnlab';
 * await saveModel(dense128(), 'example.keras', { classNames: fashionClassNames });
 * console.log(notesOf(await loadModel('example.keras')).classNames);
 * ```
 */
export function notesOf(model: tf.LayersModel): ModelNotes {
  const scaling = scalingOf(model);
  const images = imagesLearnedBy(model);
  return {
    ...known.get(model),
    ...(typeof scaling === 'string' && { scaling }),
    ...(images !== undefined && { images }),
  };
}

/** The notes for the file: those given now, else those it was loaded with; and the history. */
export function writeNotes(model: tf.LayersModel, given: ModelNotes): string {
  const notes = { ...notesOf(model), ...given };
  checkNotes(notes, model);
  keepNotes(model, notes);
  return JSON.stringify({ ...notes, scaling: scalingOf(model), history: historyOf(model) });
}

/** Gives a loaded model its notes and history back. */
export function readNotes(model: tf.LayersModel, json: unknown): void {
  const { classNames, scaling, images, history = [] } = asConfig(json);
  const range = rangeIn(scaling);
  const notes = {
    ...(classNames === undefined ? {} : { classNames: classNames as string[] }),
    ...(scaling === undefined || range ? {} : { scaling: scaling as Scaling }),
    ...(images === undefined ? {} : { images: images as number }),
  };
  checkNotes(notes, model);
  if (!Array.isArray(history)) throw new Error('its history is not a list');
  keepHistory(model, (history as unknown[]).map(historyRow));
  keepNotes(model, notes);
  if (range) keepScaling(model, range);
}

/** Numbers that were no grey values are kept by how far they go. */
function rangeIn(scaling: unknown): OtherRange | undefined {
  const { from, to } = asConfig(scaling);
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined;
}

function keepNotes(model: tf.LayersModel, notes: ModelNotes): void {
  known.set(model, notes);
  if (notes.scaling) keepScaling(model, notes.scaling);
  if (notes.images !== undefined) keepImagesLearned(model, notes.images);
}

function checkNotes({ classNames, scaling, images }: ModelNotes, model: tf.LayersModel): void {
  if (images !== undefined && !(Number.isSafeInteger(images) && images > 0)) {
    throw new Error('its number of images is not a whole number from 1');
  }
  if (scaling !== undefined && !SCALINGS.includes(scaling)) {
    throw new Error(`its scaling should be "${SCALINGS.join('" or "')}"`);
  }
  if (classNames === undefined) return;
  if (!Array.isArray(classNames) || !classNames.every((name) => typeof name === 'string')) {
    throw new Error('its class names are not a list of texts');
  }
  const long = classNames.find((name) => name.length > LONGEST_CLASS_NAME);
  if (long !== undefined) {
    throw new Error(
      `its class name "${short(long)}" has ${long.length} characters, more than ${LONGEST_CLASS_NAME}`,
    );
  }
  const outputs = model.outputs[0]?.shape.at(-1);
  if (classNames.length !== outputs) {
    throw new Error(
      `it has ${classNames.length} class names, but ${outputs ?? 'no fixed number of'} outputs`,
    );
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
