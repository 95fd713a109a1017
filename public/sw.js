// Keeps the whole app on this device, so that it opens at every address without a signal, and never a half of
// one version beside a half of another. It also carries a family's view from one page to the next, in its memory.

// Written by the build (xtask/src/offline.rs): every file of the app with its SHA-256, and a mark of them all.
const FILES = {};
const VERSION = "";

const PAGE = registration.scope;
// The scope too: several of these apps may live on one host, and none may clear away what another keeps.
const CACHE = `${PAGE} ${VERSION}`;
const addressOf = (file) => new URL(file, PAGE).href;
const addresses = new Set(Object.keys(FILES).map(addressOf));

// Rejects unless it is byte for byte the file of the list: a changed one, or a network's log-in page, is not kept.
async function keep([file, integrity]) {
  const address = addressOf(file);
  const cache = await caches.open(CACHE);
  // Perhaps it was kept before the signal went. What is here was checked then.
  if (await cache.match(address)) return;
  await cache.put(address, await fetch(address, { integrity, cache: "no-cache", redirect: "error" }));
}

async function keepAll() {
  await Promise.all(Object.entries(FILES).map(keep));
  // An older version that was chosen meanwhile has cleared away what was here.
  const kept = await (await caches.open(CACHE)).keys();
  if (kept.length < addresses.size) throw new Error("not everything was kept");
}

async function clearOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(`${PAGE} `) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await clients.claim();
}

// A new version that is kept waits, until it is chosen ("use-now") or no page of the older one is open any more.
addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(clearOlder()));

async function kept(request, address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

// What is not in the list goes to the network as if this script were not there.
addEventListener("fetch", (event) => {
  const [asked] = event.request.url.split(/[?#]/, 1);
  const address = asked === addressOf("index.html") ? PAGE : asked;
  if (event.request.method === "GET" && addresses.has(address)) {
    event.respondWith(kept(event.request, address));
  }
});

// One message, for whoever asks for it first, for a minute, in memory alone. A browser ends a script like this
// when nothing waits for it; so something does.
const LONGEST = 60_000;
let left;

function forget() {
  if (!left) return undefined;
  const { data, timer, over } = left;
  left = undefined;
  clearTimeout(timer);
  over();
  return data;
}

const wipe = (data) => data && new Uint8Array(data).fill(0);

function leave(data) {
  wipe(forget());
  return new Promise((over) => {
    left = { data, over, timer: setTimeout(() => wipe(forget()), LONGEST) };
  });
}

addEventListener("message", (event) => {
  if (!event.source?.url?.startsWith(PAGE)) return;
  const [port] = event.ports;
  switch (event.data?.type) {
    case "use-now":
      event.waitUntil(skipWaiting());
      break;
    case "hand-over":
      event.waitUntil(leave(event.data.data));
      port.postMessage(true);
      break;
    case "take": {
      const data = forget();
      port.postMessage(data, data ? [data] : []);
      break;
    }
  }
});
