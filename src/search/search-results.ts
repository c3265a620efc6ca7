/** Promise: what a search found, as the elements that show it: filters with live counts, hits by kind with their words marked. */
import { fold } from "../lib/fold.ts";
import { counted } from "../lib/text.ts";
import { type RecordKind, recordKinds, type SearchRecord } from "../outputs/search-record.ts";
import type { SearchOutcome } from "./engine.ts";
import { countValues, isChosen, matches, type Selection, toggle, type Values } from "./facets.ts";

const FILTERS = { kind: "Kind", topic: "Topic", standard: "Standard", year: "Year" } as const;

/** The parameters of the address that narrow the results. */
export const FILTER_NAMES: readonly string[] = Object.keys(FILTERS);

/** Hits of one kind before "show all", and after it. */
const FEW = 5;
const MANY = 200;
/** Values of one filter that are offered, the most frequent ones. */
const MAX_OPTIONS = 15;

/** What the reader has chosen to see of an outcome, and how to choose otherwise. */
interface Choice {
  readonly selection: Selection;
  /** Kinds whose hits are all shown. */
  readonly expanded: ReadonlySet<string>;
  readonly choose: (selection: Selection) => void;
  readonly expand: (kind: string) => void;
}

export interface Results {
  /** How many there are, and for which words. */
  readonly status: string;
  readonly filters: readonly HTMLElement[];
  readonly groups: readonly HTMLElement[];
}

/** The elements are new each time; the page puts them in their places. */
export function toResults(
  text: string,
  outcome: SearchOutcome,
  { selection, expanded, choose, expand }: Choice,
): Results {
  const rows = outcome.hits.map((record) => ({ record, values: valuesOf(record) }));
  const left = rows.filter(({ values }) => matches(values, selection)).map(({ record }) => record);
  const filters = FILTER_NAMES.flatMap((name) =>
    filterElement(
      name,
      rows.map(({ values }) => values),
      selection,
      choose,
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
  return { status: describe(text, outcome, left.length, rows.length, isChosen(selection)), filters, groups };
}

/** An element with properties and children; text is always text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
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
    const label = element("span", { className: "label" }, name === "kind" ? kindLabel(value) : value);
    return element("li", {}, element("label", {}, box, label, element("span", { className: "count" }, String(count))));
  });
  const legend = element("legend", {}, FILTERS[name as keyof typeof FILTERS]);
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
  const text = record.text === "" ? [] : [element("p", { className: "teaser" }, ...highlight(record.text, terms))];
  const stamp = record.stamp
    ? [" ", element("span", { className: `stamp ${record.stamp.tone}` }, record.stamp.label)]
    : [];
  return element("li", { dir: "auto" }, link, ...stamp, detail, ...text);
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

/** An address may name any kind. */
function kindLabel(value: string): string {
  return Object.hasOwn(recordKinds, value) ? recordKinds[value as RecordKind] : value;
}
