// Learners who come through the hub as a program, not as a browser: for measurements and tests.
import { spawn } from 'node:child_process';
import { inProject } from '../setup/project.mjs';

/** @typedef {{ learner: string, ready?: number, lesson?: number, problems?: string[] }} Visit */

/** The setting that lets a program start learners' servers, with the token from the environment. */
export const MAY_VISIT = [
  'c.JupyterHub.services.append({"name": "visit", "api_token": os.environ["NNLAB_CLASS_TOKEN"]})',
  'scopes = ["admin:users", "admin:servers", "access:servers", "tokens"]',
  'c.JupyterHub.load_roles.append({"name": "visit", "scopes": scopes, "services": ["visit"]})',
];

/**
 * All come at once, run a lesson, and save it; one report for each is put together from what they tell.
 * @param {{ python: string, url: string, token: string, notebook: string, names: string[] }} who
 * @returns {Promise<Required<Visit>[]>}
 */
export async function visit({ python, url, token, notebook, names }) {
  const child = spawn(python, ['-m', 'nnlab_hub.visit', url, notebook, ...names], {
    env: { ...process.env, PYTHONPATH: inProject('classroom'), NNLAB_CLASS_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The visit to the hub ended with code ${code}.`);
  /** @type {Visit[]} */
  const told = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return names.map((name) => Object.assign({}, ...told.filter(({ learner }) => learner === name)));
}
