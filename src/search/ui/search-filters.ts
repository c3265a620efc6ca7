/** The filters of an answer with their counts, updated in place, so that nothing moves and the focus stays. */

import { formatCount } from "#messages/format.ts";
import { andMoreValues, filterHeadings, kindHeadings, moreValues } from "#messages/search-page.ts";
import { element, setText } from "../../lib/element.ts";
import type { Facet, FacetValue } from "../engine/search-answer.ts";
import type { FacetName } from "../index/facet-table.ts";
import { isRecordKind } from "../index/search-record.ts";
import { fillKeyed, keyed } from "./keyed-elements.ts";

/** Values of a filter outside its disclosure, which is there for at least `MIN_CLOSED` more. */
const OPEN_VALUES = 6;
const MIN_CLOSED = 3;

/** Leaves out filters that no hit has a value for. */
export function fillFilters(container: HTMLElement, facets: readonly Facet[]): void {
  fillKeyed(
    container,
    facets.filter(({ values }) => values.length > 0),
    ({ name }) => name,
    makeFilter,
    updateFilter,
  );
}

/** Fills a disclosure when it opens: most stay closed, and need no update at every key. */
export function openFilter(details: HTMLDetailsElement, facets: readonly Facet[]): void {
  const facet = facets.find(({ name }) => name === details.dataset["facet"]);
  if (facet) fillClosed(details, facet);
}

/** The label of a value, which may come from an address and be anything; the value of a kind is its key. */
export function toLabel(name: FacetName, value: string): string {
  return name === "kind" && isRecordKind(value) ? kindHeadings[value] : value;
}

function makeFilter({ name }: Facet): HTMLFieldSetElement {
  const summary = keyed(element("summary", {}), `more ${name}`);
  const details = element("details", {}, summary, element("ul", {}), element("p", { className: "meta" }));
  details.dataset["facet"] = name;
  return element("fieldset", {}, element("legend", {}, filterHeadings[name]), element("ul", {}), details);
}

function updateFilter(fieldset: HTMLFieldSetElement, facet: Facet): void {
  const { open, closed } = split(facet);
  const list = fieldset.querySelector("ul");
  const details = fieldset.querySelector("details");
  const summary = details?.querySelector("summary");
  const further = details?.querySelector("p");
  if (!list || !details || !summary || !further) return;
  fillValues(list, facet.name, open);
  details.hidden = closed.length === 0;
  if (closed.some(({ isSelected }) => isSelected)) details.open = true;
  setText(summary, moreValues(closed.length));
  setText(further, andMoreValues(facet.more));
  further.hidden = facet.more === 0;
  fillClosed(details, facet);
}

function fillClosed(details: HTMLDetailsElement, facet: Facet): void {
  const list = details.querySelector("ul");
  if (list) fillValues(list, facet.name, details.open ? split(facet).closed : []);
}

function split({ values }: Facet): { open: readonly FacetValue[]; closed: readonly FacetValue[] } {
  const end = values.length < OPEN_VALUES + MIN_CLOSED ? values.length : OPEN_VALUES;
  return { open: values.slice(0, end), closed: values.slice(end) };
}

function fillValues(list: HTMLElement, name: FacetName, values: readonly FacetValue[]): void {
  fillKeyed(
    list,
    values,
    ({ value }) => value,
    (value) => makeValue(name, value),
    updateValue,
  );
}

function makeValue(name: FacetName, { value }: FacetValue): HTMLLIElement {
  const box = keyed(element("input", { type: "checkbox", name, value }), `${name}=${value}`);
  const label = element("span", { className: "label" }, toLabel(name, value));
  return element("li", {}, element("label", {}, box, label, element("span", { className: "count" })));
}

function updateValue(item: HTMLLIElement, { count, isSelected }: FacetValue): void {
  const box = item.querySelector("input");
  const number = item.querySelector(".count");
  if (!box || !number) return;
  box.checked = isSelected;
  setText(number, formatCount(count));
  item.classList.toggle("idle", count === 0 && !isSelected);
}
