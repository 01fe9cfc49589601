// What the type checker finds, said for learners: what is wrong and what to type.
'use strict';
const { outsideCourse } = require('./outside.cjs');
const { lossOfName } = require('./lost-names.cjs');
const { homeOf, pythonWord } = require('./names.cjs');

/** @typedef {import('./tslab-inside').Converted['diagnostics'][number]} Mistake */

/** @type {[RegExp, (...found: string[]) => string | undefined][]} the first that fits is told */
const SENTENCES = [
  [
    /Property '.+' does not exist on type '\(.*\) => /s,
    () => 'This function is not called: brackets are missing after its name.',
  ],
  [
    /Property '(.+)' does not exist on type 'Promise<.*>'/s,
    (name) => awaitMissing(`before .${name}`),
  ],
  [/[Tt]ype '(Promise<.*?>)' is not assignable to (?!.*Promise<)/, () => awaitMissing('here')],
  [/[Tt]ype '(Promise<.*?>)' is missing the following/, () => awaitMissing('here')],
  [/[Tt]ype '(Promise<.*?>)' must have a/, () => awaitMissing('here')],
  [/Cannot find name '(.+)'\. Did you mean '(.+)'\?/, (name, meant) => unknownName(name, meant)],
  [/Cannot find name '([^']+)'/, (name) => unknownName(name)],
  [/No value exists in scope for the shorthand property '(.+)'/, (name) => unknownName(name)],
  [
    /'?"(.+?)"'? has no exported member(?: named)? '(.+?)'\.(?: Did you mean '(.+)'\?)?/,
    (module, name, meant) => `${module} has no ${name}${orMeant(meant)}`,
  ],
  [
    /Cannot find module '(.+)' or/,
    (name) =>
      outsideCourse(name) ??
      `There is no package '${name}' here: check its name; the lessons use 'nnlab' and '@tensorflow/tfjs-node'.`,
  ],
  [
    /Object literal may only specify known properties, (?:and|but) '(.+?)' does not exist in type '(.+?)'\.(?: Did you mean to write '(.+)'\?)?/s,
    (name, type, meant) => `There is no option ${name} here${orMeant(meant)} ${wanted(type)}`,
  ],
  [
    /Property '(.+)' does not exist on type '(.+)'\. Did you mean '(.+)'\?/s,
    (name, type, meant) => `${nounOf(type)} has no ${name}${orMeant(meant)}`,
  ],
  [
    /Property '(.+)' does not exist on type '(.+)'\./s,
    (name, type) =>
      `${nounOf(type)} has no ${name}: type the dot and press Tab to see what it has.`,
  ],
  [
    /Expected (.+) arguments?, but got (\d+)/,
    (wanted, given) =>
      `This call wants ${wanted} argument${wanted === '1' ? '' : 's'} and has ${given}: Shift-Tab inside its brackets shows which.`,
  ],
  [
    /Cannot assign to '(.+)' because it is a constant/,
    (name) => `${name} is a const and keeps its value: declare it with let to change it.`,
  ],
  [
    /Cannot redeclare block-scoped variable '(.+)'/,
    (name) =>
      `${name} is declared twice in this cell: take another name, or leave out const or let.`,
  ],
  [
    /This expression is not callable/,
    () => 'This is no function and cannot be called: take the brackets away, or check its name.',
  ],
  [/^Unterminated (string|template) literal/, () => 'A quote is missing: the text does not end.'],
  [
    /^'(.+)' expected\.$/,
    (sign) => `A ${sign} is missing here, or a bracket or quote before it is not closed.`,
  ],
  [
    /^(Expression|Declaration or statement|Identifier|Argument expression) expected/,
    () => 'Something is missing or too much here: check the brackets, commas and quotes before it.',
  ],
  [
    /^';' expected|^Unexpected keyword or identifier/,
    () => 'This is no TypeScript: two words stand side by side; check the spelling of the first.',
  ],
  [
    /Argument of type '(.+)' is not assignable to parameter of type '(.+)'/s,
    (given, wanted) =>
      `This has the type ${kindOf(given)}, but the function wants ${kindOf(wanted)} here: Shift-Tab inside its brackets explains it.`,
  ],
  [
    /^Type '(.+)' is not assignable to type '(.+)'/s,
    (given, wanted) => `This has the type ${kindOf(given)}, but ${kindOf(wanted)} is wanted here.`,
  ],
  [
    /^Type '(.+)' is missing the following properties from type '(.+?)'/s,
    (given, wanted) => `This has the type ${kindOf(given)}, but ${kindOf(wanted)} is wanted here.`,
  ],
  [
    /must have a '\[Symbol\.iterator\]/,
    () => 'This is no list: only lists can be gone through with for … of or spread with ….',
  ],
];

/**
 * The mistake to show first, with what it means, then the type checker's own words.
 * @param {readonly Mistake[]} mistakes
 */
function mistakeIn(mistakes) {
  // A forgotten quote or bracket brings others with it, of which none is meant.
  const first = mistakes.find(({ code }) => code < 2000) ?? mistakes[0];
  if (!first) throw new Error('There is no mistake to explain.');
  const here = mistakes.filter(({ start }) => start.line === first.start.line);
  const texts = here.map(({ messageText }) => messageText);
  const sentence = sentenceFor(texts);
  return { first, sentences: sentence ? [sentence, `TypeScript says: ${texts.join(' ')}`] : texts };
}

/** @param {readonly string[]} texts */
function sentenceFor(texts) {
  for (const [pattern, sentence] of SENTENCES) {
    for (const text of texts) {
      const found = pattern.exec(text);
      const said = found && sentence(.../** @type {string[]} */ (found.slice(1)));
      if (said) return said;
    }
  }
  return undefined;
}

/** @param {string} where */
const awaitMissing = (where) =>
  `An await is missing: the call gives a Promise, not yet its value. Write await in front of the call whose result is used ${where}.`;

/** @param {string | undefined} meant */
const orMeant = (meant) => (meant ? `; did you mean ${meant}?` : '.');

/** @param {string} name @param {string} [meant] */
function unknownName(name, meant) {
  const loss = lossOfName(name);
  if (loss) return loss;
  const home = homeOf(name);
  if (home) return `${name} is not imported: write ${home} at the top, or run the cell that does.`;
  const typescript = pythonWord(name);
  if (typescript) return `${name} is Python; in TypeScript write ${typescript}.`;
  if (meant) return `The name ${name} does not exist; did you mean ${meant}?`;
  return `The name ${name} is not known: run the cells above first (Run > Run All Above Selected Cell), or check its spelling.`;
}

/** @param {string} type */
const shortened = (type) => (type.length > 60 ? `${type.slice(0, 57)}…` : type);

/** @param {string} type */
const kindOf = (type) => shortened(type.replace(/\s+/g, ' '));

/** @param {string} type */
const nounOf = (type) =>
  type.startsWith('typeof import')
    ? 'What stands before the dot'
    : `What stands before the dot (${kindOf(type)})`;

/** @param {string} type */
const wanted = (type) => `Shift-Tab inside the brackets shows those of ${shortened(type)}.`;

module.exports = { mistakeIn };
