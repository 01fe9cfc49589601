import { checkOptions } from '../checks/option-names';
import type * as tf from '@tensorflow/tfjs-node';
import { checkOutput, readGoals } from './losses-and-metrics';
import { asConfig, isConfig, type Config } from './fields';
import { CONFIG, LARGEST_FILE, LARGEST_JSON, LARGEST_WEIGHTS, NOTES, WEIGHTS } from './format';
import { placeToOpen } from './model-place';
import { outputActivation } from '../tfjs/output-activation';
import { readHdf5, type Arrays } from './hdf5';
import { readNotes } from './notes';
import { buildModel } from './read-model';
import { readOptimizer } from './read-optimizer';
import { readFileBytes, sizeOfFile } from '../platform';
import { ownOptimizer } from '../tfjs/optimizer-state';
import { openZip, type Archive } from './zip';

/** What `loadModel` may be told. */
export interface LoadOptions {
  /** False leaves loss and optimizer out, for a model that is to predict, not to learn. */
  readonly compile?: boolean;
}

const OPTIONS: Readonly<Record<keyof LoadOptions, true>> = { compile: true };

/**
 * Opens a `.keras` file, whether nnlab or Python's Keras 3 wrote it. The model predicts as it
 * did when it was saved, and `train` goes on where it stopped. A mere name is looked for in the
 * folder `models/`, then beside the notebook.
 * @example
 * ```ts
 * import { dense128, loadModel, modelSummary, saveModel, show } from 'nnlab';
 * await saveModel(dense128(), 'example.keras');
 * const model = await loadModel('example.keras');
 * show(modelSummary(model));
 * ```
 */
export async function loadModel(path: string, options: LoadOptions = {}): Promise<tf.LayersModel> {
  checkOptions('loadModel', options, OPTIONS);
  const { compile = true } = options;
  try {
    const archive = openZip(fileBytes(placeToOpen(path)));
    const config = jsonIn(archive, CONFIG);
    const arrays = await weightsIn(archive);
    const model = buildModel(config, arrays);
    try {
      if (archive.has(NOTES)) readNotes(model, jsonIn(archive, NOTES));
      const compiled = asConfig(config)['compile_config'];
      if (compile && isConfig(compiled)) {
        await compileAs(model, compiled, arrays, archive.has(NOTES));
      }
    } catch (error) {
      model.dispose();
      throw error;
    }
    return model;
  } catch (error) {
    throw new Error(`${path} cannot be opened: ${withoutStop((error as Error).message)}.`);
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function fileBytes(path: string): Uint8Array {
  try {
    const size = sizeOfFile(path);
    if (size > LARGEST_FILE) throw new Error(`is too large for a model, with ${size} bytes`);
    return readFileBytes(path);
  } catch (error) {
    throw new Error(`it ${(error as Error).message}`);
  }
}

function jsonIn(archive: Archive, name: string): unknown {
  const bytes = archive.read(name, LARGEST_JSON);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new Error(`its "${name}" is not JSON`);
  }
}

async function weightsIn(archive: Archive): Promise<Arrays> {
  const bytes = archive.read(WEIGHTS, LARGEST_WEIGHTS);
  try {
    return await readHdf5(bytes);
  } catch (error) {
    throw new Error(`its weights cannot be read: ${(error as Error).message}`);
  }
}

async function compileAs(
  model: tf.LayersModel,
  compiled: Config,
  arrays: Arrays,
  isOurs: boolean,
): Promise<void> {
  try {
    const { loss, metrics } = readGoals(compiled, model.outputs[0]?.shape.at(-1) ?? 0);
    if (!isOurs) checkOutput(loss, outputActivation(model));
    const optimizer = await readOptimizer(compiled['optimizer'], arrays, model);
    model.compile({ loss, metrics: [...metrics], optimizer });
    // Made here for this model alone, so it goes when the model goes.
    ownOptimizer(model);
  } catch (error) {
    throw new Error(
      `it was compiled with what nnlab does not know: ${withoutStop((error as Error).message)}. ` +
        'To predict with it all the same, load it with { compile: false }',
    );
  }
}
