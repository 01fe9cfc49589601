import { around } from './start';

// Workers have a way to read an address at once, and it goes through a service worker as any other:
// so the site's files are there without a network after the first visit.

/** The part of XMLHttpRequest that is used here; the types of a page are not those of this project. */
interface Request {
  responseType: string;
  readonly status: number;
  readonly response: ArrayBuffer;
  open(method: string, url: string, async: boolean): void;
  send(): void;
}

declare const XMLHttpRequest: new () => Request;

/** How large one of the site's own files is; undefined where it has none of that name. */
export function siteFileSize(path: string): number | undefined {
  return around().siteFiles[path];
}

/** One of the site's own files. */
export function readSiteFile(path: string): Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(path, around().site).href, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) {
    throw new Error(`cannot be had from the site, which answers ${request.status}`);
  }
  return new Uint8Array(request.response);
}
