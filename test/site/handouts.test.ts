import { expect, test } from 'vitest';
import { courseThatRuns, pageThatRuns } from '../../scripts/site/handouts.mjs';

// In the site, what one reads leads to what one runs.

const LAB = '../lab/index.html?path=notebooks/02-fashion-from-csv.ipynb';

test('a lesson’s page leads to its notebook', () => {
  const page = '<nav><a class="home" href="index.html">Lessons</a></nav>';
  expect(pageThatRuns(page, '02-fashion-from-csv.html')).toContain(
    `<a href="${LAB}">Run this lesson</a>`,
  );
});

test('the course page leads from each lesson to its own notebook', () => {
  const lesson = (name: string) =>
    `<li data-number="2">\n<h3><a href="${name}.html">Title</a></h3>\n<p>Words.</p>\n<p class="minutes">60 minutes</p></li>`;
  const course = courseThatRuns(lesson('02-fashion-from-csv') + lesson('06-fashion-program'));
  expect(course).toContain(`<p class="minutes"><a href="${LAB}">run it here</a> · 60 minutes`);
  expect(course).toContain('path=notebooks/06-fashion-program.ipynb');
  expect(course.match(/run it here/g)).toHaveLength(2);
});
