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
    const reply = handleIsComplete.call(this, request);
    return reply.status === 'complete' && isInvalid(ts, request.code)
      ? { status: 'invalid' }
      : reply;
  };
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

module.exports = { mendReplies };
