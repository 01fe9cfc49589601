const turns: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => turns.shift()?.();

/** Lets other messages be heard. */
export function setImmediate(): Promise<void> {
  return new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(null);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => self.setTimeout(resolve, milliseconds));
}
export { pause as setTimeout };
