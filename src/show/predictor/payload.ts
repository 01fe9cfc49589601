/** One weight of the model, as TensorFlow.js writes it beside the numbers themselves. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: 'float32';
  /** Present where the numbers are kept at 16 bits. */
  readonly quantization?: { readonly dtype: 'float16'; readonly original_dtype: 'float32' };
}

/** Everything the predictor's page is given: the model, and images to try it on. */
export interface PredictorPayload {
  readonly dataset: 'Fashion-MNIST' | 'MNIST';
  readonly classNames: readonly string[];
  /** What the model wants grey values of 0-255 divided by. */
  readonly divisor: number;
  /** The model's layers, as `model.toJSON` writes them. */
  readonly topology: Record<string, unknown>;
  readonly weightSpecs: readonly WeightSpec[];
  /** The weights one after the other, base64. */
  readonly weights: string;
  /** How many test images there are in all. */
  readonly testImages: number;
  /** How many of them, from number 0 on, are inside the page. */
  readonly bundledImages: number;
  /** Those images and then their labels: one byte a pixel, gzip, base64. */
  readonly images: string;
}
