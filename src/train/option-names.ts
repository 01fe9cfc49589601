import { checkOptions, mustBeObject } from '../checks/option-names';
import type { TrainCallbacks, TrainOptions } from './options';

/** All names there are; the compiler keeps the lists whole. */
const OPTIONS: Readonly<Record<keyof TrainOptions, true>> = {
  epochs: true,
  batchSize: true,
  validation: true,
  initialEpoch: true,
  shuffle: true,
  earlyStopping: true,
  callbacks: true,
  liveChart: true,
  silent: true,
};
const CALLBACKS: Readonly<Record<keyof TrainCallbacks, true>> = {
  onEpochBegin: true,
  onEpochEnd: true,
};
const EARLY_STOPPING = { patience: true } as const;

/** What other libraries call the same. */
const ELSEWHERE: Readonly<Record<string, keyof TrainOptions>> = {
  validationsplit: 'validation',
  validationdata: 'validation',
  verbose: 'silent',
  nepochs: 'epochs',
  earlystop: 'earlyStopping',
};

/** Stops at the first option that does not exist: it would be ignored without a word. */
export function checkNames(options: TrainOptions): void {
  check('options', options, '{ epochs: 20 }', OPTIONS);
  const { callbacks, earlyStopping } = options;
  if (callbacks !== undefined) {
    check('callbacks', callbacks, '{ onEpochEnd: (epoch, rows) => … }', CALLBACKS);
  }
  if (earlyStopping !== undefined) {
    check('earlyStopping', earlyStopping, '{ patience: 3 }', EARLY_STOPPING);
  }
}

function check<Options extends object>(
  name: string,
  given: Options,
  example: string,
  known: Readonly<Record<keyof Options, true>>,
): void {
  mustBeObject(`${name} of train`, given, example);
  checkOptions(name === 'options' ? 'train' : `${name} of train`, given, known, ELSEWHERE);
}
