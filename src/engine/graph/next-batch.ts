import { attribute } from './attributes';
import { BYTE, FLOAT, INT } from '../../tfjs/internals';
import type { GraphWriter, Node } from './graph-writer';
import type { Loop } from './loop';

/** The images and labels of one turn of the loop. */
export interface NextBatch {
  readonly images: Node;
  readonly labels: Node;
}

/**
 * Gathers what is next in the order, from all images and labels. Images are floats; or bytes, which become
 * floats here.
 */
export function nextBatch(
  graph: GraphWriter,
  loop: Loop,
  batchSize: number,
  asBytes: boolean,
): NextBatch {
  const places = placesOfTurn(graph, loop, batchSize);
  const gathered = (all: Node, type: number) =>
    graph.add('GatherV2', [loop.constant(all, type), places, loop.whole(0)], {
      Tparams: attribute.type(type),
      Tindices: attribute.type(INT),
      Taxis: attribute.type(INT),
      batch_dims: attribute.whole(0),
    });
  return {
    images: asBytes ? floats(graph, loop, gathered('images', BYTE)) : gathered('images', FLOAT),
    labels: gathered('labels', FLOAT),
  };
}

/** The part of the order that belongs to this turn. */
function placesOfTurn(graph: GraphWriter, loop: Loop, batchSize: number): Node {
  const turn = graph.binary('Sub', loop.counter.now, loop.constant('first', INT), INT);
  const rows = graph.binary('Mul', turn, loop.whole(batchSize), INT);
  const row = graph.binary('AddV2', rows, loop.constant('row', INT), INT);
  const begin = graph.add('Reshape', [row, loop.wholes([1])], {
    T: attribute.type(INT),
    Tshape: attribute.type(INT),
  });
  const parts = [loop.constant('order', INT), begin, loop.wholes([batchSize])];
  return graph.add('Slice', parts, { T: attribute.type(INT), Index: attribute.type(INT) });
}

/** The divisor comes from outside: of a constant, TensorFlow would take the reciprocal, and round twice. */
function floats(graph: GraphWriter, loop: Loop, bytes: Node): Node {
  const types = { SrcT: attribute.type(BYTE), DstT: attribute.type(FLOAT) };
  const cast = graph.add('Cast', [bytes], types);
  return graph.binary('RealDiv', cast, loop.constant('divisor', FLOAT), FLOAT);
}
