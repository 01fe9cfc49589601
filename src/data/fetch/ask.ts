const MOST_REDIRECTS = 5;
const PARTIAL = 206;

/** An answer that asking again would not change. */
export class Refusal extends Error {}

/** What is there already of a file that is being fetched. */
export interface Received {
  bytes: number;
  /** The server's name for the version these bytes belong to. */
  version: string | undefined;
}

/** Asks for a file, or for the rest of it; follows redirects, but never out of https. */
export async function ask(url: string, have: Received, signal: AbortSignal): Promise<Response> {
  let address = new URL(url);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(address, {
      headers: headersFor(have),
      signal,
      redirect: 'manual',
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) {
      return checked(response, have);
    }
    await response.body?.cancel();
    const target = new URL(next, address);
    if (address.protocol === 'https:' && target.protocol !== 'https:') {
      throw new Refusal(`redirects to ${target.protocol}//, which is not safe`);
    }
    address = target;
  }
  throw new Refusal('redirects in circles');
}

function headersFor(have: Received): Record<string, string> {
  // The files are packed already; a server must not pack them again on the way.
  const headers = { 'accept-encoding': 'identity' };
  if (have.bytes === 0) return headers;
  const range = { ...headers, range: `bytes=${have.bytes}-` };
  return have.version === undefined ? range : { ...range, 'if-range': have.version };
}

function checked(response: Response, have: Received): Response {
  if (!response.ok) throw new Refusal(`answers ${response.status} ${response.statusText}`.trim());
  const range = response.headers.get('content-range') ?? '';
  if (response.status === PARTIAL && !range.startsWith(`bytes ${have.bytes}-`)) {
    throw new Refusal('sends another part of the file than asked for');
  }
  // Without 206 the whole file comes, whatever was asked for.
  if (response.status !== PARTIAL) have.bytes = 0;
  have.version = response.headers.get('etag') ?? undefined;
  return response;
}
