// What only the system's own package manager can bring. Set-up and the doctor look for all of it at once, so that a
// newcomer pastes one line and not one after each failure.
import { cureFor } from './cure.mjs';
import { Failure } from './failure.mjs';
import { findPython, hasVenv } from './python.mjs';
import { whyNotOffered } from './tensorflow/official.mjs';
import { findCompiler } from './tensorflow/wheel.mjs';

/** @typedef {{ part: import('./cure.mjs').Part, why: string }} Lack */

/** What is missing for the environment, and for TensorFlow's native part where that is still to be made.
 * @param {{ python: boolean, tensorflow: boolean }} wanted @returns {Promise<Lack[]>} */
export async function lacking({ python, tensorflow }) {
  return [
    ...(python ? lackingPython() : []),
    ...(tensorflow && !hasCompiler() ? await lackingCompiler() : []),
  ];
}

/** @returns {Lack[]} */
function lackingPython() {
  try {
    const { executable, version } = findPython();
    if (hasVenv(executable)) return [];
    return [{ part: 'venv', why: `Python ${version} (${executable}) has no venv` }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ part: 'python', why: error.message.replace(/\.$/, '') }];
  }
}

function hasCompiler() {
  try {
    return Boolean(findCompiler());
  } catch {
    return false;
  }
}

/** Without a compiler there is only the ready-made part, and whether it can be had is asked, not guessed.
 * @returns {Promise<Lack[]>} */
async function lackingCompiler() {
  const refusal = await whyNotOffered();
  if (refusal === undefined) return [];
  const why = `no C++ compiler was found, and TensorFlow's ready-made part cannot be downloaded (${refusal})`;
  return [{ part: 'compiler', why }];
}

/** Ends set-up before it begins when something is missing that it cannot bring itself.
 * @param {{ python: boolean, tensorflow: boolean }} wanted */
export async function checkMachine(wanted) {
  const lacks = await lacking(wanted);
  if (lacks.length === 0) return;
  const sentences = lacks.map(({ why }) => `${why[0]?.toUpperCase()}${why.slice(1)}.`);
  throw new Failure(sentences.join('\n✗ '), cureFor(lacks.map(({ part }) => part)));
}
