import type { Contents } from '@jupyterlab/services';
import { base64, unBase64 } from '../../src/files/bytes';

/** Only these are kept beyond the worker's life: tables that a lesson writes it writes again. */
const KEPT = /^models\//;

type Listener = (path: string, bytes: Uint8Array | undefined, from: object) => void;

/** The learner's files: in JupyterLite's own storage, where the file browser shows them. */
export class LearnersFiles {
  private readonly listeners = new Set<Listener>();
  private last = Promise.resolve();

  constructor(private readonly contents: Contents.IManager) {}

  /** Tells every notebook's kernel what another one has written. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async all(): Promise<Record<string, Uint8Array>> {
    await this.last;
    const found: Record<string, Uint8Array> = {};
    const folder = await this.contents.get('models').catch(() => undefined);
    for (const { path, type } of (folder?.content ?? []) as Contents.IModel[]) {
      if (type === 'directory') continue;
      const file = await this.contents.get(path, { type: 'file', format: 'base64', content: true });
      found[path] = unBase64(String(file.content));
    }
    return found;
  }

  /** One after the other, as the kernel wrote them. */
  write(path: string, bytes: Uint8Array | undefined, from: object): void {
    for (const listener of this.listeners) listener(path, bytes, from);
    if (!KEPT.test(path)) return;
    const work = () => (bytes ? this.save(path, bytes) : this.contents.delete(path));
    this.last = this.last.then(work).catch((error: unknown) => console.error(path, error));
  }

  private async save(path: string, bytes: Uint8Array): Promise<void> {
    await this.makeFolder(path.slice(0, path.lastIndexOf('/')));
    const content = base64(bytes);
    await this.contents.save(path, { type: 'file', format: 'base64', content });
  }

  private async makeFolder(path: string): Promise<void> {
    const found = await this.contents.get(path, { content: false }).catch(() => undefined);
    if (found === undefined) await this.contents.save(path, { type: 'directory' });
  }
}
