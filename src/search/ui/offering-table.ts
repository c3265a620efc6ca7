/** Turns the filter links of the offerings page into check boxes that narrow its table, with the selection in the address. */
import { filtersFailed } from "#messages/offering-table.ts";
import { startCompareBoxes } from "../../compare/compare-boxes.ts";
import { isSelected } from "../engine/facet-selection.ts";
import { startFilters } from "./filter-panel.ts";
import { type ListState, readListState, writeListState } from "./offering-list-state.ts";

/** Without this script the links lead to pages with the same lists. */
export function startOfferingTable(root: Document): void {
  const panel = root.querySelector<HTMLElement>("[data-filters]");
  const form = root.querySelector<HTMLFormElement>("form[data-offerings]");
  const order = form?.querySelector<HTMLSelectElement>("[data-order] select");
  const clear = form?.querySelector<HTMLElement>("[data-clear]");
  if (!panel || !form || !order || !clear) return;
  const showChoice = startCompareBoxes(form);

  /** The rows, and what shows them, are fetched once the reader asks for more than the page has. */
  const show = async (state: ListState, isForFilters: boolean) => {
    try {
      const { showOfferings } = await import("./offering-rows.ts");
      await showOfferings({ form, panel, state, isForFilters });
    } catch (error) {
      console.error(error);
      const status = form.querySelector("[data-count]");
      if (status) status.textContent = filtersFailed;
    }
  };
  const filters = startFilters({
    panels: [panel],
    read: readListState,
    write: writeListState,
    show: (state, isForFilters) => void show(state, isForFilters),
  });
  const state = filters.getState();
  filters.clearBy(clear, panel);
  form.querySelector("[data-order]")?.removeAttribute("hidden");
  form.addEventListener("rows", showChoice);
  order.value = state.sort;
  order.addEventListener("change", () =>
    filters.choose({ ...filters.getState(), sort: order.value as ListState["sort"] }),
  );
  if (isSelected(state.selection) || state.sort !== "name" || history.state?.shown) void show(state, false);
}
