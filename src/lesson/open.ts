import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { forgetStops } from '../kernel/stop';
import { setSeed } from '../random/random';
import { lessonMode } from './mode';

/** Opens a lesson: fixes the seed, so that numbers repeat, and says what it runs on. */
export function openLesson({ seed }: { seed: number }): void {
  setSeed(seed);
  forgetStops();
  console.log(versions().join(' · '));
  console.log(`seed ${seed}`);
  if (lessonMode() === 'quick') {
    console.log('Quick mode (NNLAB_QUICK=1): less training, so figures differ from the text.');
  }
}

/** The versions that decide what a lesson prints. */
export function versions(): string[] {
  const native = (tf.backend() as unknown as { binding: { TF_Version: string } }).binding;
  return [
    `nnlab ${versionOf('nnlab')}`,
    `Node ${process.versions.node}`,
    `TensorFlow.js ${tf.version['tfjs-node']} on TensorFlow ${native.TF_Version}`,
    `Polars ${versionOf('nodejs-polars')}`,
    `Vega-Lite ${versionOf('vega-lite')}`,
  ];
}

/** Read from the package's own file, since loading the package for its number would take long. */
function versionOf(name: string): string {
  const root = join(__dirname, '..', '..');
  const places =
    name === 'nnlab'
      ? [root]
      : (require.resolve.paths(name) ?? []).map((place) => join(place, name));
  for (const place of places) {
    try {
      const text = readFileSync(join(place, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return 'missing';
}
