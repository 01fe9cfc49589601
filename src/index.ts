// The public list: everything a notebook may import from 'nnlab', in the order of the course.

// Not for notebooks: it lets the kernel mend TensorFlow.js when Stop has cut a computation off.
import './tfjs/cut-off';

// data: find, read, split, look at
export { setSeed, currentSeed, seededOrder, randomPicks } from './random/random';
export type { Dataset, Images, LabelledImages } from './data/dataset';
export { loadDigits, loadFashion } from './data/load';
export { digitClassNames, fashionClassNames } from './data/class-names';
export { sources } from './data/fetch/sources';
export { readIdx, readImages, readLabels, writeIdx } from './data/idx-file';
export { shuffleSplit, splitLikeScikit, takeLast, takeLastPart } from './data/splits';
export type { Split, TestSplit } from './data/splits';
export { splitStratified } from './data/stratified';
export { readCsvFrame, readPixelCsv } from './data/csv-read';
export { writePixelCsv } from './data/csv-write';
export { csvPair, type CsvPair } from './data/csv-pair';
export { frameOfImages, imagesOfFrame } from './data/frame';
export { countByLabel, factsTable, inspectFrame } from './data/inspect';
export type { FrameFacts } from './data/inspect';
export { countTable, labelCounts, pixelRange, pixelStatistics } from './data/counts';
export { imageAt, joinRows, pickRows, pixelAt, sliceRows } from './data/rows';
export { checkLabels } from './data/check-labels';
export { disposeExamples, toTensors } from './data/tensors';
export type { Examples, Scaling } from './data/tensors';

// look: charts from plain rows
export type { Chart } from './charts/chart';
export { picture, type PictureOptions } from './charts/images/picture';
export { numberGrid } from './charts/images/number-grid';
export { imageGrid, type ImageGridOptions } from './charts/images/image-grid';
export { imagePairs, type ImagePairsOptions } from './charts/images/image-pairs';
export { predictionGrid, type PredictionGridOptions } from './charts/images/prediction-grid';
export { weightImages, type WeightImagesOptions } from './charts/images/weights';
export { weightHistogram } from './charts/bars/weight-histogram';
export {
  lossCurve,
  accuracyCurve,
  learningCurves,
  type CurveOptions,
} from './charts/curves/curves';
export { compareRuns, type Run, type RunsOptions } from './charts/curves/runs';
export { labelBars, scoreBars } from './charts/bars/classes';
export { probabilityBars } from './charts/bars/probabilities';
export { confusionChart, type ConfusionOptions } from './charts/bars/confusion';

// look: theory, drawn from numbers
export { networkDrawing, type NetworkOptions } from './charts/theory/network';
export { networkTypesDrawing } from './charts/theory/network-types';
export { forwardPassDrawing, type SmallLayer } from './charts/theory/forward-pass';
export { workflowDrawing } from './charts/theory/workflow';
export { pipelineDrawing, type PipelineOptions } from './charts/theory/pipeline';
export { batchesDrawing, type BatchOptions } from './charts/theory/batches';
export { colourPixels, type ColourPixel } from './charts/theory/colour-pixels';
export { activationCurves } from './charts/theory/activations';
export { type ActivationName, softmax } from './charts/theory/activation-functions';
export { softmaxBars } from './charts/theory/softmax';
export { fittingCurves } from './charts/theory/fitting';
export { descentCurve, type DescentOptions } from './charts/theory/descent';
export { optimizersChart } from './charts/theory/optimizers';
export { gradientFlow, type GradientRow } from './charts/theory/gradient-flow';

// build: the lessons' networks
export {
  dense128,
  flatten128,
  dropout128,
  dense100x75,
  leaky128x64,
  logisticNetwork,
} from './models/architectures';
export { modelSummary } from './models/summary';

// train
export { train } from './train/train';
export type { TrainCallbacks, TrainOptions } from './train/options';
export { historyOf, type HistoryRow } from './results/history';
export { evaluate, type Measured } from './engine/evaluate';
export { augment, type AugmentOptions } from './augment/augment';
export { trainAugmented, type AugmentedTrainOptions } from './augment/training';
export { trainLogistic, type LogisticFit, type LogisticOptions } from './logistic/logistic';

// judge
export { predictImages, type ToJudge } from './judge/predict';
export type { Prediction } from './results/prediction';
export {
  accuracyOf,
  confusedTable,
  confusionMatrix,
  mostConfused,
  wrongOnes,
  type Confusion,
} from './judge/confusion';
export { classScores, scoreTable } from './judge/report';
export { type ClassScore } from './results/class-score';
export { crossValidate, foldTable, type FoldScore } from './judge/cross-validation';

// save: Keras' own model file
export { saveModel } from './keras/save';
export { loadModel, type LoadOptions } from './keras/load';
export { notesOf, type ModelNotes } from './keras/notes';
export { modelInfo } from './keras/info';

// show: the notebook's output
import './show/result';
export { show, type Html, type Showable } from './show/show';
export { liveChart, type LiveChart } from './show/live';
export { liveLine, type LiveLine } from './kernel/live-line';
export type { Table } from './results/table';
export type { Quiz } from './show/quiz';
export { predictor } from './show/predictor';

// lesson: how a lesson opens, checks its own numbers, and leaves gaps to fill
export { openLesson } from './lesson/open';
export { keep } from './lesson/keep';
export { quizzes } from './lesson/quizzes';
export { byMode, lessonMode, type ByMode, type Mode } from './lesson/mode';
export { expectBetween, expectEqual } from './lesson/expect';
export { gap } from './lesson/gap';
