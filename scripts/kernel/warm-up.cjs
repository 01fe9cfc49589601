// Fault: tslab says nothing until its compiler has read all types, a second and a half of work.
// Mended: the kernel is ready at once, and the compiler reads while the learner does.
'use strict';

// The client must have its answer, and be told that the kernel is idle, before the work begins.
const AFTER_FIRST_ANSWER = 50;

/** @param {import('./tslab-inside').Tslab} tslab */
function mendStart({ converter, jupyter }) {
  const { createConverter } = converter;
  /** @type {(() => void) | undefined} */
  let read;
  converter.createConverter = (options) => {
    /** @type {import('./tslab-inside').Converter | undefined} */
    let made;
    const get = () => (made ??= createConverter(options));
    read ??= get;
    return {
      convert: (...args) => get().convert(...args),
      inspect: (...args) => get().inspect(...args),
      complete: (...args) => get().complete(...args),
      addModule: (...args) => get().addModule(...args),
      close: () => made?.close(),
    };
  };
  const handler = jupyter.JupyterHandlerImpl.prototype;
  const { handleKernel } = handler;
  handler.handleKernel = function () {
    if (read) setTimeout(read, AFTER_FIRST_ANSWER);
    read = undefined;
    return handleKernel.call(this);
  };
}

module.exports = { mendStart };
