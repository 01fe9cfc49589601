/** What other libraries call an option, in small letters, and what it is called here. */
export type OtherNames = Readonly<Record<string, string>>;

/**
 * Stops at the first option that does not exist, with the nearest one that does: it would be
 * ignored without a word. `known` has a key for each option; the compiler keeps it whole.
 */
export function checkOptions<Options extends object>(
  owner: string,
  given: Options,
  known: Readonly<Record<keyof Options, true>>,
  others: OtherNames = {},
): void {
  const names = Object.keys(known);
  mustBeObject(`the options of ${owner}`, given, `{ ${names[0]}: … }`);
  const unknown = Object.keys(given).find((key) => !names.includes(key));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names, others);
  throw new Error(
    `${owner} has no option ${unknown}` +
      (meant ? `; ${meant} is probably meant.` : `. There are: ${names.join(', ')}.`),
  );
}

/** Stops unless an object of options was given; `what` begins the sentence. */
export function mustBeObject(what: string, given: unknown, example: string): void {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return;
  throw new Error(`${what} must be an object, such as ${example}.`);
}

function nearest(unknown: string, names: readonly string[], others: OtherNames) {
  const plain = unknown.toLowerCase().replace(/[^a-z]/g, '');
  const elsewhere = others[plain];
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
