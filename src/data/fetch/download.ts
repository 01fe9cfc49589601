import { PartFile } from '../../platform';
import { ask, Refusal, type Received } from './ask';
import { type Timeouts, Watch } from './timeouts';
import { readVerified } from './find';
import type { SourceFile } from './sources';
import { reasonOf } from '../../files/reason';

/** One file to fetch: from where, what it must be, and where it goes. */
export interface Download {
  readonly url: string;
  readonly file: SourceFile;
  readonly target: string;
  readonly limits: Timeouts;
  /** Told how many bytes have come, and of how many where the server says so. */
  readonly progress: (received: number, total: number | undefined) => void;
}

/**
 * Fetches one data file: into a part beside its place, on where it ended after a cut, and
 * into its place only when its content is exactly the published one.
 */
export async function download(what: Download): Promise<void> {
  let part: PartFile | undefined;
  try {
    part = new PartFile(what.target);
    await receiveAll(what, part);
    part.publish((path) => readVerified(path, what.file));
  } catch (error) {
    throw new Error(`${new URL(what.url).host} ${reasonOf(error)}`);
  } finally {
    part?.close();
  }
}

/** Goes on after every cut that still brought something, as often as the limits allow. */
async function receiveAll(what: Download, part: PartFile): Promise<void> {
  const have: Received = { bytes: 0, version: undefined };
  for (let cuts = 0; ; cuts++) {
    const before = have.bytes;
    try {
      await receive(what, part, have);
      return;
    } catch (error) {
      const hopeless = error instanceof Refusal || have.bytes <= before;
      if (hopeless || cuts >= what.limits.resumes) throw error;
    }
  }
}

async function receive(what: Download, part: PartFile, have: Received): Promise<void> {
  const watch = new Watch(what.limits);
  try {
    const response = await ask(what.url, have, watch.signal);
    watch.answered();
    part.cutTo(have.bytes);
    const length = response.headers.get('content-length');
    const total = length === null ? undefined : have.bytes + Number(length);
    for await (const bytes of chunksOf(response)) {
      part.write(bytes, have.bytes);
      have.bytes += bytes.length;
      watch.count(bytes.length);
      // Packed data may be a little longer than what they unpack to, not more.
      if (have.bytes > what.file.bytes + 1024) throw new Refusal('sends too long a file');
      what.progress(have.bytes, total);
    }
  } finally {
    watch.stop();
  }
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
