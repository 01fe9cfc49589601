// Fault: kernel_info_reply has no status, comm_info is answered as if it were a completion, and code that
// can never be right is called complete. Mended as Jupyter's messaging protocol says.
'use strict';

/** @param {import('./tslab-inside').Tslab} tslab */
function mendReplies({ jupyter, ts }) {
  const server = jupyter.ZmqServer.prototype;
  server.handleCommInfoRequest = function (socket, message) {
    const reply = message.createReply();
    reply.header.msg_type = 'comm_info_reply';
    reply.content = { status: 'ok', comms: {} };
    reply.signAndSend(this.connInfo.key, socket);
  };
  const handler = jupyter.JupyterHandlerImpl.prototype;
  const { handleKernel, handleIsComplete } = handler;
  handler.handleKernel = function () {
    return { status: 'ok', help_links: [], ...handleKernel.call(this) };
  };
  handler.handleIsComplete = function (request) {
    return completeness(ts, request.code, handleIsComplete.call(this, request));
  };
}

/**
 * Whether code is whole, goes on, or can never be right.
 * @template {{ status: string }} Reply
 * @param {import('./tslab-inside').Ts} ts
 * @param {string} code
 * @param {Reply} reply what tslab says of it
 * @returns {Reply | { status: 'invalid' }}
 */
function completeness(ts, code, reply) {
  return reply.status === 'complete' && isInvalid(ts, code) ? { status: 'invalid' } : reply;
}

/** @param {import('./tslab-inside').Ts} ts @param {string} code */
function isInvalid(ts, code) {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: 'cell.ts',
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.length > 0;
}

module.exports = { mendReplies, completeness };
