/** A JSON object of Keras or a config of tfjs. */
export type Config = Readonly<Record<string, unknown>>;

/**
 * One setting of a layer on both sides. `read` turns what Keras wrote into what tfjs takes,
 * `write` the other way round; both throw a reason that ends the sentence "its units …".
 */
export interface Field {
  /** tfjs's name, where it is not Keras' in camel case. */
  readonly tfjsName?: string;
  read(value: unknown): unknown;
  write(value: unknown): unknown;
}

export type Fields = Readonly<Record<string, Field>>;

export function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON object, or an empty one in its place. */
export function asConfig(value: unknown): Config {
  return isConfig(value) ? value : {};
}

/** A value as it would stand in JSON, short enough for an error. */
export function shown(value: unknown): string {
  return short(jsonText(value));
}

/** The beginning of a text that may be of any length. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'missing';
  } catch {
    return 'nested too deeply';
  }
}

function same(wanted: string, fits: (value: unknown) => boolean): Field {
  const check = (value: unknown) => {
    if (!fits(value)) throw new Error(`should be ${wanted}, but is ${shown(value)}`);
    return value;
  };
  return { read: check, write: check };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isSize = (value: unknown) => isWhole(value) && value >= 1;

export const flag = same('true or false', (value) => typeof value === 'boolean');
export const number = same('a number', (value) => Number.isFinite(value));
export const notNegative = same(
  'a number from 0',
  (value) => Number.isFinite(value) && Number(value) >= 0,
);
export const whole = same('a whole number', isWhole);
export const size = same('a whole number from 1', isSize);
export const sizePair = same(
  'two whole numbers from 1',
  (value) => Array.isArray(value) && value.length === 2 && value.every(isSize),
);
export const sizes = same(
  'a list of whole numbers',
  (value) => Array.isArray(value) && value.every(isWhole),
);

/** A setting that may be left out. */
export function optional(field: Field): Field {
  const unlessMissing = (change: (value: unknown) => unknown) => (value: unknown) =>
    value === null || value === undefined ? null : change(value);
  return { ...field, read: unlessMissing(field.read), write: unlessMissing(field.write) };
}

/** A setting with another name in tfjs. */
export function called(tfjsName: string, field: Field): Field {
  return { ...field, tfjsName };
}

/** A choice of words; the keys are Keras', the values tfjs's. */
export function choice(words: Readonly<Record<string, string>>): Field {
  const back = Object.fromEntries(Object.entries(words).map(([keras, tfjs]) => [tfjs, keras]));
  return {
    read: (value) => lookUp(words, value, 'TensorFlow.js'),
    write: (value) => lookUp(back, value, 'Keras'),
  };
}

function lookUp(words: Readonly<Record<string, string>>, value: unknown, side: string): string {
  const word = typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined;
  if (word !== undefined) return word;
  const known = Object.keys(words).join(', ');
  throw new Error(`is ${shown(value)}, which ${side} does not have; it can be ${known}`);
}

/** A setting only one side has, which both can do without as long as it is off. */
export function mustBe(...allowed: readonly unknown[]): Field {
  const check = (value: unknown) => {
    if (value === null || value === undefined || value === false) return undefined;
    if (allowed.some((one) => jsonText(one) === jsonText(value))) return undefined;
    throw new Error(`is ${shown(value)}, which is known to one of Keras and TensorFlow.js alone`);
  };
  return { read: check, write: check };
}

/** A setting that does not matter once the model exists. */
export const ignored: Field = { read: () => undefined, write: () => undefined };

/** Keras' settings as tfjs's. A setting that is not in the table must be off. */
export function readFields(fields: Fields, keras: Config): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(fields), ...Object.keys(keras)])) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = about(name, () => (field ?? mustBe()).read(keras[name]));
    if (field && value !== undefined) result[field.tfjsName ?? camelCase(name)] = value;
  }
  return result;
}

/** tfjs's settings as Keras'. */
export function writeFields(fields: Fields, tfjs: Config): Record<string, unknown> {
  const left = new Map(Object.entries(tfjs));
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const tfjsName = field.tfjsName ?? camelCase(name);
    const value = about(tfjsName, () => field.write(left.get(tfjsName)));
    if (value !== undefined) result[name] = value;
    left.delete(tfjsName);
  }
  for (const [name, value] of left) about(name, () => mustBe().write(value));
  return result;
}

/** Lets an error begin with the setting it is about. */
function about<T>(name: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw new Error(`its ${name} ${(error as Error).message}`);
  }
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
