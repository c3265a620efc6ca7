/** Promise: the search page: a box, filters with live counts, results by kind, and all of it in the address. */
import { fold } from "../lib/fold.ts";
import { counted } from "../lib/text.ts";
import { type RecordKind, recordKinds, type SearchRecord, type SearchRecords } from "../outputs/search-record.ts";
import { createEngine, type SearchEngine, type SearchOutcome } from "./engine.ts";
import {
  countValues,
  isChosen,
  matches,
  readSelection,
  type Selection,
  toggle,
  type Values,
  writeSelection,
} from "./facets.ts";

const FILTERS = { kind: "Kind", topic: "Topic", standard: "Standard", year: "Year" } as const;
const FILTER_NAMES = Object.keys(FILTERS);

/** Hits of one kind before "show all", and after it. */
const FEW = 5;
const MANY = 200;
/** Values of one filter that are offered, the most frequent ones. */
const MAX_OPTIONS = 15;

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
    if (text === "") return showNothing(parts);
    const turn = ++latest;
    try {
      const engine = await open();
      if (turn === latest)
        showOutcome(parts, text, engine.search(text), readSelection(query, FILTER_NAMES), expanded, choose, expand);
    } catch {
      if (turn === latest) showFailure(parts, show);
    }
  };
  const go = (query: URLSearchParams, how: "pushState" | "replaceState") => {
    const search = query.toString();
    history[how](null, "", search ? `?${search}` : location.pathname);
    void show();
  };
  const choose = (selection: Selection) =>
    go(writeSelection(new URLSearchParams(location.search), selection), "pushState");
  const expand = (kind: string) => {
    expanded = new Set([...expanded, kind]);
    void show();
  };
  const type = (how: "pushState" | "replaceState") => {
    const query = new URLSearchParams(location.search);
    query.set("q", box.value.trim());
    if (box.value.trim() === "") query.delete("q");
    expanded = new Set();
    go(query, how);
  };

  box.addEventListener("focus", () => void open().catch(() => undefined), { once: true });
  box.addEventListener("input", () => type("replaceState"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    type("pushState");
  });
  root.addEventListener("keydown", (event) => moveFocus(event, parts));
  addEventListener("popstate", () => void show());
  if (!new URLSearchParams(location.search).has("q")) box.focus();
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
  retry.addEventListener("click", again);
  parts.status.replaceChildren(
    "The search records could not be fetched. The site may have been renewed since this page was opened: reload it, or ",
    retry,
    ".",
  );
  parts.outcome.hidden = true;
  parts.entrances.hidden = false;
}

function showOutcome(
  parts: Parts,
  text: string,
  outcome: SearchOutcome,
  selection: Selection,
  expanded: ReadonlySet<string>,
  choose: (selection: Selection) => void,
  expand: (kind: string) => void,
): void {
  const rows = outcome.hits.map((record) => ({ record, values: valuesOf(record) }));
  const left = rows.filter(({ values }) => matches(values, selection)).map(({ record }) => record);
  parts.status.textContent = describe(text, outcome, left.length, rows.length, isChosen(selection));
  parts.outcome.hidden = rows.length === 0;
  parts.entrances.hidden = rows.length > 0;
  parts.filters.replaceChildren(
    ...FILTER_NAMES.flatMap((name) =>
      filterElement(
        name,
        rows.map(({ values }) => values),
        selection,
        choose,
      ),
    ),
  );
  const groups = Object.keys(recordKinds).flatMap((kind) =>
    groupElement(kind as RecordKind, left, outcome, expanded.has(kind), expand),
  );
  if (left.length === 0 && rows.length > 0) {
    const clear = element("button", { className: "plain", type: "button" }, "Clear the filters");
    clear.addEventListener("click", () => choose(new Map(FILTER_NAMES.map((name) => [name, new Set<string>()]))));
    groups.push(element("p", { className: "empty" }, "Nothing has all of these. ", clear));
  }
  parts.results.replaceChildren(...groups);
}

