import { loadPackageOf } from '../platform';

/** A socket of zeromq through which tslab sends what cells say, as far as it is used here. */
interface Publisher {
  sendTimeout: number;
  sendHighWaterMark: number;
  send(message: unknown): Promise<void>;
}

/**
 * Makes tslab's messages go out at once. tslab does not wait for a message to be sent, and zeromq
 * puts every 513th off to the next turn of the event loop and refuses those that come before: lines
 * were lost, and the cell of a refused chart failed, without a word. A publisher that may not wait
 * has nothing to put off, and without a limit to its queue it drops nothing.
 */
export function sendAtOnce(): void {
  const prototype = tslabsPublisher();
  if (!prototype) return;
  const { send } = prototype;
  const value = function (this: Publisher, message: unknown) {
    if (this.sendTimeout !== 0) {
      this.sendTimeout = 0;
      this.sendHighWaterMark = 0;
    }
    return send.call(this, message);
  };
  Object.defineProperty(prototype, 'send', { value, configurable: true });
}

/** What all of tslab's publishers share, or null if this tslab has none where we know it. */
function tslabsPublisher(): Publisher | null {
  try {
    const zeromq = loadPackageOf('tslab', 'zeromq') as { Publisher: { prototype: Publisher } };
    return zeromq.Publisher.prototype;
  } catch {
    return null;
  }
}
