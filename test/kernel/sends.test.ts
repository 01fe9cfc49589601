import { expect, test } from 'vitest';
import { takeTurns } from '../../scripts/kernel/sends.cjs';

/** As zeromq's: it refuses a message while another is on its way. */
class Busy {
  readonly sent: unknown[] = [];
  closed = false;
  private isBusy = false;

  bind(): Promise<void> {
    return Promise.resolve();
  }

  send(message: unknown): Promise<void> {
    if (this.isBusy) throw new Error('Socket is busy writing');
    this.isBusy = true;
    return new Promise((resolve) =>
      setImmediate(() => {
        this.isBusy = false;
        this.sent.push(message);
        resolve();
      }),
    );
  }
}

class Patient extends Busy {}
takeTurns(Patient.prototype);

test('messages that come while one is on its way go out after it, in their order', async () => {
  const socket = new Patient();
  await Promise.all(['first', 'second', 'third'].map((message) => socket.send(message)));
  expect(socket.sent).toEqual(['first', 'second', 'third']);
});

test('the first of them is sent at once', () => {
  expect(() => {
    const socket = new Patient();
    void socket.send('first');
    void Busy.prototype.send.call(socket, 'second');
  }).toThrow('busy');
});

test('a socket that was closed meanwhile is sent nothing more', async () => {
  const socket = new Patient();
  const both = [socket.send('first'), socket.send('second')];
  socket.closed = true;
  await Promise.all(both);
  expect(socket.sent).toEqual(['first']);
});
