import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, Refusal } from '../../../src/data/fetch/ask';

const answers = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', answers));
afterEach(() => {
  answers.mockReset();
  vi.unstubAllGlobals();
});

const { signal } = new AbortController();
const nothing = () => ({ bytes: 0, version: undefined });
const redirect = (location: string, status = 302) =>
  new Response(null, { status, headers: { location } });
const asked = () => answers.mock.calls.map(([address]) => String(address));
const headers = () => answers.mock.calls.at(-1)?.[1]?.headers;

describe('a server is asked', () => {
  test('for the whole file, not packed again, while nothing is there', async () => {
    answers.mockResolvedValue(new Response('all'));
    expect(await (await ask('https://one/a', nothing(), signal)).text()).toBe('all');
    expect(headers()).toEqual({ 'accept-encoding': 'identity' });
    expect(answers.mock.calls[0]?.[1]).toMatchObject({ signal, redirect: 'manual' });
  });

  test('for the rest of what is there, if it is still the same version', async () => {
    const rest = () => {
      const range = { 'content-range': 'bytes 10-19/20', etag: '"two"' };
      return new Response('rest', { status: 206, headers: range });
    };
    answers.mockImplementation(() => Promise.resolve(rest()));
    const have = { bytes: 10, version: undefined };
    await ask('https://one/a', have, signal);
    expect(headers()).toEqual({ 'accept-encoding': 'identity', range: 'bytes=10-' });
    expect(have).toEqual({ bytes: 10, version: '"two"' });
    await ask('https://one/a', have, signal);
    expect(headers()).toMatchObject({ range: 'bytes=10-', 'if-range': '"two"' });
  });

  test('and may send the whole file all the same, which begins anew then', async () => {
    answers.mockResolvedValue(new Response('all'));
    const have = { bytes: 10, version: '"one"' };
    await ask('https://one/a', have, signal);
    expect(have).toEqual({ bytes: 0, version: undefined });
  });

  test.each(['bytes 3-9/10', 'bytes 100-109/110', undefined])(
    'and is refused where it sends another part: %s',
    async (range) => {
      const sent = range === undefined ? {} : { 'content-range': range };
      answers.mockResolvedValue(new Response('part', { status: 206, headers: sent }));
      await expect(ask('https://one/a', { bytes: 10, version: '"one"' }, signal)).rejects.toThrow(
        'sends another part of the file than asked for',
      );
    },
  );

  test.each([
    [404, 'Not Found', 'answers 404 Not Found'],
    [599, '', 'answers 599'],
    [304, 'Not Modified', 'answers 304 Not Modified'],
  ])('and is refused where it answers %i', async (status, statusText, message) => {
    answers.mockResolvedValue(new Response(null, { status, statusText }));
    const refused = await ask('https://one/a', nothing(), signal).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).message).toBe(message);
  });
});

describe('a redirect', () => {
  test.each([300, 302, 399])('with %i is followed, from where it stands', async (status) => {
    answers.mockResolvedValueOnce(redirect('../b', status));
    answers.mockResolvedValueOnce(new Response('all'));
    await ask('https://one/x/a', nothing(), signal);
    expect(asked()).toEqual(['https://one/x/a', 'https://one/b']);
  });

  test('is none where an answer merely names another place', async () => {
    const headers = { location: '/b' };
    answers.mockResolvedValue(new Response('all', { headers }));
    await ask('https://one/a', nothing(), signal);
    answers.mockResolvedValue(new Response(null, { status: 400, headers }));
    await expect(ask('https://one/a', nothing(), signal)).rejects.toThrow('answers 400');
    expect(answers).toHaveBeenCalledTimes(2);
  });

  test('never leads out of https, but http may go on as it is', async () => {
    answers.mockResolvedValueOnce(redirect('http://two/a'));
    await expect(ask('https://one/a', nothing(), signal)).rejects.toThrow(
      'redirects to http://, which is not safe',
    );
    answers.mockResolvedValueOnce(redirect('http://two/a'));
    answers.mockResolvedValueOnce(new Response('all'));
    await ask('http://one/a', nothing(), signal);
    expect(asked()).toEqual(['https://one/a', 'http://one/a', 'http://two/a']);
  });

  test('is followed five times, not six', async () => {
    const there = (times: number) => {
      answers.mockReset();
      for (let hop = 0; hop < times; hop++) answers.mockResolvedValueOnce(redirect(`/${hop}`));
      answers.mockResolvedValueOnce(new Response('all'));
      return ask('https://one/a', nothing(), signal);
    };
    expect((await there(5)).status).toBe(200);
    await expect(there(6)).rejects.toThrow('redirects in circles');
  });
});
