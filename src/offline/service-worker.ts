/**
 * Keeps what is read, for a reader who turned it on: `offline-page.ts` registers it and removes it. It is bundled by
 * itself, and its bytes depend on its code alone: what else a new version of the site brings, it finds in its pages.
 */
import { toAddress, toSitePath } from "../lib/base-path.ts";
import { findCaches, type OfflineCaches, openCaches, removeCaches } from "./caches.ts";
import { keepFeed, keepFirst, keepIndex, keepPage, put } from "./keep.ts";
import {
  chooseStrategy,
  firstPages,
  isCompared,
  isFollowed,
  isKeepable,
  manifestPath,
  offlinePath,
  serviceWorkerPath,
  toKey,
} from "./routing.ts";

/** TypeScript's types for workers conflict with those for pages. */
interface WorkerEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface RequestEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
declare const self: {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
};

self.addEventListener("install", (event) => {
  event.waitUntil(openCaches(caches).then((kept) => keepFirst(kept, location.href, fetch)));
  // What a former version kept serves this one as well, so nothing has to wait for open pages to be closed.
  event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([removeCaches(caches, "former"), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, url, mode } = request;
  const strategy = chooseStrategy({ method, url, mode, hasRange: request.headers.has("range") }, location.origin);
  if (strategy === "none") return;
  const later = (task: Task) => event.waitUntil(inTurn(task));
  const answer = { page: answerPage, file: answerFile, immutable: answerImmutable }[strategy];
  event.respondWith(answer(request, toKey(url), later));
  leaving ??= leaveIfRemoved().catch(() => {
    leaving = undefined;
  });
  event.waitUntil(leaving);
});

type Task = (kept: OfflineCaches) => Promise<unknown>;
type Later = (task: Task) => void;

let last: Promise<unknown> = Promise.resolve();

/** One task after another, so that none drops what the next has just kept. What cannot be kept is not. */
function inTurn(task: Task): Promise<unknown> {
  last = last.then(async () => {
    const kept = await findCaches(caches);
    if (kept) await task(kept);
  });
  last = last.catch(() => {});
  return last;
}

let leaving: Promise<unknown> | undefined;

/** Asked each time that the browser starts the worker, since it goes on running one whose script the site has removed. */
async function leaveIfRemoved(): Promise<void> {
  const { status } = await fetch(toAddress(serviceWorkerPath), { method: "HEAD", cache: "no-cache" });
  if (!isGone(status)) return;
  await self.registration.unregister();
  await inTurn(() => removeCaches(caches));
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

async function answerPage(request: Request, key: string, later: Later): Promise<Response> {
  try {
    const response = await fetch(request);
    if (isGone(response.status)) later((kept) => kept.pages.delete(key));
    if (!isKeepable(response) || !response.headers.get("content-type")?.startsWith("text/html")) return response;
    const copy = response.clone();
    later((kept) => keepPage(kept, key, copy, fetch));
    return response;
  } catch (error) {
    const page = await find(key);
    if (!page) return notKept(error);
    const copy = page.clone();
    if (!firstPages.includes(toSitePath(new URL(key).pathname))) later((kept) => put(kept, kept.pages, key, copy));
    return page;
  }
}

async function answerFile(request: Request, key: string, later: Later): Promise<Response> {
  try {
    return keepAnswer(await fetch(request), key, later);
  } catch (error) {
    const file = await find(key);
    if (file) return file;
    throw error;
  }
}

async function answerImmutable(request: Request, key: string, later: Later): Promise<Response> {
  return (await find(key)) ?? keepAnswer(await fetch(request), key, later);
}

function keepAnswer(response: Response, key: string, later: Later): Response {
  if (isKeepable(response)) {
    const copy = response.clone();
    const path = toSitePath(new URL(key).pathname);
    later(async (kept) => {
      if (path === manifestPath) await keepIndex(kept, key, copy, fetch);
      else if (isFollowed(path)) await keepFeed(kept, key, copy);
      else await put(kept, isCompared(path) ? kept.pages : kept.files, key, copy);
    });
  }
  return response;
}

async function find(key: string): Promise<Response | undefined> {
  const kept = await findCaches(caches).catch(() => undefined);
  // A page that is there from the start may have been kept as one that was read, by a former version.
  return (await kept?.files.match(key)) ?? kept?.pages.match(key);
}

/** At the address that was asked for, the page that lists what can be opened. */
async function notKept(error: unknown): Promise<Response> {
  const page = await find(new URL(toAddress(offlinePath), location.href).href);
  if (!page) throw error;
  return new Response(page.body, { status: 503, headers: page.headers });
}
