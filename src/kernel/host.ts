/** One output in several forms, by MIME type; the notebook's viewer takes the best it knows. */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What a kernel other than tslab does for the library; the one in the browser is such a kernel. */
export interface KernelHost {
  /** Shows a bundle below the cell that runs now; or, as an update, in the place it had before. */
  display(bundle: Bundle, id: string, update: boolean): void;
  /** Calls `pressed` on Stop, which then ends nothing else, until the returned function is called. */
  onStop(pressed: () => void): () => void;
}

const HOST = Symbol.for('nnlab.kernel');

/** The kernel that has introduced itself, if there is one. */
export function kernelHost(): KernelHost | undefined {
  return (globalThis as { [HOST]?: KernelHost })[HOST];
}

/** Introduces a kernel to the library. */
export function setKernelHost(host: KernelHost): void {
  Object.assign(globalThis, { [HOST]: host });
}
