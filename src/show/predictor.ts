import type * as tf from '@tensorflow/tfjs-node';
import { base64, joinBytes } from '../files/bytes';
import { currentFolder, gzip, join, projectFolder, readText, relative, sep } from '../platform';
import type { Dataset, LabelledImages } from '../data/dataset';
import { reasonOf } from '../files/reason';
import { divisorFor } from '../results/scaling';
import { escapeHtml } from './escape-html';
import { allTestImagesFile } from './predictor/all-images';
import type { PredictorPayload } from './predictor/payload';
import { packWeights } from './predictor/weights';
import type { Html } from './show';

/** So many test images are inside the page itself; in JupyterLab all of them can be picked. */
const BUNDLED = 500;

// Built by scripts/browser.mjs.
const PAGE = join(projectFolder, 'dist/browser/predictor.html');

const NOTE =
  'Here you draw, upload or pick a picture and the trained model guesses what it shows. ' +
  'It runs where scripts may run: run this cell in JupyterLab, or open the handout in a browser.';

/**
 * The trained model, to try by hand: draw a picture, upload one, or pick a test image by its
 * number, and see the ten probabilities move. `show(predictor(model, dataset))`
 * @example
 * ```ts
 * import { dense128, loadFashion, predictor, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(predictor(dense128(), fashion));
 * ```
 */
export function predictor(model: tf.LayersModel, dataset: Dataset): Html {
  checkClasses(model, dataset);
  const page = readPage().replace('/* PAYLOAD */', () =>
    JSON.stringify(payloadOf(model, dataset)).replaceAll('<', '\\u003c'),
  );
  const text = `Predictor: ${NOTE}`;
  const html =
    `<div class="nnlab-predictor">${linkToAllImages(dataset.test, dataset.name)}` +
    `<p class="nnlab-note">${text}</p>` +
    `<iframe title="Predictor: try the trained model" srcdoc="${escapeHtml(page)}" ` +
    `style="display:block;width:100%;height:0;border:0"></iframe></div>`;
  return { html, text };
}

function payloadOf(model: tf.LayersModel, { name, classNames, test }: Dataset): PredictorPayload {
  const { specs, bytes } = packWeights(model, test);
  const [testImages] = test.images.shape;
  const bundledImages = Math.min(BUNDLED, testImages);
  return {
    dataset: name,
    classNames,
    divisor: divisorFor(model),
    topology: model.toJSON(null, false) as Record<string, unknown>,
    weightSpecs: specs,
    weights: base64(bytes),
    testImages,
    bundledImages,
    images: base64(firstImages(test, bundledImages)),
  };
}

/** The pixels of the first images and then their labels, compressed. */
function firstImages({ images, labels }: LabelledImages, count: number): Uint8Array {
  const [, rows, columns] = images.shape;
  const pixels = images.data.subarray(0, count * rows * columns);
  return gzip(joinBytes([pixels, labels.subarray(0, count)]));
}

/** JupyterLab turns the link into an address it serves; a handout drops it. */
function linkToAllImages(test: LabelledImages, name: Dataset['name']): string {
  if (test.images.shape[0] <= BUNDLED) return '';
  try {
    const href = relative(currentFolder(), allTestImagesFile(test, name)).replaceAll(sep, '/');
    return `<a hidden download href="${escapeHtml(href)}"></a>`;
  } catch (error) {
    console.log(
      `${reasonOf(error)} So the predictor offers the first ${BUNDLED} test images only.`,
    );
    return '';
  }
}

function checkClasses(model: tf.LayersModel, { name, classNames }: Dataset): void {
  const units = model.outputs[0]?.shape.at(-1);
  if (units === classNames.length) return;
  throw new Error(
    `This model gives ${units} numbers for an image, but ${name} has ${classNames.length} ` +
      'classes; the predictor needs a model that was built for this data set.',
  );
}

function readPage(): string {
  try {
    return readText(PAGE);
  } catch {
    throw new Error(`The predictor's page is not built (${PAGE}); run: npm run build`);
  }
}
