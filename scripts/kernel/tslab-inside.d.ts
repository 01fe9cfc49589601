import type typescript from '@tslab/typescript-for-tslab';

// The parts of tslab 1.0.22 that the repairs in this folder touch, as far as they use them.

export type Ts = typeof typescript;

export interface Request {
  readonly code: string;
  readonly silent?: boolean;
  readonly stop_on_error?: boolean;
}

/** Of the cells that ran before: the last, some by number, or those like a pattern. */
export interface HistoryRequest {
  readonly hist_access_type?: 'tail' | 'range' | 'search';
  readonly output?: boolean;
  readonly n?: number;
  readonly start?: number;
  readonly stop?: number;
  readonly session?: number;
  readonly pattern?: string;
  readonly unique?: boolean;
}

/** What is said to one side: a type of message and its content. */
export type Say = (type: string, content: object) => void;

export interface Message {
  readonly header: { msg_type: string };
  content: object;
  createReply(): Message;
  signAndSend(key: string, socket: unknown): void;
}

export interface Socket {
  readonly closed: boolean;
  bind(address: string): Promise<void>;
  send(message: unknown): Promise<void>;
}

export interface Server {
  readonly connInfo: { readonly key: string; readonly transport: string; readonly ip: string };
  readonly iopub: unknown;
  readonly shell: unknown;
  readonly handler: Handler;
  init(): Promise<void>;
  bindSocket(socket: Socket, port: number): Promise<void>;
  close(): void;
  handleExecute(socket: unknown, message: Message): Promise<void>;
  publishStatus(status: string, message: Message): void;
  handleCommInfoRequest(socket: unknown, message: Message): void;
}

export interface Handler {
  execCount: number;
  readonly executor: Executor;
  handleKernel(): object;
  handleIsComplete(request: { readonly code: string }): { status: string; indent?: string };
  handleInspect(request: { readonly code: string; readonly cursor_pos: number }): object;
  createWriteToIopub(
    name: string,
    write: (name: string, text: string) => void,
  ): typeof process.stdout.write;
}

export interface Executor {
  readonly locals: Record<string, unknown>;
  execute(code: string): Promise<boolean>;
  interrupt(): void;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Converted {
  readonly diagnostics: readonly {
    readonly start: Position;
    readonly end: Position;
    readonly messageText: string;
    readonly code: number;
    readonly fileName?: string;
  }[];
  readonly output?: string;
  readonly declOutput?: string;
  readonly hasToplevelAwait?: boolean;
}

export interface Converter {
  convert(declarations: string, code: string): Converted;
  inspect(declarations: string, code: string, position: number): object | undefined;
  complete(declarations: string, code: string, position: number): object;
  addModule(name: string, content: string, meta: object): unknown;
  close(): void;
}

/** What tslab asks TypeScript to watch, and where it wants to be told of a new program. */
export interface Watched {
  readonly roots: string[];
  readonly options: typescript.CompilerOptions;
  readonly system: typescript.System & {
    setTimeout(work: () => void, delay: number): unknown;
    clearTimeout(timer: unknown): void;
    watchFile(path: string, changed: () => void, delay: number): { close(): void };
  };
  afterProgramCreate?(builder: object): void;
}

/** Where tslab's executor says what became of a cell. */
export interface CellConsole {
  log(value: unknown): void;
  error(...said: unknown[]): void;
}

export interface Tslab {
  readonly jupyter: {
    lastWriteDisplayData: unknown;
    readonly ZmqServer: { readonly prototype: Server };
    readonly JupyterHandlerImpl: { readonly prototype: Handler };
  };
  readonly executor: {
    createExecutor(root: string, converters: object, console: CellConsole): Executor;
  };
  readonly converter: { createConverter(options: object): Converter };
  readonly ts: Ts;
}
