import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What a server does with a request; `from` is where the asked-for range begins. */
export type Behaviour = (response: ServerResponse, from: number, request: IncomingMessage) => void;

export interface TestServer {
  readonly url: string;
  /** What each request asked for: its path, and where its range begins. */
  readonly requests: { path: string; from: number }[];
  behave(behaviour: Behaviour): void;
}

/** A server on this machine that can be told to misbehave. */
export async function testServer(): Promise<TestServer> {
  let current: Behaviour = (response) => response.writeHead(404).end();
  const requests: TestServer['requests'] = [];
  const server = createServer((request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    requests.push({ path: request.url ?? '', from });
    current(response, from, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    behave: (behaviour) => {
      requests.length = 0;
      current = behaviour;
    },
  };
}

/** Serves a file as it should be done, ranges included. */
export function serve(file: Buffer): Behaviour {
  return (response, from) => {
    answerHead(response, file, from);
    response.end(file.subarray(from));
  };
}

/** Promises the whole file, sends a piece and breaks the connection; `cuts` times, then well. */
export function cutAt(file: Buffer, lengths: readonly number[]): Behaviour {
  const left = [...lengths];
  return (response, from) => {
    const length = left.shift();
    if (length === undefined) return serve(file)(response, from, response.req);
    answerHead(response, file, from);
    response.write(file.subarray(from, from + length), () => response.destroy());
  };
}

function answerHead(response: ServerResponse, file: Buffer, from: number): void {
  const headers = { 'content-length': file.length - from, etag: '"one"' };
  if (from === 0) response.writeHead(200, headers);
  else {
    const range = `bytes ${from}-${file.length - 1}/${file.length}`;
    response.writeHead(206, { ...headers, 'content-range': range });
  }
}
