// The handouts beside the lessons: in the site, a page leads to the notebook that it is made from.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { boundToItsOrigin } from './offline.mjs';

/**
 * @param {string} from
 * @param {string} to
 */
export function putPages(from, to) {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(to, name);
    if (name.endsWith('.html')) change(file, boundToItsOrigin);
    if (name === 'index.html') change(file, courseThatRuns);
    else if (/^\d\d-.*\.html$/.test(name)) change(file, (html) => pageThatRuns(html, name));
  }
}

/**
 * @param {string} file
 * @param {(html: string) => string} how
 */
function change(file, how) {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

/** @param {string} page */
const addressOf = (page) => `../lab/index.html?path=notebooks/${page.replace(/\.html$/, '')}.ipynb`;

/**
 * A lesson's page, with a way to the lesson in its header.
 * @param {string} html
 * @param {string} page
 */
export function pageThatRuns(html, page) {
  const home = '<a class="home" href="index.html">Lessons</a>';
  return html.replace(home, `${home}<a href="${addressOf(page)}">Run this lesson</a>`);
}

/**
 * The course page, with a way to each lesson beside its minutes.
 * @param {string} html
 */
export function courseThatRuns(html) {
  const lesson = /(<li data-number="[^"]*">\s*<h3><a href="([^"]+)">[^]*?<p class="minutes">)/g;
  return html.replace(
    lesson,
    (_, start, page) => `${start}<a href="${addressOf(page)}">run it here</a> · `,
  );
}
