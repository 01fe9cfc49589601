import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assignmentsOf, instructionsOf } from './containerfile';
import { ignoring } from './ignored';

// The Containerfile beside what it repeats: the README, the lists of packages, .gitignore. `npm run test:container`
// builds it.

const project = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(project, name), 'utf8');
const instructions = instructionsOf(read('Containerfile'));
const runs = instructions.filter(({ name }) => name === 'RUN').map(({ text }) => text);

describe('reading a Containerfile', () => {
  test('joins lines, leaves comments out and reads lists', () => {
    expect(instructionsOf('# why\nRUN a \\\n  && b\nCMD ["a", "b c"]')).toEqual([
      { name: 'RUN', text: 'a && b', list: undefined },
      { name: 'CMD', text: '["a", "b c"]', list: ['a', 'b c'] },
    ]);
    expect(assignmentsOf('A=1 B=$A/x')).toEqual([
      ['A', '1'],
      ['B', '$A/x'],
    ]);
  });

  test('refuses an instruction that it does not know', () => {
    expect(() => instructionsOf('VOLUME /data')).toThrow('unknown instruction: VOLUME /data');
  });
});

describe('the Containerfile', () => {
  test('begins with the README’s line for Debian 13', () => {
    const line =
      /On Debian 13\s+`sudo apt-get install ([^`]+)`/.exec(read('README.md'))?.[1] ?? '-';
    expect(instructions[0]?.text).toBe('debian:trixie-slim AS tools');
    expect(runs[0]).toContain(line);
  });

  test('goes on with the project’s own commands', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const called = runs.flatMap((text) => [...text.matchAll(/npm run ([\w:]+)/g)]);
    expect(called.map(([, name]) => name)).toEqual(['setup', 'data']);
    for (const [, name = ''] of called) expect(scripts).toHaveProperty(name);
  });

  test('takes what git keeps and nothing else', () => {
    const ignored = ignoring(project);
    const kept = [
      'src/index.ts',
      'data/README.md',
      'data/sample/fashion-mnist/x.gz',
      'lite/src/a.ts',
    ];
    expect(kept.filter(ignored)).toEqual([]);
    const left = [
      '.git/HEAD',
      'node_modules/a',
      'data/fashion-mnist_train.csv',
      'work/anna/a.ipynb',
    ];
    expect(left.filter((file) => !ignored(file))).toEqual([]);
    const inGit = read('.gitignore').match(/^\/?[\w.]+\/$/gm) ?? [];
    expect(inGit.length).toBeGreaterThan(5);
    expect(inGit.filter((folder) => !ignored(`${folder.replace(/^\//, '')}x`))).toEqual([]);
  });

  test('adds to a learner’s Python the packages of a hub, in the versions that it has', () => {
    const pins = (name: string) =>
      new Map([...read(name).matchAll(/^([\w-]+)==(\S+)/gm)].map(([, a = '', b = '']) => [a, b]));
    const added = pins('classroom/container/requirements.txt');
    const [own, hub] = [pins('scripts/requirements.txt'), pins('classroom/requirements.txt')];
    expect(added.get('jupyterhub')).toBe(hub.get('jupyterhub'));
    expect([...added.keys()].filter((name) => own.has(name))).toEqual([]);
  });
});

// A link would do; tools that check files by name stumble over one.
test('Binder finds the same under the name that it looks for', () => {
  expect(read('binder/Dockerfile')).toBe(read('Containerfile'));
});

test('a dev container is built of its first part and has the editor’s extensions', () => {
  const container = JSON.parse(read('.devcontainer/devcontainer.json')) as {
    build: { dockerfile: string; context: string; target: string };
    forwardPorts: number[];
    postCreateCommand: string;
    customizations: { vscode: { extensions: string[] } };
  };
  const { dockerfile, target } = container.build;
  expect(realpathSync(join(project, '.devcontainer', dockerfile))).toBe(
    join(project, 'Containerfile'),
  );
  expect(instructions[0]?.text).toMatch(new RegExp(`AS ${target}$`));
  expect(container.postCreateCommand).toBe('npm run setup');
  const { recommendations } = JSON.parse(read('.vscode/extensions.json')) as {
    recommendations: string[];
  };
  expect(container.customizations.vscode.extensions).toEqual(recommendations);
});