function describe(
  text: string,
  { corrected, dropped }: SearchOutcome,
  left: number,
  all: number,
  isFiltered: boolean,
): string {
  if (all === 0) return `Nothing found for “${text}”. Try fewer or other words, or start from one of these lists.`;
  const count = isFiltered ? `${left} of ${counted(all, "result")}` : counted(all, "result");
  const spelling = corrected === undefined ? "" : ` for “${corrected}”`;
  const without = dropped.length === 0 ? "" : ` without ${dropped.map((word) => `“${word}”`).join(", ")}`;
  return `${count}${spelling}${without}`;
}

function filterElement(
  name: string,
  rows: readonly Values[],
  selection: Selection,
  choose: (selection: Selection) => void,
): HTMLElement[] {
  const counts = countValues(rows, selection, name);
  const chosen = selection.get(name) ?? new Set<string>();
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const options = [...counts]
    .sort(
      (a, b) =>
        Number(chosen.has(b[0])) - Number(chosen.has(a[0])) || (name === "year" ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1]),
    )
    .slice(0, MAX_OPTIONS);
  if (options.length === 0) return [];
  const items = options.map(([value, count]) => {
    const box = element("input", { type: "checkbox", checked: chosen.has(value) });
    box.dataset["value"] = `${name}=${value}`;
    box.addEventListener("change", () => {
      choose(toggle(selection, name, value));
      // The list was made anew: the focus goes back to where it was.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-value="${CSS.escape(`${name}=${value}`)}"]`)?.focus(),
      );
    });
    const label = element("span", { className: "label" }, name === "kind" ? recordKinds[value as RecordKind] : value);
    return element("li", {}, element("label", {}, box, label, element("span", { className: "count" }, String(count))));
  });
  const legend = element("legend", { className: "kicker" }, FILTERS[name as keyof typeof FILTERS]);
  return [element("fieldset", {}, legend, element("ul", {}, ...items))];
}

function groupElement(
  kind: RecordKind,
  hits: readonly SearchRecord[],
  { terms }: SearchOutcome,
  isExpanded: boolean,
  expand: (kind: string) => void,
): HTMLElement[] {
  const group = hits.filter((record) => record.kind === kind);
  if (group.length === 0) return [];
  const shown = group.slice(0, isExpanded ? MANY : FEW);
  const heading = element("h2", {}, recordKinds[kind], " ", element("small", {}, String(group.length)));
  const list = element("ol", { className: "pairs" }, ...shown.map((record) => hitElement(record, terms)));
  const section = element("section", {}, heading, list);
  if (group.length > shown.length && !isExpanded) {
    const more = element("button", { className: "plain", type: "button" }, `Show all ${group.length}`);
    more.addEventListener("click", () => {
      expand(kind);
      requestAnimationFrame(() => document.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] a`)[FEW]?.focus());
    });
    section.append(element("p", { className: "empty" }, more));
  } else if (group.length > shown.length) {
    section.append(element("p", { className: "empty" }, `The first ${MANY} are shown. More words narrow the search.`));
  }
  section.dataset["kind"] = kind;
  return [section];
}

function hitElement(record: SearchRecord, terms: readonly string[]): HTMLElement {
  const link = element("a", { className: "name", href: record.href }, ...highlight(record.title, terms));
  const detail = element("p", { className: "why" }, ...highlight(record.detail, terms));
  const text = record.text === "" ? [] : [element("p", { className: "meta" }, ...highlight(record.text, terms))];
  return element("li", { dir: "auto" }, link, detail, ...text);
}

/** The words of a text, those that begin with a term marked. */
function highlight(text: string, terms: readonly string[]): (string | HTMLElement)[] {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((word, index) => {
    const folded = index % 2 === 1 ? fold(word) : "";
    return folded !== "" && terms.some((term) => folded.startsWith(term)) ? element("mark", {}, word) : word;
  });
}

function valuesOf({ kind, topics, standards, year }: SearchRecord): Values {
  return { kind: [kind], topic: topics, standard: standards, year: year === "" ? [] : [year] };
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

/** An element with properties and children; text is always text, never markup. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
