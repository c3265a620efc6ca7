/** The rows of the catalog's table and the counts of its filters, made from the rows that the page has no room for. */
import { fetchingOfferings, offeringsFailed, offeringsLeft } from "#messages/filters.ts";
import { compare, noInterface, notStated, offerings, showOfferings as show } from "#messages/offering.ts";
import type { FilteredRow, Link, OfferingRows } from "../../compare/offering-row.ts";
import { breakable, wholeWords } from "../../lib/breakable.ts";
import { dirOf } from "../../lib/direction.ts";
import { element, get } from "../../lib/element.ts";
import { isSelected } from "../engine/facet-selection.ts";
import {
  checkBoxes,
  fetchRows,
  fillFilter,
  leaveOutUnknown,
  showFailure,
  showFilters,
  showStepwise,
} from "./filter-values.ts";
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
/** Said once behind the count. */
let note = "";

export async function showOfferings(page: Page): Promise<void> {
  const { form, panel, state, isForFilters } = page;
  latest = state;
  const status = get(form, "[data-count]");
  checkBoxes(panel, state.selection);
  if (!isForFilters) status.textContent = fetchingOfferings;
  try {
    fetched ??= fetchRows<OfferingRows>(form.dataset["offerings"] ?? "");
    const { rows, options } = await fetched;
    if (latest !== state) return;
    for (const [filter, values] of Object.entries(options)) fillFilter(panel, filter, values);
    if (
      leaveOutUnknown(panel, state.selection, (sentence) => {
        note = sentence;
      })
    )
      return;
    showFilters(panel, state.selection, (filter) => countOptions(rows, state.selection, filter));
    if (isForFilters) return;
    const count = showRows(form, rows, state);
    get(panel, "[data-show]").textContent = show(count);
  } catch (error) {
    fetched = undefined;
    if (latest !== state) return;
    console.error(error);
    showFailure(status, offeringsFailed, () => void showOfferings(page));
  }
}

/** Returns how many are left. */
function showRows(form: HTMLFormElement, rows: readonly FilteredRow[], state: ListState): number {
  const left = listRows(rows, state);
  const isNarrowed = isSelected(state.selection);
  const count = isNarrowed ? offeringsLeft(left.length, rows.length) : offerings(rows.length);
  get(form, "[data-count]").textContent = [count, note].filter(Boolean).join(". ");
  note = "";
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
  showStepwise(
    get(form, "[data-more]"),
    { total: left.length, step: STEP, shown: Number(history.state?.shown ?? 0) },
    (from, to) => {
      body.append(...left.slice(from, to).map(rowElement));
      // What is chosen to be compared, and what is on the reader's own lists, is shown in them.
      body.dispatchEvent(new Event("rows", { bubbles: true }));
    },
    (from, to) => {
      // So that Back shows as many rows again.
      history.replaceState({ shown: to }, "");
      body.rows[from]?.querySelector<HTMLElement>("th a")?.focus();
    },
  );
  return left.length;
}

/** The same as `OfferingTable.astro` renders. */
function rowElement(row: FilteredRow): HTMLElement {
  const box = element("input", { className: "compare", type: "checkbox", name: "add", value: row.slug });
  box.ariaLabel = compare(row.label);
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
    cell(row.declared, noInterface),
    documentation
      ? element(
          "td",
          {},
          access ?? element("span", NOT_STATED, notStated),
          " ",
          element("a", { className: "meta", href: documentation.href }, ...breakable(documentation.label)),
        )
      : cell(access),
  );
}

const NOT_STATED = { className: "not-stated" };

function cell(text: string | undefined, absent = notStated): HTMLElement {
  return text === undefined ? element("td", NOT_STATED, absent) : element("td", {}, ...wholeWords(text));
}

function linkTo({ href, label }: Link, className?: string): HTMLElement {
  return element("a", { className, href, dir: dirOf(label) }, label);
}
