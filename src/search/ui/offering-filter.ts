/** Turns the filter links of the offerings page into check boxes that narrow its table, with the selection in the address. */
import {
  countValues,
  isSelected,
  matches,
  readSelection,
  type Selection,
  toggle,
  type Values,
  writeSelection,
} from "../engine/facet-selection.ts";

interface Option {
  readonly filter: string;
  readonly value: string;
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
  readonly label: string;
}

/** Without this script the links lead to pages with the same lists. */
export function startOfferingFilter(root: Document): void {
  const panel = root.querySelector<HTMLElement>("[data-filters]");
  const status = root.querySelector<HTMLElement>("[data-count]");
  const clear = root.querySelector<HTMLElement>("[data-clear]");
  const none = root.querySelector<HTMLElement>("[data-none]");
  if (!panel || !status || !clear || !none) return;

  const filters = [...panel.querySelectorAll<HTMLElement>("[data-filter]")].map(
    (element) => element.dataset["filter"] ?? "",
  );
  const options = [...panel.querySelectorAll<HTMLElement>("[data-value]")].map((item) => toOption(root, item));
  const rows = [...root.querySelectorAll<HTMLElement>("tr[data-kind]")].map((element) => ({
    element,
    values: valuesOf(element, filters),
  }));
  const allText = status.textContent ?? "";
  const letters = [...root.querySelectorAll<HTMLAnchorElement>(".letters a")];
  const table = root.querySelector<HTMLElement>(".catalog");
  const summary = panel.querySelector("summary");
  const summaryText = summary?.textContent ?? "";
  const bodies = [...root.querySelectorAll<HTMLElement>(".catalog tbody")];
  let selection: Selection = readSelection(new URLSearchParams(location.search), filters);

  const show = () => {
    let left = 0;
    for (const { element, values } of rows) {
      element.hidden = !matches(values, selection);
      if (!element.hidden) left += 1;
    }
    for (const body of bodies) body.hidden = !body.querySelector("tr[data-kind]:not([hidden])");
    const counts = new Map(
      filters.map((filter) => [
        filter,
        countValues(
          rows.map(({ values }) => values),
          selection,
          filter,
        ),
      ]),
    );
    for (const { filter, value, item, box, count } of options) {
      const number = counts.get(filter)?.get(value) ?? 0;
      box.checked = selection.get(filter)?.has(value) ?? false;
      count.textContent = String(number);
      item.classList.toggle("idle", number === 0 && !box.checked);
    }
    status.textContent = isSelected(selection) ? `${left} of ${allText}` : allText;
    clear.hidden = !isSelected(selection);
    for (const link of letters) link.hidden = Boolean(root.getElementById(link.hash.slice(1))?.hidden);
    table?.classList.toggle("short", left <= Number(table.dataset["short"]));
    const selected = options.filter(({ box }) => box.checked).map(({ label }) => label);
    if (summary) summary.textContent = selected.length > 0 ? `${summaryText}: ${selected.join(", ")}` : summaryText;
    none.hidden = left > 0;
  };

  const choose = (next: Selection) => {
    selection = next;
    const query = writeSelection(new URLSearchParams(location.search), selection).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
  };

  for (const { filter, value, box } of options)
    box.addEventListener("change", () => choose(toggle(selection, filter, value)));
  clear.addEventListener("click", () => {
    choose(new Map(filters.map((filter) => [filter, new Set<string>()])));
    [...panel.querySelectorAll("summary")].find((summary) => summary.checkVisibility())?.focus();
  });
  addEventListener("popstate", () => {
    selection = readSelection(new URLSearchParams(location.search), filters);
    show();
  });
  for (const filter of filters) {
    if ((selection.get(filter)?.size ?? 0) > 0)
      panel.querySelector(`[data-filter="${filter}"]`)?.setAttribute("open", "");
  }
  show();
}

/** Replaces the link of an option with a check box with the same label, so that nothing moves. */
function toOption(root: Document, item: HTMLElement): Option {
  const label = root.createElement("label");
  const box = root.createElement("input");
  box.type = "checkbox";
  label.append(box, ...item.querySelectorAll(":scope > a > *"));
  item.replaceChildren(label);
  const filter = item.closest<HTMLElement>("[data-filter]")?.dataset["filter"] ?? "";
  const count = label.querySelector<HTMLElement>(".count") ?? label;
  const text = label.querySelector(".label")?.textContent ?? "";
  return { filter, value: item.dataset["value"] ?? "", item, box, count, label: text };
}

function valuesOf(element: HTMLElement, filters: readonly string[]): Values {
  return Object.fromEntries(
    filters.map((filter) => [filter, (element.dataset[filter] ?? "").split(" ").filter(Boolean)]),
  );
}
