// A trial of the class on loopback: names, one password for all learners, and one for who teaches.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../setup/failure.mjs';
import { inProject } from '../setup/project.mjs';
import { LOOPBACK, anyPorts } from '../setup/port.mjs';
import { healthOf, writeConfiguration } from './hub.mjs';

export const ADMIN = 'teacher';

/** @param {number} count */
export const learnerNames = (count) => Array.from({ length: count }, (_, at) => `trial${at + 1}`);

/** One password for all learners, and a longer one for who teaches. */
export const newSecrets = () => ({
  password: randomBytes(5).toString('hex'),
  admin: randomBytes(16).toString('hex'),
});

/**
 * @typedef {object} Trial
 * @property {string[]} names @property {number} port
 * @property {boolean} system whether each learner is a user of this system
 * @property {{ password: string, admin: string }} secrets
 * @property {string[]} [lines] more settings
 */

/** Writes the settings of a trial into a folder of its own; secrets go by the environment.
 * @param {Trial} trial */
export async function trialConfiguration({ names, port, system, secrets, lines = [] }) {
  if (system) names.forEach(makeUser);
  const trials = inProject('build', 'class');
  mkdirSync(trials, { recursive: true });
  const file = join(mkdtempSync(join(trials, 'trial-')), 'jupyterhub_config.py');
  const url = `http://${LOOPBACK}:${port}`;
  const [hub = 0, proxy = 0] = await anyPorts(2);
  writeConfiguration(file, [
    `configure(c, login="shared-password", real_users=${system ? 'True' : 'False'})`,
    `c.JupyterHub.bind_url = "${url}"`,
    `c.JupyterHub.hub_port = ${hub}`,
    `c.ConfigurableHTTPProxy.api_url = "http://${LOOPBACK}:${proxy}"`,
    `c.Authenticator.allowed_users = ${JSON.stringify(names)}`,
    `c.Authenticator.admin_users = ["${ADMIN}"]`,
    'c.SharedPasswordAuthenticator.user_password = os.environ["NNLAB_CLASS_PASSWORD"]',
    'c.SharedPasswordAuthenticator.admin_password = os.environ["NNLAB_CLASS_ADMIN"]',
    ...lines,
  ]);
  const env = { NNLAB_CLASS_PASSWORD: secrets.password, NNLAB_CLASS_ADMIN: secrets.admin };
  return { file, url, how: { env, health: [healthOf(hub), `${url}/hub/health`] } };
}

/** A user of the system who has no password there, so comes in through the hub alone.
 * @param {string} name */
function makeUser(name) {
  if (spawnSync('id', [name], { stdio: 'ignore' }).status === 0) return;
  const { status, stderr } = spawnSync('useradd', ['--create-home', '--shell', '/bin/bash', name], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Failure(
      `The user ${name} could not be made: ${stderr?.trim() || 'there is no useradd here'}.`,
      'Only root makes users: call with sudo, or leave --system out.',
    );
  }
}
