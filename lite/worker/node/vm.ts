/** Runs code outside of any function, as a script of its own. */
export function runInThisContext(code: string): unknown {
  return (0, eval)(code);
}

// tslab takes the module as a whole.
export default { runInThisContext };
