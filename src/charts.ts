// The charts of the public list: each name says what is shown, and then in which form.
// from plain rows
export type { Chart } from './charts/chart';
export { picture, type PictureOptions } from './charts/images/picture';
export { brightnessSlider } from './charts/images/brightness-slider';
export { numberGrid } from './charts/images/number-grid';
export { imageGrid, type ImageGridOptions } from './charts/images/image-grid';
export { pairGrid, type PairGridOptions } from './charts/images/pair-grid';
export { predictionGrid, type PredictionGridOptions } from './charts/images/prediction-grid';
export { weightGrid, type WeightGridOptions } from './charts/images/weight-grid';
export { weightBars } from './charts/bars/weight-bars';
export { lossCurves, accuracyCurves, learningCurves } from './charts/curves/curves';
export type { CurveOptions } from './charts/curves/curves';
export { runCurves, type Run, type RunCurvesOptions } from './charts/curves/runs';
export { runPanels } from './charts/curves/run-panels';
export { labelBars, scoreBars } from './charts/bars/classes';
export { thresholdSlider } from './charts/curves/threshold-slider';
export { probabilityBars } from './charts/bars/probabilities';
export { confusionGrid, type ConfusionGridOptions } from './charts/bars/confusion-grid';
// theory, drawn from numbers
export { networkDrawing, type NetworkOptions } from './charts/theory/network';
export { networkTypesDrawing } from './charts/theory/network-types';
export { forwardPassDrawing, type SmallLayer } from './charts/theory/forward-pass';
export { workflowDrawing } from './charts/theory/workflow';
export { dataFlowDrawing } from './charts/theory/data-flow';
export { pipelineDrawing, type PipelineOptions } from './charts/theory/pipeline';
export { batchesDrawing, type BatchOptions } from './charts/theory/batches';
export { colourGrid, type ColourPixel } from './charts/theory/colour-grid';
export { activationCurves } from './charts/theory/activations';
export { type ActivationName, softmax } from './charts/theory/activation-functions';
export { softmaxBars } from './charts/theory/softmax';
export { fittingCurves } from './charts/theory/fitting';
export { fittedLines, type FittedLine } from './charts/theory/fitted-lines';
export { descentCurves, type DescentOptions } from './charts/theory/descent';
export { descentSlider } from './charts/theory/descent-slider';
export { unitsSlider } from './charts/theory/units-slider';
export { optimizerCurves } from './charts/theory/optimizers';
export { gradientCurves, type GradientRow } from './charts/theory/gradient-curves';
