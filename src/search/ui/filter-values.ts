/** The check boxes of filters: their values where the page has no room for them, what is selected, and the counts. */

import { showMore, shown as shownOf, tryAgain as tryAgainText, valuesLeftOut } from "#messages/filters.ts";
import { formatCount } from "#messages/format.ts";
import { toAddress } from "../../lib/base-path.ts";
import { element, get, plainButton } from "../../lib/element.ts";
import { type Selection, writeSelection } from "../engine/facet-selection.ts";
import { filtersIn, nameOf, replaceQuery, toBox } from "./filter-panel.ts";

export interface FilterValue {
  readonly value: string;
  readonly label: string;
}

export async function fetchRows<T>(address: string): Promise<T> {
  const response = await fetch(toAddress(address));
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}

/** Says in the line of a list that its rows did not come. */
export function showFailure(status: HTMLElement, text: string, tryAgain: () => void): void {
  status.replaceChildren(text, " ", plainButton(tryAgainText, tryAgain));
}

/** At once, before the rows are there. */
export function checkBoxes(panel: HTMLElement, selection: Selection): void {
  for (const filter of filtersIn(panel)) {
    for (const box of filter.querySelectorAll("input")) box.checked = isSelectedIn(selection, filter, box.value);
  }
}

export function fillFilter(panel: HTMLElement, name: string, values: readonly FilterValue[]): void {
  const list = get(panel, `[data-filter="${name}"] ul`);
  if (list.querySelector("input")) return;
  const items = values.map(({ value, label }) => {
    const item = element(
      "li",
      {},
      element("span", {}, element("span", { className: "label" }, label), element("span", { className: "count" })),
    );
    item.dataset["value"] = value;
    toBox(item);
    return item;
  });
  // In place of the link to all values.
  list.replaceChildren(...items);
}

/**
 * Takes the values that no box has out of the address: someone mistyped them, or they are no longer in the catalog. Says
 * which; false where there are none. All boxes are there by then.
 */
export function leaveOutUnknown(panel: HTMLElement, selection: Selection, say: (sentence: string) => void): boolean {
  const leftOut: string[] = [];
  const known = filtersIn(panel).map((filter): [string, ReadonlySet<string>] => {
    const values = new Set(selection.get(nameOf(filter)));
    const boxes = [...filter.querySelectorAll("input")].map(({ value }) => value);
    for (const value of values) {
      if (boxes.includes(value)) continue;
      values.delete(value);
      leftOut.push(`${get(filter, "summary").textContent} “${value}”`);
    }
    return [nameOf(filter), values];
  });
  if (leftOut.length === 0) return false;
  say(valuesLeftOut(leftOut));
  replaceQuery(writeSelection(new URLSearchParams(location.search), new Map(known)));
  return true;
}

/** `countsOf` gives for each value of a filter how many rows have it. The summary names what is selected while they are closed. */
export function showFilters(
  panel: HTMLElement,
  selection: Selection,
  countsOf: (filter: string) => ReadonlyMap<string, number>,
): void {
  const selected: string[] = [];
  for (const filter of filtersIn(panel)) {
    const counts = countsOf(nameOf(filter));
    for (const item of filter.querySelectorAll<HTMLElement>("[data-value]")) {
      const box = item.querySelector("input");
      if (!box) continue;
      const count = counts.get(box.value) ?? 0;
      box.checked = isSelectedIn(selection, filter, box.value);
      if (box.checked) selected.push(item.querySelector(".label")?.textContent ?? "");
      get(item, ".count").textContent = formatCount(count);
      item.classList.toggle("idle", count === 0 && !box.checked);
    }
  }
  const summary = get(panel, "summary");
  summary.querySelector(".names")?.remove();
  if (selected.length > 0) summary.append(element("span", { className: "names" }, `: ${selected.join(", ")}`));
}

/** Shows the first rows of a list, and more at each click; `add` appends those from one place to another. */
export function showStepwise(
  more: HTMLElement,
  { total, step, shown = step }: { readonly total: number; readonly step: number; readonly shown?: number },
  add: (from: number, to: number) => void,
  whenMore: (from: number, to: number) => void,
): void {
  const button = plainButton(showMore(step), () => {
    const from = count;
    show(from + step);
    whenMore(from, count);
  });
  let count = 0;
  const show = (to: number) => {
    add(count, to);
    count = Math.min(to, total);
    more.hidden = count >= total;
    more.replaceChildren(shownOf(count, total), " ", button);
  };
  show(Math.max(step, shown));
}

function isSelectedIn(selection: Selection, filter: HTMLElement, value: string): boolean {
  return selection.get(nameOf(filter))?.has(value) ?? false;
}
