/** Filters as check boxes, with what is selected of them in the address. */
import { type Selection, toggle } from "../engine/facet-selection.ts";

export interface FilterState {
  readonly selection: Selection;
}

interface FilterParts<S extends FilterState> {
  /** Each holds filters; without this script their values are links. */
  readonly panels: readonly HTMLElement[];
  readonly read: (query: URLSearchParams, filters: readonly string[]) => S;
  /** The parameters of others stay. */
  readonly write: (query: URLSearchParams, state: S) => URLSearchParams;
  /** `isForFilters` is true where a filter needs its values, and the rows stay as they are. */
  readonly show: (state: S, isForFilters: boolean) => void;
}

export interface Filters<S extends FilterState> {
  readonly getState: () => S;
  readonly choose: (next: S) => void;
  /** The button clears the filters of the panel, which the focus goes back to. */
  readonly clearBy: (button: HTMLElement, panel: HTMLElement) => void;
}

export function startFilters<S extends FilterState>({ panels, read, write, show }: FilterParts<S>): Filters<S> {
  const filters = panels.flatMap(filtersIn);
  const readState = () => read(new URLSearchParams(location.search), filters.map(nameOf));
  let state = readState();
  /** The query whose rows are shown. */
  let shown = location.search;

  const choose = (next: S) => {
    state = next;
    const query = write(new URLSearchParams(location.search), state).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    shown = location.search;
    show(state, false);
  };
  const select = (selection: Selection) => choose({ ...state, selection });

  for (const filter of filters) {
    filter.hidden = false;
    for (const item of filter.querySelectorAll<HTMLElement>("[data-value]")) toBox(item);
    if ((state.selection.get(nameOf(filter))?.size ?? 0) > 0) filter.open = true;
    // The values of long filters come with the rows.
    filter.addEventListener("toggle", () => {
      if (filter.open && !filter.querySelector("input")) show(state, true);
    });
  }
  for (const panel of panels) {
    panel.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const filter = target.closest<HTMLElement>("[data-filter]");
      if (filter) select(toggle(state.selection, nameOf(filter), target.value));
    });
  }
  addEventListener("popstate", () => {
    // A step to an anchor changes nothing.
    if (location.search === shown) return;
    shown = location.search;
    state = readState();
    show(state, false);
  });
  return {
    getState: () => state,
    choose,
    clearBy: (button, panel) =>
      button.addEventListener("click", () => {
        const none = filtersIn(panel).map((filter): [string, ReadonlySet<string>] => [nameOf(filter), new Set()]);
        select(new Map([...state.selection, ...none]));
        [...panel.querySelectorAll("summary")].find((summary) => summary.checkVisibility())?.focus();
      }),
  };
}

/** Puts a query into the address, and shows what it selects as if one had come back to it. */
export function replaceQuery(query: URLSearchParams): void {
  history.replaceState(history.state, "", `${location.pathname}?${query}${location.hash}`.replace(/\?(?=#|$)/, ""));
  dispatchEvent(new PopStateEvent("popstate"));
}

export function filtersIn(panel: HTMLElement): HTMLDetailsElement[] {
  return [...panel.querySelectorAll<HTMLDetailsElement>("[data-filter]")];
}

export function nameOf(filter: HTMLElement): string {
  return filter.dataset["filter"] ?? "";
}

/** Replaces the link of an option with a check box with the same label, so that nothing moves. */
export function toBox(item: HTMLElement): void {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = item.dataset["value"] ?? "";
  label.append(box, ...item.querySelectorAll(":scope > * > *"));
  item.replaceChildren(label);
}
