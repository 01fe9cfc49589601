import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCsvFrame, readPixelCsv } from '../../src/data/csv-read';
import { writePixelCsv } from '../../src/data/csv-write';
import { frameOfImages, imagesOfFrame } from '../../src/data/frame';
import { expectSameImages, numberedImages, ownFolder } from './made';

const folder = ownFolder();
const HEADER = 'label,pixel1,pixel2,pixel3,pixel4\n';

function fileWith(text: string | Buffer): string {
  const path = join(folder, 'table.csv');
  writeFileSync(path, text);
  return path;
}

describe('a CSV file', () => {
  test('comes back as it was written', () => {
    const path = join(folder, 'written.csv');
    const examples = numberedImages(2500, 4);
    writePixelCsv(path, examples);
    expectSameImages(readPixelCsv(path), examples);
    expect(readFileSync(path, 'utf8').split('\n').slice(0, 2)).toEqual([
      `label,${Array.from({ length: 16 }, (_, i) => `pixel${i + 1}`).join(',')}`,
      `0,${[...examples.images.data.subarray(0, 16)].join(',')}`,
    ]);
  });

  test.each([
    ['CRLF', `${HEADER}7,1,2,3,255\n0,0,0,0,0\n`.replaceAll('\n', '\r\n')],
    ['no line end at the end', `${HEADER}7,1,2,3,255\n0,0,0,0,0`],
    ['a byte order mark', `\ufeff${HEADER}7,1,2,3,255\n0,0,0,0,0\n`],
    ['quoted numbers', `${HEADER}"7",1,"2",3,"255"\n0,0,0,0,0\n`],
    ['blanks round numbers', `${HEADER} 7,1 ,\t2\t,3, 255 \n0,0,0,0,0\n`],
    ['blanks inside quotes and outside', `${HEADER}"7", " 1 " ,2,3,255\n0,0,0,0,"0"\n`],
    ['a plus', `${HEADER}+7,1,2,"+3",255\n0,0,0,0,+0\n`],
    ['leading zeros', `${HEADER}07,001,2,3,0000255\n0,0,0,0,0\n`],
    ['an empty line at the end', `${HEADER}7,1,2,3,255\n0,0,0,0,0\n\n`],
    ['many empty lines at the end', `${HEADER}7,1,2,3,255\n0,0,0,0,0${'\r\n'.repeat(9)}`],
    ['quoted names', '"label","pixel1","pixel2","pixel3","pixel4"\n7,1,2,3,255\n0,0,0,0,0\n'],
  ])('may have %s', (_, text) => {
    const { images, labels } = readPixelCsv(fileWith(text));
    expect(images).toEqual({ shape: [2, 2, 2], data: Uint8Array.of(1, 2, 3, 255, 0, 0, 0, 0) });
    expect([...labels]).toEqual([7, 0]);
  });
});

describe('an error names the file, the row and the column', () => {
  const rows = (bad: string): string => `${HEADER}1,1,1,1,1\n${bad}\n2,2,2,2,2\n`;
  test.each([
    ['NaN', rows('3,4,NaN,6,7'), 'has "NaN" in row 1, column pixel2'],
    ['256', rows('3,4,5,6,256'), 'has "256" in row 1, column pixel4'],
    ['-1', rows('3,-1,5,6,7'), 'has "-1" in row 1, column pixel1'],
    ['a fraction', rows('3,4,5.5,6,7'), 'has "5.5" in row 1, column pixel2'],
    ['no value', rows('3,4,5,,7'), 'has no value in row 1, column pixel3'],
    ['a short row', rows('3,4,5'), 'has no value in row 1, column pixel3'],
    ['an empty line', rows(''), 'has no value in row 1, column label'],
    ['a long row', rows('3,4,5,6,7,8'), 'has more than 5 values in row 1'],
    ['a text', rows('coat,4,5,6,7'), 'has "coat" in row 1, column label'],
    ['label 10', rows('10,4,5,6,7'), 'Label 10 in row 1 is not one of 0 to 9'],
    ['an open quote', rows('3,"4,5,6,7'), 'in row 1, column pixel1'],
    ['an empty line after CRLF', rows('\r'), 'has no value in row 1, column label (line 3)'],
    ['many empty lines', rows('\n\n\n'), 'row 1, column label (line 3): the line is empty'],
    ['blanks alone', rows('  '), 'has no value in row 1, column label (line 3)'],
    ['blanks for a value', rows('3, ,5,6,7'), 'has no value in row 1, column pixel1 (line 3)'],
    ['a decimal', rows('3,4,12.0,6,7'), 'has "12.0" in row 1, column pixel2 (line 3)'],
    ['an exponent', rows('3,4,1e2,6,7'), 'has "1e2" in row 1, column pixel2 (line 3)'],
    ['a minus', rows('3,4,-0,6,7'), 'has "-0" in row 1, column pixel2 (line 3)'],
    ['a blank within', rows('3,4,1 2,6,7'), 'has "1 2" in row 1, column pixel2 (line 3)'],
    ['a sign alone', rows('3,4,+,6,7'), 'has "+" in row 1, column pixel2 (line 3)'],
    ['a number of many digits', rows(`3,4,${'9'.repeat(400)},6,7`), `has "${'9'.repeat(20)}" in`],
    ['no value at the end', rows('3,4,5,6,'), 'has no value in row 1, column pixel4 (line 3)'],
    ['a comma too many', rows('3,4,5,6,7,'), 'has more than 5 values in row 1 (line 3)'],
    ['what breaks lines', rows('3,4,a\u2028\u0000b,6,7'), 'has "a\ufffd\ufffdb" in row 1'],
    ['lines that end with CR alone', `${HEADER.trim()}\r1,2,3,4,5\r`, 'as the name of column 5'],
    ['two CR before the line end', rows('3,4,5,6,7\r\r'), 'has "7\ufffd" in row 1, column pixel4'],
    ['columns twice', HEADER.replace('pixel2', 'pixel1'), '"pixel1" as the name of column 3'],
    ['label at the end', 'pixel1,pixel2,pixel3,pixel4,label\n1,2,3,4,5\n', 'column 1, not label'],
    ['one line of a megabyte', '1,'.repeat(2 ** 20), 'has a line of 1048576 bytes or more'],
    ['two bad values', `${HEADER}1,1,1,x,1\n1,y,1,1,1\n`, '"x" in row 0, column pixel3'],
    ['no rows', HEADER, 'has no rows below its header'],
    ['nothing in it', '', 'is empty'],
    [
      'a web page',
      '<html>Not found</html>\n',
      'has "<html>Not found</htm" as the name of column 1',
    ],
    [
      'a missing column',
      HEADER.replace('pixel2,', ''),
      '"pixel3" as the name of column 3, not pixel2',
    ],
    ['a missing last column', 'label,pixel1,pixel2,pixel3\n1,2,3,4\n', 'has 3 pixel columns'],
    ['no header', '1,2,3,4,5\n', 'has "1" as the name of column 1, not label'],
  ])('with %s', (_, text, message) => {
    const path = fileWith(text);
    expect(() => readPixelCsv(path)).toThrow(message);
    expect(() => readPixelCsv(path)).toThrow(`${path} `);
    expect(() => readPixelCsv(path)).toThrow(/Correct it, or delete it and run: npm run data/);
  });
});

