import type { PredictorPayload } from '../../../src/show/predictor/payload';
import { Bars } from './bars';
import { centre, describe, framings } from './centre';
import { openTestImages, type TestImages } from './images';
import { blank, type Ink } from './ink';
import { loadModel, type Probabilities } from './model';
import { Pad } from './pad';
import { addressOfAllImages, element } from './page';
import { paint, type Colours } from './paint';
import { readPicture } from './upload';

declare global {
  interface Window {
    /** For whoever wants to ask the model in the page more than the page does. */
    nnlab?: { probabilities: Probabilities };
  }
}

/** The predictor: one pad, three ways to fill it, and what the network makes of it. */
class Predictor {
  private readonly pad: Pad;
  private readonly bars: Bars;
  private readonly seen = element('seen', HTMLCanvasElement);
  private readonly story = element('story', HTMLElement);
  private readonly problem = element('problem', HTMLElement);
  private readonly number = element('number', HTMLInputElement);
  private readonly slider = element('slider', HTMLInputElement);

  constructor(
    private readonly payload: PredictorPayload,
    private readonly probabilities: Probabilities,
    private readonly images: TestImages,
  ) {
    this.pad = new Pad(
      element('pad', HTMLCanvasElement),
      colours,
      (ink) => this.showDrawing(ink),
      (text) => (element('spoken', HTMLElement).textContent = text),
    );
    this.bars = new Bars(
      element('rows', HTMLTableSectionElement),
      element('guess', HTMLElement),
      element('truth', HTMLElement),
      element('spoken', HTMLElement),
      payload.classNames,
    );
    this.listen();
  }

  async showTestImage(index: number): Promise<void> {
    const wanted = Math.min(this.images.count - 1, Math.max(0, Math.round(index)));
    this.number.value = this.slider.value = String(wanted);
    this.slider.setAttribute('aria-valuetext', `test image ${wanted}`);
    const { pixels, truth } = await this.images.get(wanted);
    // A quick hand has moved on while the file was read.
    if (this.slider.value !== String(wanted)) return;
    this.pad.showPicture(pixels);
    this.judge(pixels, `Test image ${wanted}, as it stands in the data set.`, truth);
  }

  private listen(): void {
    element('name', HTMLElement).textContent = `trained on ${this.payload.dataset}`;
    const limit = String(this.images.count - 1);
    this.number.max = this.slider.max = limit;
    element('last', HTMLElement).textContent = limit;
    const pick = (input: HTMLInputElement) => () => this.try(this.showTestImage(+input.value));
    this.number.addEventListener('change', pick(this.number));
    this.slider.addEventListener('input', pick(this.slider));
    element('random', HTMLButtonElement).addEventListener('click', () =>
      this.try(this.showTestImage(Math.floor(Math.random() * this.images.count))),
    );
    element('clear', HTMLButtonElement).addEventListener('click', () => this.pad.clear());
    element('undo', HTMLButtonElement).addEventListener('click', () => this.pad.undo());
    const pen = element('pen', HTMLSelectElement);
    if (this.payload.dataset === 'Fashion-MNIST') pen.value = '2';
    const setPen = () => (this.pad.penRadius = Number(pen.value));
    setPen();
    pen.addEventListener('change', setPen);
    const upload = element('upload', HTMLInputElement);
    upload.addEventListener('change', () => {
      const file = upload.files?.[0];
      if (file) this.try(this.showUpload(file));
    });
  }

  private showDrawing(ink: Ink): void {
    const framing = framings[this.payload.dataset];
    const centred = centre({ width: 28, height: 28, data: ink }, framing);
    this.pad.markCrop(centred);
    if (centred === undefined) this.showNothing();
    else this.judge(centred.pixels, `Your drawing. ${describe(centred, framing)}`);
  }

  private async showUpload(file: File): Promise<void> {
    const framing = framings[this.payload.dataset];
    const { picture, inverted } = await readPicture(file);
    const centred = centre(picture, framing);
    if (centred === undefined) throw new Error('the picture is of one colour only');
    this.pad.showPicture(centred.pixels);
    const turned = inverted ? 'Light ground turned to 0, dark ink to 1. ' : '';
    const size = `read at ${picture.width} × ${picture.height} pixels`;
    this.judge(centred.pixels, `${file.name}, ${size}. ${turned}${describe(centred, framing)}`);
  }

  private judge(pixels: Ink, story: string, truth?: number): void {
    this.problem.textContent = '';
    this.story.textContent = story;
    paint(this.seen, pixels, colours(), {});
    this.bars.show(this.probabilities(pixels), truth);
  }

  private showNothing(): void {
    this.story.textContent = '';
    paint(this.seen, blank(), colours(), {});
    this.bars.clear('Draw something on the pad.');
  }

  private try(work: Promise<void>): void {
    work.catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      this.problem.textContent = `That did not work: ${why}.`;
    });
  }
}

function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return {
    line: style.getPropertyValue('--grid'),
    mark: style.getPropertyValue('--mark'),
  };
}

async function start(): Promise<void> {
  const text = document.getElementById('payload')?.textContent ?? '';
  const payload = JSON.parse(text) as PredictorPayload;
  const probabilities = await loadModel(payload);
  const images = await openTestImages(payload, addressOfAllImages());
  const predictor = new Predictor(payload, probabilities, images);
  await predictor.showTestImage(0);
  window.nnlab = { probabilities };
  document.documentElement.dataset.ready = '';
}

start().catch((error: unknown) => {
  element('problem', HTMLElement).textContent =
    `The model could not be started in this browser: ${String(error)}`;
});
