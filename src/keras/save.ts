import type * as tf from '@tensorflow/tfjs-node';
import { writeGoals } from './losses-and-metrics';
import type { Config } from './fields';
import { CONFIG, METADATA, NOTES, WEIGHTS } from './format';
import { writeHdf5 } from './hdf5';
import { writeNotes, type ModelNotes } from './notes';
import { replaceFile, shownPath } from '../platform';
import { placeToSave } from './model-place';
import { layerArrays, placesWanted } from './weights';
import { modelConfig } from './write-model';
import { optimizerArrays, optimizerConfig } from './write-optimizer';
import { writeZip } from './zip';

/**
 * Saves a model as a `.keras` file, which Python's Keras 3 opens too: layers, weights, and
 * for a compiled model loss, metrics and optimizer with all it has gathered, so that training
 * can go on. The history of `train` is kept as well, and what the notes say. A mere name goes into
 * the folder `models/`, a path is taken as it stands. Gives the file's place, as a reader knows it.
 * @example
 * ```ts
 * import { dense128, saveModel } from 'nnlab';
 * await saveModel(dense128(), 'example.keras', { scaling: 'divide by 255' });
 * ```
 */
export async function saveModel(
  model: tf.LayersModel,
  path: string,
  notes: ModelNotes = {},
): Promise<string> {
  if (!path.endsWith('.keras')) {
    throw new Error(`Call the file ${path}.keras: Keras opens no model file of another name.`);
  }
  const bytes = await modelFile(model, notes);
  const file = placeToSave(path);
  await replaceFile(file, bytes);
  return shownPath(file);
}

/** The bytes of the file. */
async function modelFile(model: tf.LayersModel, notes: ModelNotes): Promise<Uint8Array> {
  const compiled = isCompiled(model);
  const config = {
    ...modelConfig(model),
    ...(compiled && { compile_config: compileConfig(model) }),
  };
  const arrays = layerArrays(model.layers);
  if (compiled) for (const [path, array] of await optimizerArrays(model)) arrays.set(path, array);
  return writeZip({
    [METADATA]: text(JSON.stringify(metadata())),
    [CONFIG]: text(withPointedRates(JSON.stringify(config))),
    [NOTES]: text(notesFor(model, notes)),
    [WEIGHTS]: await writeHdf5(arrays, placesWanted(model.layers)),
  });
}

function notesFor(model: tf.LayersModel, notes: ModelNotes): string {
  try {
    return writeNotes(model, notes);
  } catch (error) {
    throw new Error(`The notes do not fit the model: ${(error as Error).message}.`);
  }
}

function isCompiled(model: tf.LayersModel): boolean {
  return (model.optimizer as tf.Optimizer | undefined) !== undefined;
}

function compileConfig(model: tf.LayersModel): Config {
  return {
    optimizer: optimizerConfig(model.optimizer),
    ...writeGoals(model),
    loss_weights: null,
    weighted_metrics: null,
    run_eagerly: false,
    steps_per_execution: 1,
    jit_compile: false,
  };
}

/** Keras takes a learning rate of 1.0, but not of 1, and JavaScript writes the one as the other. */
function withPointedRates(json: string): string {
  return json.replace(/("(?:learning_rate|momentum)":-?\d+)(?=[,}])/g, '$1.0');
}

/** The version is the oldest whose form of the file this is. */
function metadata(): Config {
  return { keras_version: '3.0.5', date_saved: new Date().toISOString(), written_by: 'nnlab' };
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
