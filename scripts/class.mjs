// npm run class -- [--users 8 [--system]] [--port 8890] | --measure 1,8,16
// A class on JupyterHub: with --users a trial of that many learners on this machine alone, else the class itself,
// by the settings in work/hub.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { warnOfClosedFolder } from './class/closed.mjs';
import { healthOf, startHub, writeConfiguration } from './class/hub.mjs';
import { measureClass } from './class/measure.mjs';
import { ADMIN, learnerNames, newSecrets, trialConfiguration } from './class/trial.mjs';
import { Failure, endWith } from './setup/failure.mjs';
import { onStop } from './setup/lab.mjs';
import { freePort } from './setup/port.mjs';
import { root } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';

const USAGE = 'npm run class -- [--users 8 [--system]] [--port 8890] | --measure 1,8,16';
/** Where JupyterHub listens for its proxy, unless the settings say otherwise. */
const HUB_PORT = 8081;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        users: { type: 'string' },
        system: { type: 'boolean', default: false },
        port: { type: 'string' },
        measure: { type: 'string' },
      },
    });
    return {
      users: values.users === undefined ? undefined : wholeNumber(values.users),
      port: values.port === undefined ? undefined : wholeNumber(values.port),
      system: values.system,
      measure: values.measure?.split(',').map(wholeNumber),
    };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), `Use: ${USAGE}`);
  }
}

/** @param {string} text */
function wholeNumber(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is not a whole number from 1 on`);
  return Number(text);
}

/** @param {number} users @param {number} port @param {boolean} system */
async function trial(users, port, system) {
  const secrets = newSecrets();
  const names = learnerNames(users);
  const { file, url, how } = await trialConfiguration({ names, port, system, secrets });
  const hub = await startHub(file, how);
  if (system) warnOfClosedFolder();
  console.log(`
The hub: ${url}
Log in as ${names.length > 1 ? `${names[0]} … ${names.at(-1)}` : names[0]} with the password ${secrets.password}
     or as ${ADMIN} with the password ${secrets.admin}
What it says: ${hub.logFile}
Ctrl-C stops it.`);
  return hub;
}

/** The class itself: who may come in, and from where, is said in its own settings. */
async function real() {
  const folder = join(resolve(root, process.env['NNLAB_WORK'] ?? ''), 'work', 'hub');
  const file = join(folder, 'jupyterhub_config.py');
  writeConfiguration(file, ['configure(c)']);
  const hub = await startHub(file, { health: [healthOf(HUB_PORT)] });
  warnOfClosedFolder();
  console.log(
    `\nThe hub is running. Its settings: ${file}\nWhat it says: ${hub.logFile}\nCtrl-C stops it.`,
  );
  return hub;
}

/** @param {import('./class/hub.mjs').Hub} hub */
async function untilStopped(hub) {
  let stopped = false;
  onStop(() => {
    stopped = true;
    console.log('\nThe hub ends all servers …');
    void hub.stop();
  });
  const code = await hub.ended;
  if (!stopped) throw new Failure(`The hub ended by itself (${code}).`, 'See what it says above.');
  console.log('The hub has stopped.');
  process.exit(0);
}

try {
  const { users, port, system, measure } = readOptions();
  await afterSetUp(async () => {
    if (measure) return measureClass(measure);
    const hub = users ? await trial(users, await freePort(port), system) : await real();
    return untilStopped(hub);
  });
} catch (error) {
  endWith(error);
}
