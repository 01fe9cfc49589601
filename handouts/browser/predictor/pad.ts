import type { Crop } from './centre';
import { blank, SIDE, stroke, type Ink, type Point } from './ink';
import { paint, type Colours } from './paint';

const moves: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The drawing pad: 28x28 pixels under mouse, finger or keys. */
export class Pad {
  penRadius = 1;
  private ink = blank();
  private undone: Ink[] = [];
  private drawing = false;
  private crop: Crop | undefined;
  private pen: Point | undefined;
  private cursor: Point = { x: SIDE / 2, y: SIDE / 2 };
  private penDown = false;

  /** `changed` is called with the ink after every stroke; `say` tells what the keys did. */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly colours: () => Colours,
    private readonly changed: (ink: Ink) => void,
    private readonly say: (text: string) => void,
  ) {
    canvas.addEventListener('pointerdown', (event) => this.startStroke(event));
    canvas.addEventListener('pointermove', (event) => this.continueStroke(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(end, () => (this.pen = undefined));
    }
    canvas.addEventListener('keydown', (event) => this.key(event));
    for (const focus of ['focus', 'blur'] as const) {
      canvas.addEventListener(focus, () => this.redraw());
    }
  }

  /** Shows a picture that was not drawn here; the next stroke starts on a clean pad. */
  showPicture(pixels: Ink): void {
    this.ink = pixels.slice();
    this.drawing = false;
    this.undone = [];
    this.markCrop(undefined);
  }

  clear(): void {
    this.remember();
    this.ink = blank();
    this.changed(this.ink);
  }

  undo(): void {
    this.ink = this.undone.pop() ?? blank();
    this.drawing = true;
    this.changed(this.ink);
  }

  /** Marks what of the drawing is cropped out for the network. */
  markCrop(crop: Crop | undefined): void {
    this.crop = crop;
    this.redraw();
  }

  redraw(): void {
    const byKeys = this.canvas.matches(':focus-visible');
    const cursor = byKeys ? { at: this.cursor, down: this.penDown } : undefined;
    paint(this.canvas, this.ink, this.colours(), { crop: this.crop, cursor });
  }

  private remember(): void {
    if (!this.drawing) this.ink = blank();
    this.drawing = true;
    this.undone = [...this.undone.slice(-50), this.ink.slice()];
  }

  private draw(from: Point, to: Point): void {
    stroke(this.ink, from, to, this.penRadius);
    this.changed(this.ink);
  }

  private startStroke(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.remember();
    this.pen = this.pointOf(event);
    this.draw(this.pen, this.pen);
  }

  private continueStroke(event: PointerEvent): void {
    if (this.pen === undefined) return;
    const to = this.pointOf(event);
    this.draw(this.pen, to);
    this.pen = to;
  }

  private pointOf(event: PointerEvent): Point {
    const frame = this.canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - frame.left) / frame.width) * SIDE,
      y: ((event.clientY - frame.top) / frame.height) * SIDE,
    };
  }

  private key(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (move !== undefined) this.moveCursor(move);
    else if (event.key === ' ') this.togglePen();
    else if (event.key === 'Backspace') this.undo();
    else if (event.key === 'Delete') this.clear();
    else return;
    event.preventDefault();
    this.redraw();
  }

  private togglePen(): void {
    this.penDown = !this.penDown;
    this.say(this.penDown ? 'Pen down: arrow keys draw.' : 'Pen up: arrow keys move.');
    if (!this.penDown) return;
    this.remember();
    this.draw(this.cursor, this.cursor);
  }

  private moveCursor(move: Point): void {
    const keep = (value: number) => Math.min(SIDE - 0.5, Math.max(0.5, value));
    const to = { x: keep(this.cursor.x + move.x), y: keep(this.cursor.y + move.y) };
    if (this.penDown) this.draw(this.cursor, to);
    this.cursor = to;
  }
}
