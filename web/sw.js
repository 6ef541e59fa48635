/**
 * Keeps the page's own files for the time when the server cannot be reached: no frame, no answer of
 * the API, no record. The server has the first word for everything, so nobody is kept on an old
 * version. The program writes the digest of all its files over VERSION; a new one brings a new
 * worker, and an empty store.
 */
const STORE = 'kaffeerunde-VERSION';
const FILES = /^\/((js|css|i18n|icons)\/|app\.webmanifest$)/;
/** How long the server may take to answer before what is kept is shown, in ms. */
const PATIENCE = 4_000;

const worker = /** @type {any} */ (globalThis);

worker.addEventListener('install', () => worker.skipWaiting());

worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(takeOver()));

worker.addEventListener('message', (/** @type {any} */ { data }) => {
  if (Array.isArray(data?.keep)) keep(data.keep);
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const name = nameOf(request);
  if (name) event.respondWith(answer(request, name));
});

/**
 * Under which name a file is kept: all rounds have the same page. Nothing else is kept at all.
 *
 * @param {Request} request
 */
function nameOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return null;
  if (FILES.test(pathname)) return pathname;
  if (mode !== 'navigate') return null;
  if (/^\/r\/[^/]+$/.test(pathname)) return '/room.html';
  if (/^\/r\/[^/]+\/stage$/.test(pathname)) return '/stage.html';
  return pathname === '/' ? '/index.html' : null;
}

/** @param {Request} request @param {string} name */
async function answer(request, name) {
  const store = await caches.open(STORE);
  const fresh = fetch(request);
  const kept = fresh.then((response) => {
    if (response.ok) store.put(name, response.clone());
  });
  kept.catch(() => {});
  try {
    return await Promise.race([fresh, patience()]);
  } catch {
    return await store.match(name) ?? fresh;
  }
}

/** @returns {Promise<never>} */
function patience() {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error('It takes long.')), PATIENCE)
  );
}

async function takeOver() {
  for (const name of await caches.keys()) if (name !== STORE) await caches.delete(name);
  await worker.clients.claim();
}

/**
 * Keeps what a page has loaded before there was a worker; from the browser's own store, so that the
 * server is not asked again.
 *
 * @param {string[]} addresses
 */
async function keep(addresses) {
  const store = await caches.open(STORE);
  for (const address of addresses) {
    const request = new Request(address, { cache: 'force-cache' });
    const name = nameOf(request) ?? pageOf(address);
    if (!name || await store.match(name)) continue;
    const response = await fetch(request);
    if (response.ok) await store.put(name, response);
  }
}

/** @param {string} address of the page itself, which a worker cannot ask for as a navigation */
function pageOf(address) {
  return nameOf(/** @type {Request} */ ({ method: 'GET', mode: 'navigate', url: address }));
}
