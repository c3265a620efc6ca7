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
import { toAddress } from "../lib/base-path.ts";
import { element, get } from "../lib/element.ts";
import { keepFirst, removePages } from "./keep.ts";
import { findKept, openKept, removeKept } from "./kept.ts";
import { listKept } from "./kept-pages.ts";
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
    if (!box.checked) await removeKept(caches);
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
    const kept = await findKept(caches);
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
  if (!(await findKept(caches))) await keepFirst(await openKept(caches), location.href, fetch);
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
  await removeKept(caches);
}

async function showKept({ part, suffix }: OfflinePage, canRemove = true): Promise<void> {
  const kept = await findKept(caches);
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
