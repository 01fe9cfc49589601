import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findFile, localPlaces } from '../../src/data/fetch/find';
import { sources } from '../../src/data/fetch/sources';
import { projectFolder } from '../lab/server';
import { folder } from './page';
import { built, python, ran } from './sample-lesson';
import { writtenLesson } from './written-lesson';

test('handouts made with data in a folder of one’s own do not tell where it lies', async () => {
  const strange = mkdtempSync(path.join(tmpdir(), 'somebodys own '));
  const place = path.join(strange, sources.fashion.folder);
  mkdirSync(place);
  for (const file of sources.fashion.files) {
    const found = findFile(sources.fashion, file, localPlaces(), () => undefined);
    if (found) symlinkSync(found.path, path.join(place, path.basename(found.path)));
  }
  mkdirSync(path.join(strange, sources.digits.folder));
  const [first] = sources.digits.files;
  writeFileSync(path.join(strange, sources.digits.folder, first?.name ?? ''), 'damaged');
  const code = "import * as nn from 'nnlab';\nnn.openLesson({ seed: 1 });";
  const lesson = writtenLesson('01-places', [
    { prose: '# Places' },
    { code },
    { code: 'const fashion = await nn.loadFashion();\nfashion.source' },
    { code: 'const digits = await nn.loadDigits();\ndigits.source' },
  ]);
  const executed = path.join(folder, '01-places.ipynb');
  const report = path.join(folder, 'places.report.json');
  ran(python, ['scripts/execute.py', lesson, executed, report], { NNLAB_DATA: strange });
  const pages = await built('places', [executed]);
  const texts = readdirSync(pages).map((name) => readFileSync(path.join(pages, name), 'utf8'));
  const all = texts.join('\n');
  expect(all).toContain('it is passed over');
  expect(all).toMatch(/Fashion-MNIST: .* images/);
  for (const place of [strange, projectFolder, homedir()])
    expect(all.split(`${place}/`)).toHaveLength(1);
}, 120_000);
