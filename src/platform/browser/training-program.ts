import { around } from './start';

/** A new copy of the program that computes training steps, with a memory of its own. */
export function newTrainingProgram(): unknown {
  const { trainingProgram } = around();
  return trainingProgram && new WebAssembly.Instance(trainingProgram).exports;
}
