// The files inside a .keras file. Keras looks only for those it knows.
export const CONFIG = 'config.json';
export const METADATA = 'metadata.json';
export const WEIGHTS = 'model.weights.h5';
export const NOTES = 'nnlab.json';

const MEBIBYTE = 2 ** 20;

/** A model the lessons can use is far smaller; a file that promises more is no model for them. */
export const LARGEST_JSON = 8 * MEBIBYTE;
export const LARGEST_WEIGHTS = 512 * MEBIBYTE;
export const MOST_LAYERS = 500;
export const LARGEST_FILE = 520 * MEBIBYTE;
