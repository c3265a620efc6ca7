/** Turns the filter links of the offerings page into check boxes that narrow its table, with the selection in the address. */
import { startCompareBoxes } from "../../compare/compare-boxes.ts";
import { isSelected, type Selection, toggle } from "../engine/facet-selection.ts";
import { toBox } from "./filter-box.ts";
import { type ListState, readListState, writeListState } from "./offering-list-state.ts";

/** Without this script the links lead to pages with the same lists. */
export function startOfferingTable(root: Document): void {
  const panel = root.querySelector<HTMLElement>("[data-filters]");
  const form = root.querySelector<HTMLFormElement>("form[data-offerings]");
  const order = form?.querySelector<HTMLSelectElement>("[data-order] select");
  if (!panel || !form || !order) return;
  const filters = [...panel.querySelectorAll<HTMLDetailsElement>("[data-filter]")];
  const names = filters.map((filter) => filter.dataset["filter"] ?? "");
  const showChoice = startCompareBoxes(form);
  const readState = () => readListState(new URLSearchParams(location.search), names);
  let state = readState();
  /** The query whose rows are shown. */
  let shown = location.search;

  /** The rows, and what shows them, are fetched once the reader asks for more than the page has. */
  const show = async (isForFilters = false) => {
    try {
      const { showOfferings } = await import("./offering-rows.ts");
      await showOfferings({ form, panel, state, isForFilters });
      showChoice();
    } catch (error) {
      console.error(error);
      const status = form.querySelector("[data-count]");
      if (status) status.textContent = "The filters could not be fetched. Reload the page.";
    }
  };
  const choose = (next: ListState) => {
    state = next;
    const query = writeListState(new URLSearchParams(location.search), state).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    shown = location.search;
    void show();
  };
  const select = (selection: Selection) => choose({ ...state, selection });

  for (const filter of filters) {
    filter.hidden = false;
    for (const item of filter.querySelectorAll<HTMLElement>("[data-value]")) toBox(item);
    if ((state.selection.get(filter.dataset["filter"] ?? "")?.size ?? 0) > 0) filter.open = true;
    // The values of long filters come with the rows.
    filter.addEventListener("toggle", () => {
      if (filter.open && !filter.querySelector("input")) void show(true);
    });
  }
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const filter = target.closest<HTMLElement>("[data-filter]")?.dataset["filter"] ?? "";
    select(toggle(state.selection, filter, target.value));
  });
  form.querySelector("[data-clear]")?.addEventListener("click", () => {
    select(new Map(names.map((name) => [name, new Set<string>()])));
    [...panel.querySelectorAll("summary")].find((summary) => summary.checkVisibility())?.focus();
  });
  form.querySelector("[data-order]")?.removeAttribute("hidden");
  form.addEventListener("rows", showChoice);
  order.value = state.sort;
  order.addEventListener("change", () => choose({ ...state, sort: order.value as ListState["sort"] }));
  addEventListener("popstate", () => {
    // A step to a letter changes nothing.
    if (location.search === shown) return;
    shown = location.search;
    state = readState();
    void show();
  });
  if (isSelected(state.selection) || state.sort !== "name" || history.state?.shown) void show();
}
