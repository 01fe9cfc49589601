import path from 'node:path';
import type { TrainingProgram } from '../../../src/engine/wasm/program';
import { compileTraining } from '../../../scripts/training-program.mjs';

/** Compiles the training program into a file of that name; what it gives makes one program after the other. */
export async function compiledProgram(name: string): Promise<() => TrainingProgram> {
  const file = path.resolve(__dirname, `../../../build/tests/${name}.wasm`);
  const compiled = await WebAssembly.compile(compileTraining(file));
  return () => new WebAssembly.Instance(compiled).exports as unknown as TrainingProgram;
}
