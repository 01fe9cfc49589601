// Python environments beside the course's own: made by the command that needs one, so that nobody else waits for it.
import { join } from 'node:path';
import { isMade, makeEnvironment } from './python.mjs';
import { setUp } from './steps.mjs';

/**
 * The Python of such an environment, made now if it is not there.
 * @param {string} name what it brings, for the line of set-up
 * @param {string} folder
 * @param {string} requirements a pinned list with hashes, relative to the project
 */
export async function ownPython(name, folder, requirements) {
  /** @type {import('./steps.mjs').Step} */
  const step = {
    name,
    isDone: () => isMade(folder, requirements),
    run: (progress) => makeEnvironment(folder, requirements, progress),
  };
  if (!step.isDone()) await setUp([step]);
  return join(folder, 'bin', 'python');
}
