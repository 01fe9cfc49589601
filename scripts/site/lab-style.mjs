// The site's Lab looks as the course's own does.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LAB_STYLE } from '../setup/kernel.mjs';

/** @param {string} site */
export function styleLab(site) {
  const file = path.join(site, 'lab/index.html');
  cpSync(path.join(LAB_STYLE, 'custom.css'), path.join(site, 'nnlab/lab.css'));
  const link = '<link rel="stylesheet" href="../nnlab/lab.css">';
  writeFileSync(file, readFileSync(file, 'utf8').replace('</head>', `  ${link}\n  </head>`));
}
