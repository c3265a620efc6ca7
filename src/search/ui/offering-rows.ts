/** The rows of the catalog's table and the counts of its filters, made from the rows that the page has no room for. */
import type { FilteredRow, Link, OfferingRows } from "../../compare/offering-row.ts";
import { element } from "../../lib/element.ts";
import { counted, dirOf, formatCount } from "../../lib/text.ts";
import { isSelected } from "../engine/facet-selection.ts";
import { toBox } from "./filter-box.ts";
import { countOptions, listRows } from "./offering-list.ts";
import type { ListState } from "./offering-list-state.ts";

/** Shown at first, and more at each click. */
const STEP = 50;

interface Page {
  readonly form: HTMLFormElement;
  readonly panel: HTMLElement;
  readonly state: ListState;
  /** True where a filter needs its values, and the rows stay as they are. */
  readonly isForFilters: boolean;
}

let fetched: Promise<OfferingRows> | undefined;
/** The last call wins: the rows may come late. */
let latest: ListState | undefined;

export async function showOfferings(page: Page): Promise<void> {
  const { form, panel, state, isForFilters } = page;
  latest = state;
  const status = get(form, "[data-count]");
  for (const [box, name] of boxesOf(panel)) box.checked = isSelectedIn(state, name, box.value);
  if (!isForFilters) status.textContent = "Fetching the offerings…";
  try {
    fetched ??= fetchRows(form.dataset["offerings"] ?? "");
    const { rows, options } = await fetched;
    if (latest !== state) return;
    for (const [filter, values] of Object.entries(options)) fillFilter(panel, filter, values);
    showFilters(panel, rows, state);
    if (!isForFilters) showRows(form, rows, state);
  } catch (error) {
    fetched = undefined;
    if (latest !== state) return;
    console.error(error);
    const again = element("button", { type: "button", className: "plain" }, "Try again");
    again.addEventListener("click", () => void showOfferings(page));
    status.replaceChildren("The offerings could not be fetched. ", again);
  }
}

function boxesOf(panel: HTMLElement): [box: HTMLInputElement, filter: string][] {
  return [...panel.querySelectorAll<HTMLElement>("[data-filter]")].flatMap((filter) =>
    [...filter.querySelectorAll("input")].map((box): [HTMLInputElement, string] => [
      box,
      filter.dataset["filter"] ?? "",
    ]),
  );
}

function isSelectedIn({ selection }: ListState, filter: string, value: string): boolean {
  return selection.get(filter)?.has(value) ?? false;
}

async function fetchRows(address: string): Promise<OfferingRows> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}

function fillFilter(panel: HTMLElement, name: string, options: OfferingRows["options"][string]): void {
  const list = get(panel, `[data-filter="${name}"] ul`);
  if (list.querySelector("input")) return;
  const items = options.map(({ value, label }) => {
    const item = element(
      "li",
      {},
      element("span", {}, element("span", { className: "label" }, label), element("span", { className: "count" })),
    );
    item.dataset["value"] = value;
    toBox(item);
    return item;
  });
  list.append(...items);
}

function showFilters(panel: HTMLElement, rows: readonly FilteredRow[], state: ListState): void {
  const selected: string[] = [];
  for (const filter of panel.querySelectorAll<HTMLElement>("[data-filter]")) {
    const name = filter.dataset["filter"] ?? "";
    const counts = countOptions(rows, state.selection, name);
    for (const item of filter.querySelectorAll<HTMLElement>("[data-value]")) {
      const box = item.querySelector("input");
      if (!box) continue;
      const count = counts.get(box.value) ?? 0;
      box.checked = isSelectedIn(state, name, box.value);
      if (box.checked) selected.push(item.querySelector(".label")?.textContent ?? "");
      get(item, ".count").textContent = formatCount(count);
      item.classList.toggle("idle", count === 0 && !box.checked);
    }
  }
  const summary = get(panel, "summary");
  summary.dataset["text"] ??= summary.textContent ?? "";
  summary.textContent = [summary.dataset["text"], selected.join(", ")].filter(Boolean).join(": ");
}

function showRows(form: HTMLFormElement, rows: readonly FilteredRow[], state: ListState): void {
  const left = listRows(rows, state);
  const isNarrowed = isSelected(state.selection);
  const total = counted(rows.length, "offering");
  get(form, "[data-count]").textContent = isNarrowed ? `${formatCount(left.length)} of ${total}` : total;
  get(form, "[data-clear]").hidden = !isNarrowed;
  get(form, "[data-none]").hidden = left.length > 0;
  const letters = document.querySelector<HTMLElement>(".letters");
  if (letters) letters.hidden = true;
  const pages = form.querySelector<HTMLElement>(".pages");
  if (pages) pages.hidden = true;
  const order = form.querySelector<HTMLSelectElement>("[data-order] select");
  if (order) order.value = state.sort;

  const table = get(form, "table");
  table.hidden = left.length === 0;
  for (const body of table.querySelectorAll("tbody")) body.remove();
  const body = element("tbody", {});
  table.append(body);
  const more = get(form, "[data-more]");
  const show = (from: number, to: number) => {
    body.append(...left.slice(from, to).map(rowElement));
    more.hidden = to >= left.length;
    more.replaceChildren(`${formatCount(Math.min(to, left.length))} of ${formatCount(left.length)} shown. `, button);
  };
  const button = element("button", { type: "button", className: "plain" }, `Show ${STEP} more`);
  button.addEventListener("click", () => {
    const from = body.rows.length;
    show(from, from + STEP);
    form.dispatchEvent(new Event("rows"));
    // Back finds as many as were there.
    history.replaceState({ shown: body.rows.length }, "");
    body.rows[from]?.querySelector<HTMLElement>("th a")?.focus();
  });
  show(0, Math.max(STEP, Number(history.state?.shown ?? 0)));
}

/** The same as `OfferingTable.astro` renders. */
function rowElement(row: FilteredRow): HTMLElement {
  const box = element("input", { className: "compare", type: "checkbox", name: "add", value: row.slug });
  box.ariaLabel = `Compare ${row.label}`;
  const { vendor, badge, access, documentation } = row;
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      box,
      linkTo(row),
      " ",
      ...(badge ? [element("span", { className: `badge ${badge.tone}` }, badge.label), " "] : []),
      linkTo(vendor, "meta"),
    ),
    element("td", {}, row.kind),
    cell(row.licence),
    cell(row.standards),
    cell(row.declared, "not on record"),
    documentation
      ? element(
          "td",
          {},
          access ?? element("span", NOT_STATED, "not stated"),
          " ",
          element("a", { className: "meta", href: documentation.href }, documentation.label),
        )
      : cell(access),
  );
}

const NOT_STATED = { className: "not-stated" };

function cell(text: string | undefined, absent = "not stated"): HTMLElement {
  return text === undefined ? element("td", NOT_STATED, absent) : element("td", {}, text);
}

function linkTo({ href, label }: Link, className?: string): HTMLElement {
  const dir = dirOf(label);
  return element("a", { ...(className && { className }), href, ...(dir && { dir }) }, label);
}

function get<E extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
