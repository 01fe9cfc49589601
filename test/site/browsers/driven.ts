/** As much of a browser as a smoke test needs; each brand is driven its own way. */
export interface Driven {
  open(address: string): Promise<void>;
  /** The value of an expression, computed in the page. */
  read<Value>(expression: string): Promise<Value>;
  /** Presses the mouse at the first point, moves through the others, and lets go. */
  drag(points: readonly Point[]): Promise<void>;
  /** What the window shows, as a PNG. */
  picture(): Promise<Uint8Array>;
  /** Addresses that pages asked for, as far as this browser tells them. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export type Point = readonly [x: number, y: number];

export const WINDOW = { width: 1440, height: 900 };
