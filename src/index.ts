// The public list: everything a notebook may import from 'nnlab', in the order of the course.
import './at-work';
// data: find, read, split, look at
export { setSeed, seededOrder, randomPicks } from './random/random';
export type { Dataset, Images, LabelledImages } from './data/dataset';
export { loadDigits, loadFashion } from './data/load';
export { fashionClassNames } from './data/class-names';
export { readIdx, readImages, readLabels } from './data/idx-file';
export { shuffleSplit, splitLikeScikit, takeLast, takeLastPart } from './data/splits';
export type { Split, TestSplit } from './data/splits';
export { readCsvFrame } from './data/csv-read';
export { csvPair, type CsvPair } from './data/csv-pair';
export { imagesOfFrame } from './data/frame';
export { factsTable, inspectFrame, type FrameFacts } from './data/inspect';
export { countTable, pixelRange, pixelStatistics } from './data/counts';
export { imageAt, joinRows, pickRows, pixelAt, sliceRows } from './data/rows';
export { disposeExamples, toTensors, type Examples, type Scaling } from './data/tensors';
// look: every …Grid, …Bars, …Curves and …Drawing, and `picture`
export * from './charts';
// build: the lessons' networks
export { dense128, flatten128, dropout128, dense100x75 } from './models/architectures';
export { leaky128x64, logisticNetwork } from './models/architectures';
export { modelSummary } from './models/summary';
export { layersOf, optimizerOf } from './models/words';
// train
export { train } from './train/train';
export type { TrainCallbacks, TrainOptions } from './train/options';
export { historyOf, type HistoryRow } from './results/history';
export { howTrained, type HowTrained } from './results/how-trained';
export { evaluate, type Measured } from './engine/evaluate';
export { augment, type AugmentOptions } from './augment/augment';
export { trainAugmented, type AugmentedTrainOptions } from './augment/training';
export { trainLogistic, type LogisticFit, type LogisticOptions } from './logistic/logistic';
// judge
export { predictImages, type ToJudge } from './judge/predict';
export type { Prediction } from './results/prediction';
export { accuracyOf, confusedTable, confusionMatrix, mostConfused } from './judge/confusion';
export { wrongOnes, type Confusion } from './judge/confusion';
export { classScores, scoreTable } from './judge/report';
export type { ClassScore } from './results/class-score';
export { crossValidate, foldTable, type FoldScore } from './judge/cross-validation';
// save: Keras' own model file
export { saveModel } from './keras/save';
export { loadModel, type LoadOptions } from './keras/load';
export { notesOf, type ModelNotes } from './keras/notes';
// show: the notebook's output
export { show, type Html, type Showable } from './show/show';
export { liveChart, type LiveChart } from './show/live';
export { liveLine, type LiveLine } from './kernel/live-line';
export type { Table } from './results/table';
export type { Quiz } from './show/quiz';
export { predictor } from './show/predictor';
export { saveChart } from './show/save-chart';
// lesson: how a lesson opens, checks its own numbers, and leaves gaps to fill
export { openLesson } from './lesson/open';
export { quizzes } from './lesson/quizzes';
export { byMode, type ByMode, type Mode } from './lesson/mode';
export { expectBetween, expectEqual } from './lesson/expect';
export { gap, todo, yourTurn } from './lesson/turn';
