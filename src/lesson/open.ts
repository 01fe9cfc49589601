import { forgetStops } from '../kernel/stop';
import { framesVersion, hostVersion, versionOf } from '../platform';
import { setSeed } from '../random/random';
import { tensorflowVersion } from '../tfjs/version';
import { lessonMode } from './mode';

/**
 * Opens a lesson: fixes the seed, so that numbers repeat, and says what it runs on.
 * @example
 * ```ts
 * import { openLesson } from 'nnlab';
 * openLesson({ seed: 42 });
 * ```
 */
export function openLesson({ seed }: { seed: number }): void {
  setSeed(seed);
  forgetStops();
  console.log(versions().join(' · '));
  console.log(`seed ${seed}`);
  if (lessonMode() === 'quick') {
    console.log(
      'Quick mode (NNLAB_QUICK=1): long trainings take a quarter of their epochs, so that ' +
        'figures differ from the text.',
    );
  }
}

/** The versions that decide what a lesson prints. */
export function versions(): string[] {
  return [
    `nnlab ${versionOf('nnlab')}`,
    hostVersion(),
    tensorflowVersion(),
    framesVersion(),
    `Vega-Lite ${versionOf('vega-lite')}`,
  ];
}