describe('a bad file is refused as quickly as a good one is read', () => {
  const good = numberedImages(4000, 28);
  const path = join(folder, 'good.csv');
  let text = '';
  beforeAll(() => {
    writePixelCsv(path, good);
    text = readFileSync(path, 'utf8');
  });
  const secondsOf = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const refused = (read: (path: string) => unknown, bad: string) => () =>
    expect(() => read(bad)).toThrow(/^.*: the line is empty\. Correct it/);

  test.each([
    ['with one empty line in the middle', () => Math.floor(text.length / 2)],
    ['with one empty line before the last row', () => text.length - 2],
  ])('%s', (_, near) => {
    const cut = text.lastIndexOf('\n', near()) + 1;
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, `${text.slice(0, cut)}\n${text.slice(cut)}`);
    readPixelCsv(path);
    const times = secondsOf(() => expectSameImages(readPixelCsv(path), good));
    expect(secondsOf(refused(readPixelCsv, bad))).toBeLessThan(2 * times + 0.05);
    expect(secondsOf(refused(readCsvFrame, bad))).toBeLessThan(2 * times + 0.05);
  });

  test('a frame in which every column misses a value says which comes first', () => {
    const lines = text.split('\n').slice(0, 2001);
    lines[1500] = ','.repeat(784);
    lines[1600] = ','.repeat(784);
    const frame = readCsvFrame(fileWith(lines.join('\n')));
    expect(frame.nullCount().row(0)).toEqual(Array(785).fill(2));
    const time = secondsOf(() =>
      expect(() => imagesOfFrame(frame)).toThrow('has no value in row 1499, column label'),
    );
    expect(time).toBeLessThan(1);
  });
});

describe('a frame', () => {
  test('stops where values without number make a table of images unlikely', () => {
    const bad = fileWith(`${HEADER}${'x,,,,\n'.repeat(200_001)}`);
    expect(() => readCsvFrame(bad)).toThrow('has more than 1000000 values that are not 0 to 255');
  });

  test('shows bad values as missing, and images can not be taken out of it then', () => {
    const frame = readCsvFrame(fileWith(`${HEADER}1,1,NaN,1,1\n2,2,2,2,2\n`));
    expect(frame.shape).toEqual({ height: 2, width: 5 });
    expect(frame.nullCount().row(0)).toEqual([0, 0, 1, 0, 0]);
    expect(() => imagesOfFrame(frame)).toThrow('has no value in row 0, column pixel2');
  });

  test('and images turn into one another', () => {
    // More columns than are turned into rows at once.
    const examples = numberedImages(150, 9);
    const frame = frameOfImages(examples);
    expect(frame.columns.slice(0, 3)).toEqual(['label', 'pixel1', 'pixel2']);
    expectSameImages(imagesOfFrame(frame), examples);
  });

  test('of other columns holds no images', () => {
    const frame = frameOfImages(numberedImages(3));
    expect(() => imagesOfFrame(frame.rename({ pixel2: 'x' }))).toThrow(
      'has "x" (UInt8) as column 3, not "pixel2" (UInt8)',
    );
  });
});
