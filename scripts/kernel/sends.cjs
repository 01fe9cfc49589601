// Fault: tslab does not wait until a message is sent, and zeromq refuses one while another is on its way ("Socket is
// busy writing"): a reply was lost, and its cell never ended. Mended: replies take their turn, and what is published
// is never put off (as in src/kernel/send-at-once.ts, which mends it for a plain tslab).
'use strict';

/** @typedef {import('./tslab-inside').Socket} Socket */

/** @param {import('./tslab-inside').Tslab} tslab */
function mendSends({ jupyter }) {
  const { prototype } = jupyter.ZmqServer;
  const { bindSocket } = prototype;
  prototype.bindSocket = function (socket, port) {
    if (socket === this.iopub) Object.assign(socket, { sendTimeout: 0, sendHighWaterMark: 0 });
    // The sockets themselves are sealed; that for replies is of a kind with the two others that answer.
    else if (socket === this.shell) takeTurns(Object.getPrototypeOf(socket));
    return bindSocket.call(this, socket, port);
  };
}

/** Lets every socket of a kind send one message after the other. @param {Socket} kind their prototype */
function takeTurns(kind) {
  const { send } = kind;
  /** @type {WeakMap<Socket, Promise<void>>} */
  const onTheWay = new WeakMap();
  /** @param {unknown} message @this {Socket} */
  const value = function (message) {
    const before = onTheWay.get(this);
    const now = before
      ? before.then(() => (this.closed ? undefined : send.call(this, message)))
      : send.call(this, message);
    const done = now.catch(() => undefined);
    onTheWay.set(this, done);
    void done.then(() => onTheWay.get(this) === done && onTheWay.delete(this));
    return now;
  };
  Object.defineProperty(kind, 'send', { value, configurable: true });
}

module.exports = { mendSends, takeTurns };
