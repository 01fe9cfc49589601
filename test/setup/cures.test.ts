// What a person is told when something is missing: what, and the sentence that cures it; never a stack.
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gist } from '../../scripts/setup/lesson.mjs';
import { checkNode } from '../../scripts/setup/node.mjs';
import { type Ended, Sandbox } from './sandbox';

let sandbox: Sandbox;
beforeAll(() => void (sandbox = new Sandbox()));
afterAll(() => sandbox.remove());

/** A program of the machine as a shell script, found before all others. */
function withProgram(name: string, script: string): Record<string, string> {
  const file = join(sandbox.folder, name);
  writeFileSync(file, `#!/bin/bash\n${script}\n`);
  chmodSync(file, 0o755);
  return { NNLAB_PYTHON: '', CXX: '', [name === 'python' ? 'NNLAB_PYTHON' : 'CXX']: file };
}

function expectCure({ code, output }: Ended, problem: RegExp, cure: RegExp) {
  const [last = '', before = ''] = output.trim().split('\n').reverse();
  expect(code).toBe(1);
  expect(before).toMatch(problem);
  expect(last).toMatch(/^→ /);
  expect(last).toMatch(cure);
  expect(output).not.toMatch(/^\s+at /m);
}

test('an old Node', () => {
  expect(() => checkNode('18.20.0')).toThrow('Node 18.20.0 is too old');
});

test('npm that fails', async () => {
  const ended = await sandbox.setUp({ STAND_IN_NO_NETWORK: '1' });
  expectCure(ended, /`npm ci` failed/, /Check the network/);
  // What was under way beside it came to its end, and nothing was begun after it.
  expect(ended.output).toContain('✓ Python environment');
  expect(ended.output).not.toContain('kernel');
  rmSync(sandbox.path('.venv'), { recursive: true });
});

test('an old Python', async () => {
  const old = withProgram('python', `echo '[[3, 9, 2], "/usr/bin/python3.9"]'`);
  expectCure(await sandbox.setUp(old), /No Python 3.10 or newer.*is 3\.9\.2/, /python3/);
});

test('no Python at all', async () => {
  const none = withProgram('python', 'exit 127');
  expectCure(await sandbox.setUp(none), /No Python 3.10 or newer/, /apt-get install python3|brew/);
});

test('a Python without venv', async () => {
  const bare = withProgram('python', `[ "$1" = -c ] && echo '[[3, 11, 2], "/usr/bin/python3"]'`);
  expectCure(
    await sandbox.setUp(bare),
    /cannot make a virtual environment/,
    /apt-get install python3-venv'?$|brew/,
  );
  expect(existsSync(sandbox.path('.venv/nnlab-made.txt'))).toBe(false);
});

test('a Python without venv and no compiler: both are said at once, before anything is fetched', async () => {
  const bare = withProgram(
    'python',
    `[[ $2 == *ensurepip* ]] && exit 1\necho '[[3, 11, 2], "'$0'"]'`,
  );
  sandbox.forgetCalls();
  rmSync(sandbox.path('.venv'), { recursive: true, force: true });
  const ended = await sandbox.setUp({ ...bare, CXX: '', STAND_IN_NO_COMPILER: '1' });
  expectCure(
    ended,
    /No C\+\+ compiler was found, and .* cannot be downloaded \(its host cannot be reached\)/,
    /: (sudo |su -c ')?apt-get install python3-venv g\+\+'?$|brew/,
  );
  expect(ended.output).toMatch(/Python 3\.11\.2 \(.*\) has no venv\./);
  expect(sandbox.calls()).toBe('');
  expect(ended.seconds).toBeLessThan(20);
});

test('no compiler', async () => {
  const ended = await sandbox.setUp({ STAND_IN_NO_COMPILER: '1' });
  expectCure(ended, /No C\+\+ compiler/, /apt-get install g\+\+|xcode-select --install/);
});

test('a compiler that fails', async () => {
  const failing = withProgram('compiler', '[ "$1" = --version ]');
  expectCure(await sandbox.setUp(failing), /did not compile/, /apt-get install g\+\+/);
});

test('a library that does not compile', async () => {
  sandbox.write('src/index.ts', "export const answer: number = 'text';\n");
  const ended = await sandbox.setUp();
  expectCure(ended, /src\/ does not compile/, /git checkout src/);
  expect(ended.output).toContain('src/index.ts(1,14)');
  rmSync(sandbox.path('src/index.ts'));
});

test("a lesson that fails: the doctor quotes the line that says why, of all that Jupyter's report holds", () => {
  const rule = '------------------';
  const cell = "import { imageAt, setSeed } from 'nnlab';";
  const report = (why: string) =>
    `An error occurred while executing the following cell:\n${rule}\n${cell}\n${rule}\n\n----- stderr -----\n${why}\n${rule}\n\n: \n`;
  expect(gist(report("2:34 - Cannot find module 'nnlab'."))).toBe(
    "2:34 - Cannot find module 'nnlab'.",
  );
  expect(gist(report('Error: no TensorFlow\n    at Module.load'))).toBe('Error: no TensorFlow');
});
