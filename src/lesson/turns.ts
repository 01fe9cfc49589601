import { neuralNetworkNotes } from './turns/01';
import { fashionFromCsv } from './turns/02';
import { networkAndTensorflow } from './turns/03';
import { fashionLab } from './turns/04';
import { kerasAndParts } from './turns/05';
import { fashionProgram } from './turns/06';
import { rulesToWeights } from './turns/07';
import { fashionFromFiles } from './turns/08';
import { goingOn } from './turns/09';
import { loadAndPredict } from './turns/10';
import { digitLesson } from './turns/11';
import { digitActivity } from './turns/12';
import { digitLogistic } from './turns/17';
import { kerasLesson } from './turns/19';
import { kerasActivity } from './turns/20';
import { appendix } from './turns/22';
import type { Turns } from './turns/turn';

/** All turns of the course. */
export const turns: Turns = {
  ...neuralNetworkNotes,
  ...fashionFromCsv,
  ...networkAndTensorflow,
  ...fashionLab,
  ...kerasAndParts,
  ...fashionProgram,
  ...rulesToWeights,
  ...fashionFromFiles,
  ...goingOn,
  ...loadAndPredict,
  ...digitLesson,
  ...digitActivity,
  ...digitLogistic,
  ...kerasLesson,
  ...kerasActivity,
  ...appendix,
};
