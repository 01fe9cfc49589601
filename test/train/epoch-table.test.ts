import { describe, expect, it } from 'vitest';
import {
  type EpochPlan,
  shareText,
  tableHead,
  tableRow,
  timeText,
} from '../../src/train/epoch-table';

const plan: EpochPlan = {
  epochs: 20,
  steps: 1688,
  batchSize: 32,
  validated: true,
  figures: ['loss', 'accuracy'],
};
const train = { loss: 0.51234, accuracy: 0.8212 };
const validation = { loss: 0.4321, accuracy: 1 };

describe('the table of a training', () => {
  it('has a head that says how long an epoch is, and each figure below its name', () => {
    expect([
      ...tableHead(plan),
      tableRow(plan, { epoch: 3, time: '1.2 s', train, validation }),
    ]).toEqual([
      '1,688 steps an epoch, of 32 examples each',
      '                     training       validation',
      'epoch   time    loss accuracy    loss accuracy',
      ' 3/20  1.2 s  0.5123   0.8212  0.4321   1.0000',
    ]);
  });

  it('leaves out what is not measured', () => {
    const small = { ...plan, validated: false, figures: ['loss'], batchSize: 1, steps: 1 };
    expect([...tableHead(small), tableRow(small, { epoch: 1, time: '3 ms', train })]).toEqual([
      '1 step an epoch, of 1 example each',
      '              training'.replace('      training', 'training').padStart(22),
      'epoch   time    loss',
      ' 1/20   3 ms  0.5123',
    ]);
  });

  it.each([1, 99, 999, 1000, 100_000])('is at most 48 letters wide with %i epochs', (epochs) => {
    const long = { ...plan, epochs, steps: 60_000, batchSize: 1 };
    const losses = [1e-12, 0.5, 12.3456789, 99_998.7, 3e38, -1e-9, NaN, Infinity];
    const rows = losses.flatMap((loss) => [
      tableRow(long, {
        epoch: epochs,
        time: timeText(9.9e6),
        train: { loss, accuracy: 1 },
        validation,
      }),
      tableRow(long, {
        epoch: epochs,
        time: '99 %',
        train: { loss, accuracy: 1 },
        remark: 'stopped here',
      }),
    ]);
    for (const line of [...tableHead(long), ...rows]) expect(line.length).toBeLessThanOrEqual(48);
    const finished = rows.filter((_, at) => at % 2 === 0);
    expect(new Set(finished.map((row) => row.length)).size).toBe(1);
  });

  it('names the last epoch beside each as long as there is room for it', () => {
    const rowOf = (epochs: number) => tableRow({ ...plan, epochs }, { epoch: 7, time: '1.0 s' });
    expect([9, 99, 999, 1000, 123_456].map(rowOf)).toEqual([
      '  7/9  1.0 s',
      ' 7/99  1.0 s',
      '  7/999  1.0 s',
      '    7  1.0 s',
      '    7  1.0 s',
    ]);
  });

  it.each([
    [0, '0.0000'],
    [0.00004, '4e-5'],
    [0.0001, '0.0001'],
    [99_998, '99998'],
    [99_999, '1.0e5'],
    [0.51234, '0.5123'],
    [12.34567, '12.346'],
    [1234.567, '1234.6'],
    [3e38, '3.0e38'],
    [NaN, 'NaN'],
    [-Infinity, '-inf'],
  ])('shows a loss of %d as %s', (loss, text) => {
    const row = tableRow(plan, { epoch: 1, time: '', train: { loss, accuracy: 1 } });
    expect(row.trim().split(/ +/)[1]).toBe(text);
  });

  it.each([
    [0, '0 ms'],
    [99, '99 ms'],
    [99.7, '0.1 s'],
    [99_940, '99.9 s'],
    [99_960, '100 s'],
  ])('shows %d ms as %s', (milliseconds, text) => {
    expect(timeText(milliseconds)).toBe(text);
  });

  it('says 100 % only of an epoch whose steps are all made', () => {
    expect([shareText(0, 3), shareText(1687, 1688), shareText(3, 3)]).toEqual([
      '0 %',
      '99 %',
      '100 %',
    ]);
  });
});
