// The Containerfile as a list of instructions, and refuses what it does not know.

/** An instruction with all its words on one line; `form` is the list of one in the form of JSON. */
export interface Instruction {
  name: string;
  text: string;
  list: string[] | undefined;
}

const KNOWN = new Set([
  ...['ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'RUN', 'USER', 'WORKDIR'],
]);

/** @example instructionsOf('FROM debian:trixie-slim\nRUN a \\\n  && b')[1]?.text // 'a && b' */
export function instructionsOf(containerfile: string): Instruction[] {
  const lines = containerfile.split('\n').filter((line) => !/^\s*#/.test(line));
  const whole = lines.join('\n').replaceAll(/\\\n\s*/g, '');
  return whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(instructionOf);
}

function instructionOf(line: string): Instruction {
  const [, name = '', text = ''] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
  if (!KNOWN.has(name)) throw new Error(`The Containerfile has an unknown instruction: ${line}`);
  return { name, text, list: listOf(text) };
}

function listOf(text: string): string[] | undefined {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : undefined;
}

/** @example assignmentsOf('A=1 B=$A/x') // [['A', '1'], ['B', '$A/x']] */
export function assignmentsOf(text: string): [string, string][] {
  return [...text.matchAll(/(\w+)=(\S*)/g)].map(([, name = '', value = '']) => [name, value]);
}
