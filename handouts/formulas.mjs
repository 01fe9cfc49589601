// Sets formulas for the handouts: one JSON request a line on stdin, one JSON answer a line on stdout.
// {"tex": "…", "display": true} → {"html": "…"};   {"css": "<html of the page>"} → {"css": "…"}
import katex from 'katex';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const folder = path.dirname(createRequire(import.meta.url).resolve('katex'));

/**
 * @param {string} tex
 * @param {boolean} displayMode
 */
function formula(tex, displayMode) {
  return katex.renderToString(tex, { displayMode, output: 'htmlAndMathml', throwOnError: true });
}

/**
 * KaTeX's style sheet with the fonts that the page's formulas use inside it.
 * @param {string} html
 */
function styleSheet(html) {
  const css = readFileSync(path.join(folder, 'katex.min.css'), 'utf8');
  return css.replace(/@font-face\{.*?\}/g, (face) =>
    isUsed(face, css, html) ? inlined(face) : '',
  );
}

/**
 * A face is used if a class of the page asks for its family; the main faces always are.
 * @param {string} face
 * @param {string} css
 * @param {string} html
 */
function isUsed(face, css, html) {
  const family = /font-family:"?(KaTeX_\w+)/.exec(face)?.[1] ?? '';
  if (family === 'KaTeX_Main' || family === 'KaTeX_Math') return true;
  const rules = css.matchAll(new RegExp(`([^{}]+)\\{[^{}]*font-family:[^;{}]*${family}\\b`, 'g'));
  const classes = [...rules].flatMap(([, rule = '']) => [...rule.matchAll(/\.([\w-]+)/g)]);
  return classes.some(
    ([, name = '']) => name !== 'katex' && new RegExp(`\\b${name}\\b`).test(html),
  );
}

/** @param {string} face */
function inlined(face) {
  const file = /url\((fonts\/[^)]+\.woff2)\)/.exec(face)?.[1] ?? '';
  const font = readFileSync(path.join(folder, file)).toString('base64');
  return face.replace(/src:.*(?=\})/, `src:url(data:font/woff2;base64,${font}) format("woff2")`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer =
      'css' in request
        ? { css: styleSheet(request.css) }
        : { html: formula(request.tex, request.display) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
