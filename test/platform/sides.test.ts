import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as browser from '../../src/platform/browser';
import { setSurroundings, storeInMemory, type FileStore } from '../../src/platform/browser/start';
import * as node from '../../src/platform/node';

// A type that one side lacks, or has otherwise, does not compile here.
const sides: readonly (readonly [string, typeof node])[] = [
  ['Node', node],
  ['the browser', browser as typeof node],
];

/** What the store of this test holds. */
let read: FileStore['read'];

beforeEach(() => {
  const site = 'https://course.example/';
  const folder = 'lessons';
  const store = storeInMemory();
  read = store.read;
  setSurroundings({ site, siteFiles: {}, store, folder, env: { A: 'b' } });
});

test('both sides offer the same', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
});

const text = new TextEncoder().encode('a line of text, again and again. '.repeat(4000));

describe.each(sides)('on the side of %s', (_, side) => {
  test('packed bytes come back, by either side', () => {
    for (const packed of [node.gzip(text), browser.gzip(text), gzipSync(text)]) {
      expect(Uint8Array.from(side.unpack(packed, text.length))).toEqual(text);
      expect(side.contentStart(packed)[0]).toBe(text[0]);
    }
    // Behind two bytes of zlib, in front of its sum, lies what a zip archive holds.
    const raw = side.deflate(text).subarray(2, -4);
    expect(Uint8Array.from(side.inflateRaw(raw, text.length))).toEqual(text);
  });

  test('what is not packed stays as it is', () => {
    expect(side.unpack(text, 1)).toBe(text);
  });

  test('what is damaged, cut off or too long is refused in a sentence', () => {
    const packed = node.gzip(text);
    expect(() => side.unpack(packed, text.length - 1)).toThrow(`more than ${text.length - 1}`);
    expect(() => side.unpack(packed.subarray(0, 100), 1e6)).toThrow('is cut off');
    const wrong = packed.slice();
    wrong.fill(255, 12, 40);
    expect(() => side.unpack(wrong, 1e6)).toThrow(/is damaged|is cut off/);
    const raw = side.deflate(text).subarray(2, -4);
    expect(() => side.inflateRaw(raw, text.length - 1)).toThrow();
  });

  test('the SHA-256 is the published one', () => {
    const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(side.sha256(new TextEncoder().encode('abc'))).toBe(sum);
  });

  test.each([
    [1, 1, true],
    [NaN, NaN, true],
    [0, -0, false],
    ['a', 'b', false],
    [[1, [2, 3]], [1, [2, 3]], true],
    [[1, 2], [1, 2, 3], false],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2), true],
    [Uint8Array.of(1, 2), [1, 2], false],
    [null, undefined, false],
  ])('%j and %j hold the same: %s', (one, other, same) => {
    expect(side.sameContent(one, other)).toBe(same);
  });

  test('names are new ones', () => {
    expect(side.newName()).toMatch(/^[0-9a-f]{16}$/);
    expect(side.newName()).not.toBe(side.newName());
  });

  test('others have their turn', async () => {
    let had = false;
    setTimeout(() => (had = true));
    while (!had) await side.nextTurn();
    expect(had).toBe(true);
  });
});

describe('paths in a browser are those of Linux', () => {
  const { posix } = path;

  test.each([['a', '../b', './c/'], ['/x/', '', 'y'], ['..', 'a'], ['']])(
    'joined: %s',
    (...parts) => {
      expect(browser.join(...parts)).toBe(posix.join(...parts).replace(/(.)\/$/, '$1'));
    },
  );

  test.each(['/a/b.c', 'b.c', '/b', 'a/b/c'])('folder and name of %s', (one) => {
    expect(browser.dirname(one)).toBe(posix.dirname(one));
    expect(browser.basename(one)).toBe(posix.basename(one));
  });

  test('a relative one begins in the notebook’s folder', () => {
    expect(browser.resolve('a.keras')).toBe('/lessons/a.keras');
    expect(browser.resolve('../data', 'x')).toBe('/data/x');
    expect(browser.resolve('/models', '../../..', 'x')).toBe('/x');
    expect(browser.relative('/lessons', '/models/x')).toBe(posix.relative('/lessons', '/models/x'));
  });
});

