// The site's own address: it leads to the lessons' index, opened in Lab.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LESSONS = 'lab/index.html?path=notebooks/00-index.ipynb';

/** JupyterLite's own way on from this page: Lab with nothing open. */
const ITS_WAY = /<script type="module">[^<]*config-utils\.js[^<]*<\/script>/;

/** Not put into the history, so that Back leaves the site. */
const WAY_ON = `<meta charset="utf-8">
    <title>nnlab</title>
    <script>location.replace('${LESSONS}');</script>`;

const WITHOUT_SCRIPTS = `<body>
    <p><a href="${LESSONS}">The lessons</a> run in the browser, which must allow JavaScript for it.</p>
  </body>`;

/**
 * Lab reads its settings from this page as well, so everything else in it stays.
 * @param {string} site
 */
export function leadToLessons(site) {
  const file = path.join(site, 'index.html');
  const page = readFileSync(file, 'utf8');
  if (!ITS_WAY.test(page)) throw new Error(`${file} does not lead on as JupyterLite's page did.`);
  const led = page.replace(ITS_WAY, WAY_ON).replace('</head>', `</head>\n  ${WITHOUT_SCRIPTS}`);
  writeFileSync(file, led);
}
