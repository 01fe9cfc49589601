import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup/project.mjs';
import { canMakeUsers, Class } from './class';

// Six users of the system, one real hub. Only root makes users.

const NAMES = [1, 2, 3, 4, 5, 6].map((number) => `nnlabtest${number}`);
const LESSON = '02-fashion-from-csv.ipynb';
const GREEDY = 'greedy.ipynb';
const CALM = 'calm.ipynb';

/** Takes 20 MB after 20 MB. */
const TAKES_WITHOUT_END = `const parts: Uint8Array[] = [];
for (let count = 0; count < 500; count++) {
  parts.push(new Uint8Array(20_000_000).fill(1));
  await new Promise((later) => setTimeout(later, 10));
}`;

if (canMakeUsers) describe('a class of six', aClass);
else {
  test('only root makes users: no hub was started', () => {
    expect(canMakeUsers).toBe(false);
  });
}

function aClass(): void {
  const [one = '', two = ''] = NAMES;
  let all: Class;

  beforeAll(async () => {
    all = await Class.of(NAMES, ['c.Spawner.mem_limit = "1500M"']);
    await all.starts();
  }, 300_000);
  afterAll(() => all.close(), 60_000);

  /** Puts a notebook of one cell into a learner's folder, as the learner's own. */
  function writes(learner: string, name: string, source: string): string {
    const folder = all.folder(learner);
    const file = path.join(folder, 'notebooks', name);
    writeFileSync(file, JSON.stringify(notebookOf(source)));
    chownSync(file, statSync(folder).uid, statSync(folder).gid);
    return file;
  }

  test('runs lesson 2 at once, each in a folder of one’s own', async () => {
    const visits = await all.run(LESSON);
    expect(visits.map(({ problems }) => problems)).toEqual(NAMES.map(() => []));
    for (const name of NAMES) {
      expect(statSync(all.folder(name)).mode & 0o777).toBe(0o700);
      const files = all.files(name);
      const executed = files.get(path.join(all.folder(name), 'notebooks', LESSON));
      expect(executed).toContain('image/png');
      expect([...files.keys()].filter((file) => file.endsWith('.keras'))).toHaveLength(1);
    }
  }, 240_000);

  test('a learner reads nothing of another one, and changes nothing of the course', () => {
    const denied = 'Permission denied';
    expect(all.says(one, `ls ${all.folder(one)}`)).toContain('notebooks');
    expect(all.says(one, `ls ${all.folder(two)}`)).toContain(denied);
    expect(all.says(one, `cat ${all.folder(two)}/notebooks/${LESSON}`)).toContain(denied);
    const runtime = '.jupyter/runtime';
    expect(all.says(two, `ls ${all.folder(two)}/${runtime}`)).toContain('kernel-');
    expect(all.says(one, `cat ${all.folder(two)}/${runtime}/kernel-*.json`)).toContain(denied);
    expect(all.says(one, `touch ${root}/notebooks/mine`)).toContain(denied);
  });

  test('a learner’s token opens no other one’s server', async () => {
    const reply = await all.ask(`/hub/api/users/${one}/tokens`, 'POST');
    const { token } = (await reply.json()) as { token: string };
    expect((await all.ask(`/user/${one}/api/contents`, 'GET', token)).status).toBe(200);
    expect((await all.ask(`/user/${two}/api/contents`, 'GET', token)).status).toBe(403);
  });

  test('a kernel that takes too much is ended, says so below its cell, and loses no file', async () => {
    const file = writes(one, GREEDY, TAKES_WITHOUT_END);
    const before = all.files(one);
    before.delete(file);
    const [{ problems } = { problems: [] }] = await all.run(GREEDY, [one]);
    expect(problems.join('')).toMatch(
      /^This kernel.* took 1\.\d of the 1\.5 GB of memory that are yours/,
    );
    expect(readFileSync(file, 'utf8')).toContain('Your notebook and files are kept');
    const after = all.files(one);
    after.delete(file);
    expect(after).toEqual(before);
  }, 120_000);

  test('a hub that starts again and an idle server that is ended lose no file and leave no program', async () => {
    const before = all.files(two);
    await all.stops();
    expect(all.programs()).toBe('');
    await all.starts([
      'c.JupyterHub.services[0]["command"][-1:] = ["--timeout=4", "--cull-every=1"]',
      'c.Spawner.environment["JUPYTERHUB_ACTIVITY_INTERVAL"] = "1"',
    ]);
    await all.ask(`/hub/api/users/${two}/server`, 'POST');
    await expect.poll(() => all.programs(), { timeout: 60_000 }).toContain('jupyterhub-singleuser');
    await expect.poll(() => all.programs(), { timeout: 90_000, interval: 1000 }).toBe('');
    expect(all.files(two)).toEqual(before);
  }, 200_000);

  test('a hub that is killed leaves none of its learners’ servers and kernels', async () => {
    await all.stops();
    await all.starts(['c.JupyterHub.services[0]["command"][-2:] = ["--timeout=3600"]']);
    writes(one, CALM, '1 + 1');
    await all.run(CALM, [one]);
    expect(all.programs()).toContain('jupyterhub-singleuser');
    expect(all.programs()).toContain('tslab');
    await all.killHub();
    await expect.poll(() => all.programs(), { timeout: 60_000, interval: 500 }).toBe('');
  }, 200_000);
}

/** A notebook of one cell. */
function notebookOf(source: string) {
  const cell = {
    cell_type: 'code',
    execution_count: null,
    id: 'only',
    metadata: {},
    outputs: [],
    source,
  };
  const kernelspec = { display_name: 'TypeScript', language: 'typescript', name: 'tslab' };
  return { cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}
