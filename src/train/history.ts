/** What one epoch did to one part of the data. Epochs count from 1. */
export interface HistoryRow {
  readonly epoch: number;
  readonly split: 'train' | 'validation';
  readonly loss: number;
  readonly accuracy: number;
}
