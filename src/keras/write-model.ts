import type * as tf from '@tensorflow/tfjs-node';
import { writeFields, type Config } from './fields';
import { LAYERS } from './layers';
import { kerasObject } from './initializers';

/** The config.json of a model, without its compile information. */
export function modelConfig(model: tf.LayersModel): Config {
  return model.getClassName() === 'Sequential' ? sequential(model) : functional(model);
}

function sequential(model: tf.LayersModel): Config {
  if (model.layers.length === 0) throw new Error('The model has no layers yet; add some first.');
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const [input] = model.inputs;
  const shape = input?.shape ?? [];
  const entries = [inputEntry('input_layer', shape), ...layers.map(layerEntry)];
  return {
    ...kerasObject('keras', 'Sequential', {
      name: model.name,
      trainable: true,
      layers: entries,
      build_input_shape: shape,
    }),
    build_config: { input_shape: shape },
  };
}

function functional(model: tf.LayersModel): Config {
  const config = {
    name: model.name,
    trainable: true,
    layers: model.layers.map(functionalEntry),
    input_layers: model.inputs.map(historyOf),
    output_layers: model.outputs.map(historyOf),
  };
  return {
    ...kerasObject('keras.src.models.functional', 'Functional', config),
    registered_name: 'Functional',
  };
}

function functionalEntry(layer: tf.layers.Layer): Config {
  const isInput = layer.getClassName() === 'InputLayer';
  const { name } = layer;
  if (isInput) return { ...inputEntry(name, layer.batchInputShape), name, inbound_nodes: [] };
  return { ...layerEntry(layer), name, inbound_nodes: [inboundNode(layer)] };
}

function inboundNode(layer: tf.layers.Layer): Config {
  const [node, another] = layer.inboundNodes;
  const tensor = node?.inputTensors[0];
  if (!tensor || another) {
    throw inLayer(layer, 'nnlab saves layers that are used once, with one input');
  }
  const config = { shape: tensor.shape, dtype: 'float32', keras_history: historyOf(tensor) };
  return { args: [{ class_name: '__keras_tensor__', config }], kwargs: {} };
}

function historyOf(tensor: tf.SymbolicTensor): [string, number, number] {
  return [tensor.sourceLayer.name, tensor.nodeIndex, tensor.tensorIndex];
}

function inputEntry(name: string, shape: tf.Shape): Config {
  const config = { batch_shape: shape, dtype: 'float32', sparse: false, name };
  return kerasObject('keras.layers', 'InputLayer', config);
}

function layerEntry(layer: tf.layers.Layer): Config {
  const className = layer.getClassName();
  const fields = LAYERS[className];
  if (!fields) {
    const known = Object.keys(LAYERS).join(', ');
    throw inLayer(layer, `a .keras file of nnlab cannot hold this kind of layer, only ${known}`);
  }
  // The words every layer has; tfjs keeps the input's shape and type in the first layer.
  const { name, trainable, dtype, batchInputShape, ...settings } = layer.getConfig();
  void [dtype, batchInputShape];
  try {
    const written = writeFields(fields, settings);
    return kerasObject('keras.layers', className, {
      name,
      trainable,
      dtype: 'float32',
      ...written,
    });
  } catch (error) {
    throw inLayer(layer, (error as Error).message);
  }
}

function inLayer(layer: tf.layers.Layer, reason: string): Error {
  return new Error(`Layer "${layer.name}" (${layer.getClassName()}) cannot be saved: ${reason}.`);
}
