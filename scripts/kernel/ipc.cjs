// Fault: over ipc Jupyter names a kernel's sockets PATH-1, and tslab PATH:1, where nobody looks for them. Mended:
// they lie where Jupyter says.
'use strict';

/** @param {import('./tslab-inside').Tslab} tslab */
function mendIpc({ jupyter }) {
  const { prototype } = jupyter.ZmqServer;
  const { bindSocket } = prototype;
  prototype.bindSocket = function (socket, port) {
    const { transport, ip } = this.connInfo;
    if (transport !== 'ipc') return bindSocket.call(this, socket, port);
    return socket.bind(`ipc://${ip}-${port}`);
  };
}

module.exports = { mendIpc };
