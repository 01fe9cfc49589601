import type { Crop } from './centre';
import { SIDE, type Ink, type Point } from './ink';

export interface Colours {
  readonly line: string;
  readonly mark: string;
}

interface Marks {
  readonly crop?: Crop | undefined;
  readonly cursor?: { readonly at: Point; readonly down: boolean } | undefined;
}

/** Draws the 28x28 pixels, ink black on white paper, in crisp squares with a faint grid. */
export function paint(canvas: HTMLCanvasElement, ink: Ink, colours: Colours, marks: Marks): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const cell = canvas.width / SIDE;
  ink.forEach((value, at) => {
    context.fillStyle = `rgb(${255 - value} ${255 - value} ${255 - value})`;
    context.fillRect((at % SIDE) * cell, Math.floor(at / SIDE) * cell, cell, cell);
  });
  if (cell >= 8) drawGrid(context, cell, colours.line);
  if (marks.crop) drawCrop(context, cell, marks.crop, colours.mark);
  if (marks.cursor) drawCursor(context, cell, marks.cursor, colours.mark);
}

function drawGrid(context: CanvasRenderingContext2D, cell: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let line = 1; line < SIDE; line++) {
    context.moveTo(line * cell, 0);
    context.lineTo(line * cell, SIDE * cell);
    context.moveTo(0, line * cell);
    context.lineTo(SIDE * cell, line * cell);
  }
  context.stroke();
}

/** A dashed frame round what is cropped, a cross on the point that goes to the middle. */
function drawCrop(
  context: CanvasRenderingContext2D,
  cell: number,
  { box, middle }: Crop,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = cell / 6;
  context.setLineDash([cell / 2, cell / 2]);
  context.strokeRect(box.left * cell, box.top * cell, box.width * cell, box.height * cell);
  context.setLineDash([]);
  const [x, y] = [middle.x * cell, middle.y * cell];
  context.beginPath();
  context.moveTo(x - cell, y);
  context.lineTo(x + cell, y);
  context.moveTo(x, y - cell);
  context.lineTo(x, y + cell);
  context.stroke();
}

function drawCursor(
  context: CanvasRenderingContext2D,
  cell: number,
  { at, down }: { at: Point; down: boolean },
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = cell / 4;
  context.beginPath();
  context.arc(at.x * cell, at.y * cell, down ? cell * 0.6 : cell, 0, 2 * Math.PI);
  context.stroke();
}
