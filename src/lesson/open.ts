import { forgetStops } from '../kernel/stop';
import { inNotebook } from '../kernel/kernel';
import { framesVersion, hostVersion, isOwnKernel, versionOf } from '../platform';
import { setSeed } from '../random/random';
import { tensorflowVersion } from '../tfjs/version';
import { lessonMode } from './mode';

const OTHER_KERNEL =
  'This is not the course’s own kernel: Stop, error messages and speed are those of plain tslab. ' +
  'For the course’s own, type npm start in its folder and open the lesson there.';

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
  if (inNotebook() && !isOwnKernel()) console.log(OTHER_KERNEL);
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
