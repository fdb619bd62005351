// Keeps this app for use without a network. Each version is a cache of its own that is filled whole, and checked byte
// for byte, before it is ever used: a page is never shown with files of another version.
"use strict";
const VERSION = "@version@";
const FILES = "@files@";
const PREFIX = "app:" + self.registration.scope + ":";
const NAME = PREFIX + VERSION;
const MEDIA = PREFIX + "media";
const MOST_MEDIA = 200;

const address = (path) => new URL(path, self.registration.scope).href;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (each) => each.toString(16).padStart(2, "0")).join("");
}

async function fetched(path, wanted) {
  const response = await fetch(address(path), { cache: "no-cache", credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(path + ": " + response.status);
  }
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== wanted) {
    throw new Error(path + " is of another version");
  }
  // Made anew, since a page may not be answered with a response that was redirected.
  const headers = new Headers({ "X-App-Hash": wanted });
  for (const name of ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]) {
    if (response.headers.has(name)) {
      headers.set(name, response.headers.get(name));
    }
  }
  return new Response(bytes, { headers });
}

async function older(path, wanted) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== NAME && name !== MEDIA) {
      const kept = await (await caches.open(name)).match(address(path));
      if (kept && kept.headers.get("X-App-Hash") === wanted) {
        return kept;
      }
    }
  }
  return null;
}

async function fill() {
  await caches.delete(NAME);
  const cache = await caches.open(NAME);
  try {
    const waiting = Object.entries(FILES);
    const take = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [path, wanted] = next;
        await cache.put(address(path), (await older(path, wanted)) || (await fetched(path, wanted)));
      }
    };
    await Promise.all([take(), take(), take(), take()]);
  } catch (fault) {
    await caches.delete(NAME);
    throw fault;
  }
}

async function clean() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== NAME && name !== MEDIA) {
      await caches.delete(name);
    }
  }
  await self.clients.claim();
}

function path(url) {
  return url.href.slice(self.registration.scope.length).replace(/[?#].*$/, "").replace(/(^|\/)index\.html$/, "$1");
}

async function page(request, url) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(address(path(url)));
  if (kept) {
    return kept;
  }
  const slash = path(url) + "/";
  if (Object.hasOwn(FILES, slash)) {
    return Response.redirect(address(slash) + url.search, 301);
  }
  try {
    return await fetch(request);
  } catch (offline) {
    const lost = await cache.match(address("404.html"));
    return lost ? new Response(lost.body, { status: 404, headers: lost.headers }) : Response.error();
  }
}

async function file(request, url) {
  const kept = await (await caches.open(NAME)).match(address(path(url)));
  if (kept) {
    return kept;
  }
  // What lies here has its hash in its name, so it never changes.
  if (!path(url).startsWith("assets/") || request.headers.has("Range")) {
    return fetch(request);
  }
  const media = await caches.open(MEDIA);
  const known = await media.match(request);
  if (known) {
    return known;
  }
  const response = await fetch(request);
  if (response.status === 200) {
    const keys = await media.keys();
    if (keys.length >= MOST_MEDIA) {
      await media.delete(keys[0]);
    }
    await media.put(request, response.clone());
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.href.startsWith(self.registration.scope)) {
    event.respondWith(event.request.mode === "navigate" ? page(event.request, url) : file(event.request, url));
  }
});
// Where only one page is open, it may have the new version at once; others keep theirs until they are closed.
self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    event.waitUntil(
      self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((open) => {
        return open.length < 2 ? self.skipWaiting() : undefined;
      }),
    );
  }
});
