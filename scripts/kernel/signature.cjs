// Fault: Shift-Tab inside the brackets of a call shows nothing. Mended: it shows the function's signature, with
// the argument at hand marked and explained.
'use strict';
const { latestProgram } = require('./program.cjs');

/** @typedef {import('@tslab/typescript-for-tslab').SignatureHelpItem} Item */

/** @param {import('./tslab-inside').Tslab} tslab */
function mendInspect({ converter, ts }) {
  const { createConverter } = converter;
  converter.createConverter = (options) => {
    const made = createConverter(options);
    const { inspect } = made;
    made.inspect = (declarations, code, position) =>
      inspect(declarations, code, position) ?? signatureAt(ts, code, position);
    return made;
  };
}

/** In the form of tslab's own answer. @param {any} ts @param {string} code @param {number} position */
function signatureAt(ts, code, position) {
  const program = latestProgram();
  const file = program
    ?.getSourceFiles()
    .find(({ fileName }) => /\/__tslab__\.[jt]s$/.test(fileName));
  if (!program || !file) return undefined;
  // tslab puts one line before the learner's.
  const at = file.text.length - code.length + position;
  const help = ts.SignatureHelp.getSignatureHelpItems(program, file, at, undefined, UNCANCELLED);
  const item = help?.items[help.selectedItemIndex];
  return item && describe(item, help.argumentIndex);
}

const UNCANCELLED = { isCancellationRequested: () => false, throwIfCancellationRequested() {} };

/** @param {Item} item @param {number} at */
function describe(item, at) {
  const parameters = item.parameters.map(({ displayParts }) => textOf(displayParts));
  const marked = parameters.map((text, index) => (index === at ? `▸ ${text}` : text));
  const separator = textOf(item.separatorDisplayParts).trimEnd();
  const list = parameters.length ? `\n  ${marked.join(`${separator}\n  `)}\n` : '';
  const text = `${textOf(item.prefixDisplayParts)}${list}${textOf(item.suffixDisplayParts)}`;
  const about = textOf(item.parameters[at]?.documentation ?? []);
  const documentation = [textOf(item.documentation), about && `▸ ${about}`].filter(Boolean);
  return {
    displayParts: [{ text, kind: 'text' }],
    documentation: documentation.map((words) => ({ text: words, kind: 'text' })),
    tags: [],
  };
}

/** @param {readonly { readonly text: string }[]} parts */
const textOf = (parts) => parts.map(({ text }) => text).join('');

module.exports = { mendInspect };
