import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Python process that answers questions, one line of JSON each. */
export interface Peer<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

/** Starts test/peers/<script> with the Python that has the peers' packages. */
export function startPeer<Question, Answer>(script: string): Peer<Question, Answer> {
  const python = spawn(process.env['NNLAB_PEERS'] ?? 'python3', ['-u', join(__dirname, script)]);
  const complaints = collected(python);
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      python.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${script} ended early:\n${complaints().slice(-2000)}`);
      const answer = JSON.parse(value) as Answer | { readonly error: string };
      if (isError(answer)) throw new Error(answer.error.slice(-2000));
      return answer;
    },
    close: () => python.stdin.end(),
  };
}

function isError(answer: unknown): answer is { readonly error: string } {
  return typeof answer === 'object' && answer !== null && 'error' in answer;
}

function collected(python: ChildProcess): () => string {
  let text = '';
  python.stderr?.on('data', (part: Buffer) => (text += part.toString()));
  return () => text;
}
