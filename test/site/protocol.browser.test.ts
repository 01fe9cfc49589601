import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import cases from '../peers/kernel_cases.json';
import { type Ran, kernelOf, openExposed } from './kernel-page';
import { siteInBrowser } from './site';

// What Jupyter's own tests for kernels ask of the kernel on Node (test/peers), asked of the browser's by
// JupyterLab's own client. Those tests speak by sockets, which a browser has not; a pager and clear_output are
// no part of either kernel.

const here = siteInBrowser();
let page: Page;
let kernel: ReturnType<typeof kernelOf>;
beforeAll(async () => {
  page = await here.browser.newPage();
  await openExposed(page, here.site);
  kernel = kernelOf(page, 'the first');
}, 90_000);

const contentsOf = ({ said }: Ran, type: string) =>
  said.filter((message) => message.type === type).map(({ content }) => content);

test('it says what it is', async () => {
  const info = await kernel.ask('requestKernelInfo', {});
  expect(info).toMatchObject({ status: 'ok', implementation: 'tslab', help_links: [] });
  expect(info['protocol_version']).toMatch(/^5\.\d/);
  expect(info['language_info']).toMatchObject({ name: 'typescript', file_extension: '.ts' });
});

test('a cell says when it begins, what it prints, and when it has ended', async () => {
  const ran = await kernel.execute(cases.code_hello_world);
  expect(ran.reply).toMatchObject({ status: 'ok', execution_count: 1 });
  expect(contentsOf(ran, 'stream')).toEqual([{ name: 'stdout', text: 'hello, world\n' }]);
  expect(contentsOf(ran, 'execute_input')).toEqual([
    { code: cases.code_hello_world, execution_count: 1 },
  ]);
  const states = contentsOf(ran, 'status').map(({ execution_state }) => execution_state);
  expect(states).toEqual(['busy', 'idle']);
  const complaint = await kernel.execute(cases.code_stderr);
  expect(contentsOf(complaint, 'stream')).toEqual([{ name: 'stderr', text: 'a complaint\n' }]);
});

test('the last expression is the result', async () => {
  for (const { code, result } of cases.code_execute_result) {
    const [shown] = contentsOf(await kernel.execute(code), 'execute_result');
    expect(shown?.['data']).toEqual({ 'text/plain': result });
  }
});

test('what a cell shows has its kinds', async () => {
  const ran = await kernel.execute(
    "import { show } from 'nnlab';\nshow({ html: '<b>bold</b>', text: 'bold' });",
  );
  expect(contentsOf(ran, 'display_data')[0]?.['data']).toHaveProperty('text/html');
});

test('an error has its name, its sentence and its lines', async () => {
  const { reply, said } = await kernel.execute(cases.code_generate_error);
  expect(reply).toMatchObject({ status: 'error', ename: 'Error', evalue: 'wrong' });
  expect(said.find(({ type }) => type === 'error')?.content['traceback']).not.toEqual([]);
});

test('Tab completes', async () => {
  for (const { text, matches } of cases.completion_samples) {
    const given = await kernel.ask('requestComplete', { code: text, cursor_pos: text.length });
    expect(given).toMatchObject({ status: 'ok', matches, cursor_end: text.length });
  }
});

test('Shift-Tab explains', async () => {
  const code = cases.code_inspect_sample;
  const asked = { code, cursor_pos: code.length, detail_level: 0 };
  const given = await kernel.ask('requestInspect', asked);
  expect(given).toMatchObject({ status: 'ok', found: true });
  expect(JSON.stringify(given['data'])).toContain('max');
});

test('code is whole, goes on, or can never be right', async () => {
  const judged = async (samples: readonly string[]) => {
    const replies = samples.map((code) => kernel.ask('requestIsComplete', { code }));
    return new Set((await Promise.all(replies)).map(({ status }) => status));
  };
  expect(await judged(cases.complete_code_samples)).toEqual(new Set(['complete']));
  expect(await judged(cases.incomplete_code_samples)).toEqual(new Set(['incomplete']));
  expect(await judged(cases.invalid_code_samples)).toEqual(new Set(['invalid']));
});

test('the cells that ran are given by their number, from the end, and by a pattern', async () => {
  const one = kernelOf(page, 'history');
  for (const { code } of cases.code_execute_result) await one.execute(code);
  const asked = { output: false, raw: true };
  const found = async (more: object) =>
    (await one.ask('requestHistory', { ...asked, ...more }))['history'];
  expect(await found({ hist_access_type: 'tail', n: 1 })).toEqual([
    [1, 3, cases.code_execute_result[2]?.code],
  ]);
  const range = { hist_access_type: 'range', session: 0, start: 1, stop: 3 };
  expect(await found(range)).toHaveLength(2);
  const search = { hist_access_type: 'search', n: 5, pattern: cases.code_history_pattern };
  expect(await found(search)).toEqual([[1, 1, '1 + 2']]);
});

test('it has no comms and says so', async () => {
  expect(await kernel.ask('requestCommInfo', {})).toEqual({ status: 'ok', comms: {} });
});

const WAITS = "console.log('begun');\nawait new Promise(() => undefined);";

test('Stop ends a cell that waits, and names from before are kept', async () => {
  await kernel.execute('const kept = 7;');
  const waiting = kernel.execute(WAITS);
  await page.waitForTimeout(500);
  await kernel.do('interrupt');
  expect((await waiting).reply).toMatchObject({ status: 'error', ename: 'Stopped' });
  const [shown] = contentsOf(await kernel.execute('kept'), 'execute_result');
  expect(shown?.['data']).toEqual({ 'text/plain': '7' });
});

test('Stop ends an endless loop with its kernel, says so, and cells run again', async () => {
  const looping = kernel.execute('for (;;) {}');
  await page.waitForTimeout(500);
  await kernel.do('interrupt');
  const { reply } = await looping;
  expect(reply['evalue']).toContain('all variables are lost');
  expect((await kernel.execute('kept')).reply['evalue']).toContain('kept');
  expect((await kernel.execute('1 + 2')).reply).toMatchObject({ status: 'ok' });
});

test('a restart forgets the names and counts from 1', async () => {
  const one = kernelOf(page, 'restarted');
  await one.execute('const before = 1;');
  await one.do('restart');
  expect((await one.execute('before')).reply).toMatchObject({
    status: 'error',
    execution_count: 1,
  });
});

test('two kernels at once have names of their own, and both train', async () => {
  const [one, other] = [kernelOf(page, 'one'), kernelOf(page, 'another')];
  await Promise.all([one.execute('const mine = 1;'), other.execute('const mine = 2;')]);
  const training = [
    "import { dense128, historyOf, loadFashion, sliceRows, toTensors, train } from 'nnlab';",
    'const fashion = await loadFashion();',
    'const model = dense128();',
    "model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });",
    'await train(model, toTensors(sliceRows(fashion.train, 0, 640)), { epochs: 2 });',
    '[mine, historyOf(model).length]',
  ].join('\n');
  const ran = await Promise.all([one.execute(training), other.execute(training)]);
  const results = ran.map((it) => contentsOf(it, 'execute_result')[0]?.['data']);
  expect(results).toEqual([{ 'text/plain': '[ 1, 2 ]' }, { 'text/plain': '[ 2, 2 ]' }]);
}, 120_000);
