import { expect, test } from 'vitest';
import { outsideAddresses } from './addresses';

test('finds what a page would fetch, also in style sheets and in pages inside the page', () => {
  const inner = '<script src=&quot;https://a.example/x.js&quot;></script>';
  const html = `<link href="https://b.example/y.css" rel="stylesheet"><img src='//c.example/z.png'>
    <style>@import "d.css"; p { background: url(https://e.example/f.png) }</style>
    <iframe srcdoc="${inner}"></iframe>`;
  expect(outsideAddresses(html)).toEqual([
    'https://b.example/y.css',
    '//c.example/z.png',
    'd.css',
    'https://e.example/f.png',
    'https://a.example/x.js',
  ]);
});

test('what stands in the page, and a link to click, is not fetched', () => {
  const html = `<img src="data:image/png;base64,AA"><a href="https://example.org">x</a>
    <style>@font-face { src: url(data:font/woff2;base64,AA) }</style>`;
  expect(outsideAddresses(html)).toEqual([]);
});