describe('files in a browser', () => {
  test('are written, found, read and told of', () => {
    browser.writeFileSafely('a.txt', text);
    expect(browser.fileExists('/lessons/a.txt')).toBe(true);
    expect(browser.sizeOfFile('a.txt')).toBe(text.length);
    expect(browser.readFileBytes('../lessons/a.txt')).toEqual(text);
    expect(browser.shownPath('a.txt')).toBe('lessons/a.txt');
    expect(() => browser.readText('b.txt')).toThrow('is not there');
  });

  test('are put together piece by piece, whole or not at all', () => {
    const piece = Uint8Array.of(1, 2);
    browser.replaceFileSync('a', function* () {
      piece[0] = 1;
      yield piece;
      piece[0] = 9;
      yield piece;
    });
    expect([...browser.readFileBytes('a')]).toEqual([1, 2, 9, 2]);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => browser.replaceFileSync('a', fail)).toThrow('no');
    expect(browser.sizeOfFile('a')).toBe(4);
    browser.writeFileSafely('a', piece);
    expect([...browser.readFileBytes('a')]).toEqual([9, 2]);
    browser.replaceFileSync('a', () => [Uint8Array.of(5)]);
    expect([...browser.readFileBytes('a')]).toEqual([5]);
  });

  test('are made anew whenever they are read where they are tables, and come in whole lines', () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${i},${(i * i) % 997}\n`);
    const begin = lines.slice(0, 20_000).join('');
    const end = lines.slice(20_000).join('');
    const pieces = vi.fn(() => [begin, end].map((piece) => new TextEncoder().encode(piece)));
    browser.replaceFileSync('table', pieces);
    expect(read('lessons/table')).toBeUndefined();
    expect(browser.fileExists('table')).toBe(true);
    const size = browser.sizeOfFile('table');
    expect(size).toBe(begin.length + end.length);
    pieces.mockClear();
    const found = [...browser.wholeLines('table', size)].map((piece) =>
      new TextDecoder().decode(piece),
    );
    expect(found).toEqual([begin, end]);
    expect(browser.readText('table')).toBe(begin + end);
    expect(pieces).toHaveBeenCalledTimes(2);
  });

  test('come in whole lines, the last one too', () => {
    browser.writeFileSafely('lines', new TextEncoder().encode('one\ntwo'));
    const pieces = [...browser.wholeLines('lines', 7)].map((piece) =>
      new TextDecoder().decode(piece),
    );
    expect(pieces).toEqual(['one\n', 'two\n']);
    browser.writeFileSafely('empty', new Uint8Array(0));
    expect([...browser.wholeLines('empty', 0)]).toEqual([]);
  });
});

describe('a data frame in a browser answers as Polars does:', () => {
  const names = ['label', 'pixel1', 'pixel2'];
  const columns = [
    Uint8Array.of(3, 1, 3, 9, 0, 7),
    Uint16Array.of(256, 255, 0, 12, 256, 1),
    Uint16Array.of(256, 256, 256, 256, 5, 256),
  ];
  const frames = sides.map(([, side]) => side.frameOfColumns(names, columns));
  const [polars, own] = frames as [node.DataFrame, node.DataFrame];

  const questions: Readonly<Record<string, (frame: node.DataFrame) => unknown>> = {
    size: ({ height, width, shape }) => [height, width, shape.height, shape.width],
    columns: ({ columns: own }) => own,
    types: ({ dtypes }) => dtypes.map(({ variant }) => variant as unknown),
    rows: (frame) => frame.rows(),
    'one row': (frame) => frame.row(1),
    beginning: (frame) => frame.head(2).rows(),
    end: (frame) => frame.tail(2).rows(),
    'beginning of more than there is': (frame) => frame.head(99).rows(),
    'without a column': (frame) => frame.drop('label').columns,
    'missing values': (frame) => frame.nullCount().row(0),
    'smallest values': (frame) => frame.min().row(0),
    'largest values': (frame) => frame.max().row(0),
    means: (frame) => frame.mean().row(0),
    variances: (frame) => frame.drop('label').var().row(0),
    'a column’s values': (frame) => [...frame.getColumn('label').toArray()],
    'a column’s missing values': (frame) => frame.getColumn('pixel1').nullCount(),
  };

  test.each(Object.entries(questions))('%s', (_, ask) => {
    const [answer, wanted] = [ask(own), ask(polars)];
    expect(answer).toEqual(wanted);
  });

  test('the first missing value of each column, and the bytes of a whole one', () => {
    expect(browser.firstMissing(own)).toEqual(node.firstMissing(polars));
    const label = (read: (from: number, to: number) => Uint8Array) => [...read(0, 1)];
    expect(label(browser.byteColumns(own))).toEqual(label(node.byteColumns(polars)));
  });

  test('bytes of several columns, one after the other', () => {
    const bytes = [Uint8Array.of(3, 1), Uint8Array.of(7, 255), Uint8Array.of(0, 9)];
    for (const [, side] of sides) {
      const frame = side.frameOfColumns(names, bytes);
      expect([...side.byteColumns(frame)(1, 3)]).toEqual([7, 255, 0, 9]);
      // Reading leaves the frame as it is.
      expect([frame.shape, frame.row(1)]).toMatchObject([{ height: 2, width: 3 }, [1, 255, 9]]);
    }
  });

  test('no column of that name stops it', () => {
    expect(() => own.getColumn('pixel3')).toThrow('pixel3');
  });
});
