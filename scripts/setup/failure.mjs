/** What went wrong, and the sentence that cures it: the only two things a person is told. */
export class Failure extends Error {
  /** @param {string} message @param {string} cure */
  constructor(message, cure) {
    super(message);
    this.cure = cure;
  }
}

/** Ends the program after any error: one that set-up foresaw prints no stack.
 * @param {unknown} error @returns {never} */
export function endWith(error) {
  if (error instanceof Failure) {
    console.error(`\n✗ ${error.message}\n→ ${error.cure}`);
  } else {
    console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
    console.error('→ Call again; if it stays, `npm run doctor` shows what is missing.');
    if (process.env['NNLAB_DEBUG'] && error instanceof Error) console.error(error.stack);
  }
  process.exit(1);
}
