/** TensorFlow itself computes here, so there is no program for it. */
export function newTrainingProgram(): unknown {
  return undefined;
}
