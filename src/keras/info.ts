import type * as tf from '@tensorflow/tfjs-node';
import { formatCount } from '../results/numbers';
import { modelSummary } from '../models/summary';
import { tableText, type Table } from '../results/table';
import { historyOf, type HistoryRow } from '../results/history';
import { stepsDone } from '../tfjs/optimizer-state';
import { loadModel } from './load';
import { notesOf } from './notes';

/** What a `.keras` file holds, as text: summary, optimizer, class names, history. */
export async function modelInfo(path: string): Promise<string> {
  const { model, remark } = await openForReading(path);
  try {
    const { classNames, scaling, images } = notesOf(model);
    const history = historyOf(model);
    const parts = [
      tableText(modelSummary(model)),
      remark ?? goals(model),
      classNames && `class names: ${classNames.map((name, i) => `${i} ${name}`).join(' · ')}`,
      scaling && `grey values: ${scaling}`,
      images !== undefined && `learned from: ${formatCount(images)} images`,
      history.length > 0 && tableText(historyTable(history)),
    ];
    return parts.filter(Boolean).join('\n\n');
  } finally {
    model.dispose();
  }
}

/** Opens the file; if its optimizer is unknown, without it, and with a remark that says so. */
async function openForReading(path: string): Promise<{ model: tf.LayersModel; remark?: string }> {
  try {
    return { model: await loadModel(path) };
  } catch (error) {
    const model = await loadModel(path, { compile: false });
    return { model, remark: (error as Error).message };
  }
}

function goals(model: tf.LayersModel): string {
  const optimizer = model.optimizer as tf.Optimizer | undefined;
  if (!optimizer) return 'not compiled';
  const rate = optimizer.getConfig()['learningRate'] as number;
  const steps = formatCount(stepsDone(optimizer));
  const name = optimizer.getClassName();
  return `loss: ${String(model.loss)}\noptimizer: ${name}, learning rate ${rate}, after ${steps} steps`;
}

function historyTable(history: readonly HistoryRow[]): Table {
  const epochs = [...new Set(history.map(({ epoch }) => epoch))];
  const figures = (epoch: number, split: HistoryRow['split']) => {
    const row = history.find((one) => one.epoch === epoch && one.split === split);
    return [figure(row?.loss), figure(row?.accuracy)];
  };
  return {
    title: 'History',
    columns: ['epoch', 'loss', 'accuracy', 'validation loss', 'validation accuracy'],
    rows: epochs.map((epoch) => [
      epoch,
      ...figures(epoch, 'train'),
      ...figures(epoch, 'validation'),
    ]),
  };
}

function figure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : value.toFixed(4);
}
