/** The elements of the search page for an answer: selected filters, order, and highlighted hits by kind. */

import { formatCount, formatDate } from "#messages/format.ts";
import { dateNotStated, fieldLabels } from "#messages/search.ts";
import {
  clearFilters,
  compareOffering,
  filterHeadings,
  firstShown,
  kindHeadings,
  nothingLeft as nothingLeftText,
  orders,
  removeFilter,
  showAll,
  sortedBy,
} from "#messages/search-page.ts";
import { element } from "../../lib/element.ts";
import { toggle } from "../engine/facet-selection.ts";
import { type Hit, type HitGroup, MANY, type Sort } from "../engine/search-answer.ts";
import type { FacetName } from "../index/facet-table.ts";
import type { RecordKind } from "../index/search-record.ts";
import { toNodes } from "./highlighted-text.ts";
import { keyed } from "./keyed-elements.ts";
import { changeState, type SearchState, toHref } from "./search-address.ts";
import { toLabel } from "./search-filters.ts";

const sorts: readonly Sort[] = ["relevance", "date"];

/** What a link or button does on the page, handled in `search-page.ts`. */
type Action = "order" | "remove" | "clear" | "expand" | "search" | "retry" | "reload";

/** A link for each selected value, which removes it. */
export function selectedElements(parameters: URLSearchParams, { selection }: SearchState): HTMLElement[] {
  const items = [...selection].flatMap(([name, values]) =>
    [...values].map((value) => {
      const label = `${filterHeadings[name as FacetName]}: ${toLabel(name as FacetName, value)}`;
      const href = toHref(changeState(parameters, { selection: toggle(selection, name, value) }));
      const link = actionLink("remove", href, `without ${name}=${value}`, label);
      link.ariaLabel = removeFilter(label);
      return element("li", {}, link);
    }),
  );
  if (items.length === 0) return [];
  return [element("ul", { className: "picked" }, ...items), actionButton("clear", clearFilters)];
}

/** The two orders, with the current one marked. */
export function orderElement(parameters: URLSearchParams, { sort }: SearchState): HTMLElement {
  const links = sorts.map((order) => {
    const link = actionLink("order", toHref(changeState(parameters, { sort: order })), `by ${order}`, orders[order]);
    if (order === sort) link.ariaCurrent = "true";
    return element("li", {}, link);
  });
  return element("div", { className: "sort" }, `${sortedBy} `, element("ul", {}, ...links));
}

/** The hits of one kind, with a way to all of them. */
export function groupElement({ kind, count, hits }: HitGroup, isExpanded: boolean): HTMLElement {
  const heading = element("h2", {}, kindHeadings[kind], " ", element("small", {}, formatCount(count)));
  const list = element("ol", { className: "pairs" }, ...hits.map(hitElement));
  const end =
    count > hits.length
      ? [element("p", { className: "empty" }, isExpanded ? firstShown(MANY) : moreButton(kind, count))]
      : [];
  const section = element("section", {}, heading, list, ...end);
  section.dataset["kind"] = kind;
  return section;
}

function moreButton(kind: RecordKind, count: number): HTMLElement {
  const button = keyed(actionButton("expand", showAll(count)), `all ${kind}`);
  button.dataset["kind"] = kind;
  return button;
}

/** Shown when the filters leave nothing. */
export function nothingLeft(): HTMLElement {
  return element("p", { className: "empty" }, nothingLeftText);
}

/** A link to an earlier search. */
export function searchElement(parameters: URLSearchParams, query: string): HTMLElement {
  const href = toHref(changeState(parameters, { query }));
  return element("li", { dir: "auto" }, actionLink("search", href, `search ${query}`, query));
}

function hitElement({ record, title, detail, text, reasons }: Hit): HTMLElement {
  const link = keyed(element("a", { className: "name", href: record.href }, ...toNodes(title)), record.href);
  const badge = record.badge
    ? [" ", element("span", { className: `badge ${record.badge.tone}` }, record.badge.label)]
    : [];
  const row = element(
    "li",
    { dir: "auto" },
    ...(record.kind === "offering" ? [compareBox(record)] : []),
    link,
    ...badge,
    element(
      "p",
      { className: "meta" },
      ...(record.note === undefined ? toNodes(detail) : [record.note]),
      ...dateNodes(record.kind, record.date, record.detail !== ""),
    ),
    ...(record.text === "" ? [] : [element("p", { className: "teaser" }, ...toNodes(text))]),
    ...reasons.map(({ field, value }) =>
      element("p", { className: "meta" }, `${fieldLabels[field]}: `, ...toNodes(value)),
    ),
  );
  // By which the reader's own lists know what they hide elsewhere.
  const { topic = [], publisher = [] } = record.fields;
  if (record.kind === "news") row.dataset["about"] = [...topic, ...publisher].join("\n");
  return row;
}

/** As `CompareBox.astro` renders it. */
function compareBox({ href, title }: Hit["record"]): HTMLElement {
  const value = decodeURIComponent(href.split("/").at(-2) ?? "");
  const box = element("input", { className: "compare", type: "checkbox", name: "add", value });
  box.ariaLabel = compareOffering(title);
  return keyed(box, `compare ${value}`);
}

/** A story without a date says so; other things have none. */
function dateNodes(kind: RecordKind, date: string, follows: boolean): (string | HTMLElement)[] {
  if (date === "" && kind !== "news") return [];
  const label =
    date === ""
      ? element("span", { className: "not-stated" }, dateNotStated)
      : element("time", { dateTime: date }, formatDate(date, "short"));
  return follows ? [", ", label] : [label];
}

export function actionButton(action: Action, label: string): HTMLElement {
  const button = element("button", { className: "plain", type: "button" }, label);
  button.dataset["action"] = action;
  return button;
}

function actionLink(action: Action, href: string, key: string, text: string): HTMLAnchorElement {
  const link = keyed(element("a", { href }, text), key);
  link.dataset["action"] = action;
  return link;
}
