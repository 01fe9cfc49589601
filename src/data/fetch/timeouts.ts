/** How long a download may keep one waiting. */
export interface Timeouts {
  /** Milliseconds until a server must have answered. */
  readonly answer: number;
  /** Milliseconds within which `bytes` must have come, again and again. */
  readonly window: number;
  readonly bytes: number;
  /** How often a download that was cut goes on where it ended. */
  readonly resumes: number;
}

/** Enough for a slow classroom, and offline it is over within seconds. */
export const timeouts: Timeouts = { answer: 3000, window: 8000, bytes: 32 * 1024, resumes: 5 };

/** Ends a request when no answer comes, and later when too few bytes come. */
export class Watch {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout>;
  private received = 0;

  constructor(private readonly limits: Timeouts) {
    this.timer = setTimeout(() => this.end('does not answer'), limits.answer);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The server has answered; from here on bytes must flow. */
  answered(): void {
    this.received = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.received < this.limits.bytes) this.end('stalls: too few bytes come');
      else this.answered();
    }, this.limits.window);
  }

  count(bytes: number): void {
    this.received += bytes;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private end(reason: string): void {
    this.controller.abort(new Error(reason));
  }
}
