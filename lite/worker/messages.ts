// What the page and the worker say to each other.
import type { HistoryRequest, Request } from '../../scripts/kernel/tslab-inside';

/** From the page: the files of the learner's that the library may read, and where the site's own lie. */
export interface Begin {
  readonly kind: 'begin';
  readonly site: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** From the page: Jupyter's requests, by number; `ask` is the message's type. */
export interface Ask {
  readonly kind: 'ask';
  readonly number: number;
  readonly ask: 'execute' | 'complete' | 'inspect' | 'isComplete' | 'history';
  readonly content: Asked;
}

/** Cells' code with the cursor's place, or which of the cells that ran are wanted. */
export type Asked = Request & HistoryRequest & { readonly cursor_pos?: number };

/** From the page: a file that another notebook has written. */
export interface Put {
  readonly kind: 'put';
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

export type ToWorker = Begin | Ask | Put | { readonly kind: 'stop' };

/** From the worker: an answer, something to show, a file to keep, that Stop was heard, why it cannot begin. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly number: number; readonly content: object }
  | { readonly kind: 'say'; readonly type: string; readonly content: object }
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'broken'; readonly why: string };
