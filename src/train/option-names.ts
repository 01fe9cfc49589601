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
const EARLY_STOPPING = { patience: true };

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
  checkObject('options', options, '{ epochs: 20 }', OPTIONS);
  const { callbacks, earlyStopping } = options;
  if (callbacks !== undefined) {
    checkObject('callbacks', callbacks, '{ onEpochEnd: (epoch, rows) => … }', CALLBACKS);
  }
  if (earlyStopping !== undefined) {
    checkObject('earlyStopping', earlyStopping, '{ patience: 3 }', EARLY_STOPPING);
  }
}

function checkObject(name: string, given: unknown, example: string, known: object): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Error(`${name} of train must be an object, such as ${example}.`);
  }
  const names = Object.keys(known);
  const unknown = Object.keys(given).find((key) => !names.includes(key));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  const place = name === 'options' ? 'train has' : `${name} of train has`;
  throw new Error(
    `${place} no option ${unknown}` +
      (meant ? `; ${meant} is probably meant.` : `. There are: ${names.join(', ')}.`),
  );
}

function nearest(unknown: string, names: readonly string[]): string | undefined {
  const plain = unknown.toLowerCase().replace(/[^a-z]/g, '');
  const elsewhere = ELSEWHERE[plain];
  if (elsewhere && names.includes(elsewhere)) return elsewhere;
  return names.find((name) => isNear(plain, name.toLowerCase()));
}

/** Equal but for one letter too many, too few, wrong, or two in each other's place. */
function isNear(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  const swapped = a.slice(0, 2) === [b[1], b[0]].join('') && a.slice(2) === b.slice(2);
  return a === b.slice(1) || a.slice(1) === b || a.slice(1) === b.slice(1) || swapped;
}
