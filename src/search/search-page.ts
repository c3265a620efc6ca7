/** Promise: the search page answers what is typed, chosen or gone back to, with the whole state in the address. */
import type { SearchRecords } from "../outputs/search-record.ts";
import { createEngine, type SearchEngine } from "./engine.ts";
import { readSelection, type Selection, writeSelection } from "./facets.ts";
import { element, FILTER_NAMES, type Results, toResults } from "./search-results.ts";

interface Parts {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
  readonly status: HTMLElement;
  readonly outcome: HTMLElement;
  readonly filters: HTMLElement;
  readonly results: HTMLElement;
  readonly entrances: HTMLElement;
}

/** Nothing is fetched until the box has the focus or the address has a query. */
export function startSearchPage(root: Document): void {
  const place = root.querySelector<HTMLElement>("[data-search]");
  const parts = place && findParts(place);
  if (!place || !parts) return;
  const { form, box } = parts;
  const open = lazily(() => fetchEngine(place.dataset["search"] ?? ""));
  let expanded = new Set<string>();
  let latest = 0;

  const show = async () => {
    const query = new URLSearchParams(location.search);
    const text = query.get("q") ?? "";
    if (box.value.trim() !== text) box.value = text;
    const turn = ++latest;
    if (text === "") return showNothing(parts);
    const engine = await open().catch(() => undefined);
    if (turn !== latest) return;
    if (!engine) return showFailure(parts, show);
    const selection = readSelection(query, FILTER_NAMES);
    showResults(parts, toResults(text, engine.search(text), { selection, expanded, choose, expand }));
  };
  /** One entry of the history for each search and each choice; the letters typed on the way to it leave none. */
  let isTyping = false;
  const go = (query: URLSearchParams, isStillTyping: boolean) => {
    const search = query.toString();
    const address = search ? `?${search}` : location.pathname;
    if (isTyping) history.replaceState(null, "", address);
    else if (search !== location.search.slice(1)) history.pushState(null, "", address);
    isTyping = isStillTyping;
    void show();
  };
  const choose = (selection: Selection) => {
    isTyping = false;
    go(writeSelection(new URLSearchParams(location.search), selection), false);
  };
  const expand = (kind: string) => {
    expanded = new Set([...expanded, kind]);
    void show();
  };
  const read = (isStillTyping: boolean) => {
    const query = new URLSearchParams(location.search);
    query.set("q", box.value.trim());
    if (box.value.trim() === "") query.delete("q");
    expanded = new Set();
    go(query, isStillTyping);
  };

  box.addEventListener("focus", () => void open().catch(() => undefined), { once: true });
  box.addEventListener("input", () => read(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read(false);
  });
  root.addEventListener("keydown", (event) => moveFocus(event, parts));
  addEventListener("popstate", () => {
    isTyping = false;
    void show();
  });
  if (!new URLSearchParams(location.search).get("q")) box.focus();
  void show();
}

function findParts(place: HTMLElement): Parts | undefined {
  const find = <T extends HTMLElement>(name: string) => place.querySelector<T>(`[data-${name}]`);
  const form = find<HTMLFormElement>("form");
  const box = form?.querySelector("input");
  const [status, outcome, filters] = [find("status"), find("outcome"), find("filters")];
  const [results, entrances] = [find("results"), find("entrances")];
  if (!form || !box || !status || !outcome || !filters || !results || !entrances) return undefined;
  return { form, box, status, outcome, filters, results, entrances };
}

/** Runs once, and again after a failure. */
function lazily<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

async function fetchEngine(url: string): Promise<SearchEngine> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const { records } = (await response.json()) as SearchRecords;
  return createEngine(records);
}

function showNothing(parts: Parts): void {
  parts.status.textContent = "";
  parts.outcome.hidden = true;
  parts.entrances.hidden = false;
}

function showFailure(parts: Parts, again: () => void): void {
  const retry = element("button", { className: "plain", type: "button" }, "Try again");
  retry.addEventListener("click", () => {
    parts.box.focus();
    again();
  });
  parts.status.replaceChildren(
    "The search records could not be fetched. The site may have been renewed since this page was opened: reload it, or ",
    retry,
    ".",
  );
  parts.outcome.hidden = true;
  parts.entrances.hidden = false;
}

function showResults(parts: Parts, { status, filters, groups }: Results): void {
  parts.status.textContent = status;
  parts.outcome.hidden = groups.length === 0;
  parts.entrances.hidden = groups.length > 0;
  parts.filters.replaceChildren(...filters);
  parts.results.replaceChildren(...groups);
}

/** Arrow keys walk from the box through the hits and back; `/` goes to the box from anywhere. */
function moveFocus(event: KeyboardEvent, { box, results }: Parts): void {
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (event.key === "/" && !target?.matches("input, textarea, select")) {
    event.preventDefault();
    box.focus();
    box.select();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [box, ...results.querySelectorAll<HTMLElement>("a.name")];
  const at = stops.indexOf(target as HTMLElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
