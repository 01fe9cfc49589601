// Keeps the whole course in the browser, so that it opens and runs where there is no net. The site's builder
// writes FILES (each file's path and the hash of its bytes) above this: a new version loads what has changed.
/* global FILES */

const { scope } = self.registration;
const PLACE = `nnlab ${scope}`;
/** Whole data sets: kept once a lesson has read them. */
const DATA = 'nnlab/data/';
const LANES = 4;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(settle()));
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (Object.hasOwn(FILES, path))
    event.respondWith(kept(`${scope}${path}?${FILES[path]}`, event.request));
  else if (path.startsWith(DATA)) event.respondWith(kept(scope + path, event.request));
});

/** What was loaded before stays, so an interrupted first visit goes on where it ended. */
async function keepAll() {
  const cache = await caches.open(PLACE);
  const paths = Object.keys(FILES);
  const lane = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) {
      const key = `${scope}${path}?${FILES[path]}`;
      if (!(await cache.match(key))) await cache.put(key, await load(scope + path, 'no-cache'));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Throws away what no file of this version is, and serves the pages that are open already. */
async function settle() {
  const cache = await caches.open(PLACE);
  const wanted = new Set(Object.entries(FILES).map(([path, hash]) => `${scope}${path}?${hash}`));
  for (const { url } of await cache.keys())
    if (!wanted.has(url) && !url.startsWith(scope + DATA)) await cache.delete(url);
  await self.clients.claim();
}

/** The file's path in the site; empty for what is not of it. */
function pathOf({ method, url }) {
  if (method !== 'GET' || !url.startsWith(scope)) return '';
  const path = decodeURI(url.slice(scope.length).replace(/[?#].*/s, ''));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

async function kept(key, request) {
  const cache = await caches.open(PLACE);
  const found = await cache.match(key);
  if (found) return found;
  const loaded = await fetch(request);
  if (loaded.status === 200) await cache.put(key, loaded.clone());
  return loaded;
}

/** Made anew, since a page may not be opened by an answer that was redirected. */
async function load(url, cache) {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url} cannot be had: ${answer.status}`);
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  return new Response(await answer.blob(), { headers: { 'content-type': type } });
}
