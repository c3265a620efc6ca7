/** The page on which keeping is turned on and off. The service worker also answers with it for a page that was not kept. */

import {
  isOff,
  isOn,
  keptInAll,
  notKept,
  offFailed,
  onFailed,
  pagesRemoved,
  turningOff,
  turningOn,
  unable,
} from "#messages/offline.ts";
import { toAddress, toSitePath } from "../lib/base-path.ts";
import { element, get } from "../lib/element.ts";
import { squeeze } from "../lib/text.ts";
import { addressesIn, findCaches, type OfflineCaches, openCaches, removeCaches } from "./caches.ts";
import { keepFirst, removePages } from "./keep.ts";
import { offlinePath, serviceWorkerPath } from "./routing.ts";

interface OfflinePage {
  readonly main: HTMLElement;
  readonly part: <E extends HTMLElement = HTMLElement>(name: string) => E;
  readonly say: (text: string) => void;
  /** Ends of titles that name the site. */
  readonly suffix: string;
}

export async function startOfflinePage(root: Document): Promise<void> {
  const main = root.querySelector<HTMLElement>("[data-offline]");
  if (!main) return;
  const part: OfflinePage["part"] = (name) => get(main, `[data-${name}]`);
  const say = (text: string) => {
    part("status").textContent = text;
  };
  const page: OfflinePage = { main, part, say, suffix: main.dataset["suffix"] ?? "" };
  try {
    if (location.pathname === toAddress(offlinePath)) await startSwitch(page);
    else await showAnswer(root, page);
  } catch (error) {
    console.warn(error);
    say(unable);
  }
  main.dataset["started"] = "";
  main.ariaBusy = null;
}

/** At the address of a page that was not kept. */
async function showAnswer(root: Document, page: OfflinePage): Promise<void> {
  const { main, part } = page;
  part("heading").textContent = notKept;
  root.title = notKept + page.suffix;
  // It names the page on which keeping is turned on.
  root.querySelector(".breadcrumbs li:last-child")?.remove();
  part("about").hidden = true;
  part("notes").hidden = true;
  part("answer").hidden = false;
  part("again").addEventListener("click", () => location.reload());
  addEventListener("online", () => location.reload());
  // Of many pages the list takes a moment; the footer below it waits.
  main.ariaBusy = "true";
  main.dataset["started"] = "";
  await showKept(page, false);
}

async function startSwitch(page: OfflinePage): Promise<void> {
  const { part, say } = page;
  const workers = "serviceWorker" in navigator && "caches" in globalThis ? navigator.serviceWorker : undefined;
  if (!workers) return say(unable);
  const box = part<HTMLInputElement>("switch");
  const show = async () => {
    box.checked = (await workers.getRegistration(toAddress(offlinePath))) !== undefined;
    // Without a worker nothing opens what was kept: the browser or the site's owner removed it.
    if (!box.checked) await removeCaches(caches);
    await showKept(page);
  };
  await show();
  box.disabled = false;
  box.addEventListener("change", async () => {
    box.disabled = true;
    say(box.checked ? turningOn : turningOff);
    try {
      if (box.checked) await turnOn(workers);
      else await turnOff(workers);
      say(box.checked ? isOn : isOff);
    } catch (error) {
      console.warn(error);
      if (box.checked) await turnOff(workers).catch(() => {});
      say(box.checked ? onFailed : offFailed);
    }
    await show();
    box.disabled = false;
    // A control that is disabled loses the focus.
    box.focus();
  });
  part("remove").addEventListener("click", async () => {
    const kept = await findCaches(caches);
    if (kept) await removePages(kept);
    say(pagesRemoved);
    await show();
    box.focus();
  });
  // Another tab may have kept pages since, or turned it off.
  const showAgain = () => {
    if (document.visibilityState === "visible") void show();
  };
  addEventListener("pageshow", ({ persisted }) => persisted && showAgain());
  addEventListener("visibilitychange", showAgain);
}

/** Resolves once pages are being kept. */
async function turnOn(workers: ServiceWorkerContainer): Promise<void> {
  const { installing } = await workers.register(toAddress(serviceWorkerPath));
  if (installing) await untilActive(installing);
  // One that was turned off while this page is open comes back as it was, without being installed.
  if (!(await findCaches(caches))) await keepFirst(await openCaches(caches), location.href, fetch);
}

function untilActive(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("The service worker could not be installed"));
    });
  });
}

async function turnOff(workers: ServiceWorkerContainer): Promise<void> {
  await (await workers.getRegistration(toAddress(offlinePath)))?.unregister();
  await removeCaches(caches);
}

async function showKept({ part, suffix }: OfflinePage, canRemove = true): Promise<void> {
  const kept = await findCaches(caches);
  part("kept").hidden = !kept;
  if (!kept) return;
  const { pages, bytes } = await listKept(kept, suffix);
  part("summary").textContent = keptInAll(pages.length, bytes);
  part("list").replaceChildren(
    ...pages.map(({ path, title }) =>
      element("li", {}, element("a", { className: "name", href: path, dir: "auto" }, title)),
    ),
  );
  part("empty").hidden = pages.length > 0;
  part("removal").hidden = !canRemove || pages.length === 0;
}

interface KeptPage {
  readonly path: string;
  readonly title: string;
}

interface KeptList {
  /** The one read last first. */
  readonly pages: readonly KeptPage[];
  /** Of pages and files, without the room that the browser needs to store them. */
  readonly bytes: number;
}

/** `suffix` is the end of titles that names the site. */
async function listKept({ pages, files }: OfflineCaches, suffix: string): Promise<KeptList> {
  const listed: KeptPage[] = [];
  let bytes = 0;
  for (const url of (await addressesIn(pages)).reverse()) {
    const html = await read(pages, url);
    bytes += html.byteLength;
    const title = readTitle(new TextDecoder().decode(html), suffix);
    if (title !== undefined) listed.push({ path: toSitePath(new URL(url).pathname), title });
  }
  for (const url of await addressesIn(files)) bytes += (await read(files, url)).byteLength;
  return { pages: listed, bytes };
}

/** As bytes, which are read once for the size and the text: the text of a blob takes the browser as long again. */
async function read(cache: Cache, url: string): Promise<ArrayBuffer> {
  return (await cache.match(url))?.arrayBuffer() ?? new ArrayBuffer();
}

/** Undefined for the facts of an offering, for a page left at a former address, which leads on at once, and for one that was removed meanwhile. */
function readTitle(html: string, suffix: string): string | undefined {
  const page = new DOMParser().parseFromString(html.slice(0, html.indexOf("</h1>")), "text/html");
  if (page.title === "" || page.querySelector("meta[http-equiv=refresh]")) return undefined;
  // The title alone tells pages of a list apart; the heading has every word of a long one.
  const title = page.title.endsWith(suffix) ? page.title.slice(0, -suffix.length) : page.title;
  return title.endsWith("…") ? squeeze(page.querySelector("h1")?.textContent ?? title) : title;
}
