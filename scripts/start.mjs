// npm start: set up what is missing, then JupyterLab on the lesson index.
//   npm start -- [--no-browser] [--port 8890] [--check]
import { parseArgs } from 'node:util';
import { Failure, endWith } from './setup/failure.mjs';
import { afterSetUp } from './setup/steps.mjs';

const USAGE = 'npm start -- [--no-browser] [--port 8890] [--check]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'no-browser': { type: 'boolean', default: false },
        port: { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`"${values.port}" is not a port`);
    }
    return { browser: !values['no-browser'], check: values.check, port };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), `Use: ${USAGE}`);
  }
}

try {
  const { browser, check, port } = readOptions();
  await afterSetUp(async () => {
    const lab = await import('./setup/lab.mjs');
    await (check ? lab.checkLab(port) : lab.openLab({ browser, port }));
  });
} catch (error) {
  endWith(error);
}
