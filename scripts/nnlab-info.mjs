#!/usr/bin/env node
// npx nnlab-info model.keras: what a model file holds.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import './before-tensorflow.cjs';

const { modelInfo } = await import('nnlab/dist/keras/info.js');

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Say which file: npx nnlab-info model.keras');
  process.exitCode = 2;
}
for (const path of paths) {
  try {
    // In a terminal a name means first of all the file in this folder; then one in models/.
    console.log(await modelInfo(existsSync(path) ? resolve(path) : path));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
