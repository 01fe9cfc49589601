// What is asked of `npm run assignment`, and where the course lies.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, endWith } from '../setup/failure.mjs';
import { root } from '../setup/project.mjs';

export const USAGE =
  'npm run assignment -- release [--hub] | collect FOLDER | collect --hub | grade [--hub] | open' +
  ' [--course FOLDER] [--quick | --sample]';

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        course: { type: 'string' },
        hub: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
      },
    });
    return { ...values, command: positionals[0], folder: positionals[1] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return endWith(new Failure(message, `Use: ${USAGE}`));
  }
}

export const options = readOptions();
const work = resolve(root, process.env['NNLAB_WORK'] ?? '');
export const course = options.course ? resolve(options.course) : join(work, 'work', 'digit-course');
/** Where a hub's learners fetch and hand in; no learner's name begins with a dot. */
export const exchange = join(work, 'work', '.exchange');
