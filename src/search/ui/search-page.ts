/** The search page: answers what is typed or selected, with the whole state in the address. */
import { isSelected, toggle } from "../engine/facet-selection.ts";
import { type FailureReason, FEW, failureReason, type SearchAnswer } from "../engine/search-answer.ts";
import { element } from "./element.ts";
import { readSearches, removeSearches, saveSearch } from "./recent-searches.ts";
import { noSelection, readState, type SearchState } from "./search-address.ts";
import { createSearchClient } from "./search-client.ts";
import { fillFilters, openFilter } from "./search-filters.ts";
import { createHistory, readExpanded, readParameters } from "./search-history.ts";
import { groupElement, nothingLeft, orderElement, searchElement, selectedElements } from "./search-results.ts";
import { ADVICE, countStories, describeAnswer, describeFailure, describeRest, FETCHING } from "./status-text.ts";

const partNames = [
  "status",
  "advice",
  "outcome",
  "filters",
  "selected",
  "results",
  "recent",
  "searches",
  "links",
] as const;

type Parts = Readonly<Record<(typeof partNames)[number], HTMLElement>> & {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
};

/** Nothing is fetched until the box has the focus or the address has a query. */
export function startSearchPage(root: Document): void {
  const main = root.querySelector<HTMLElement>("[data-search]");
  const parts = main && findParts(main);
  if (!main || !parts) return;
  const { form, box, filters, selected, results } = parts;
  const client = createSearchClient(form.action);
  let latest = 0;
  let answer: SearchAnswer | undefined;
  /** Sets the focus after the answer to the last step of the reader, which removes the element that had it. */
  let refocus: (() => void) | undefined;

  const show = async () => {
    const parameters = readParameters();
    const state = readState(parameters);
    if (box.value.trim() !== state.query) box.value = state.query;
    latest += 1;
    const turn = latest;
    if (state.query === "") {
      answer = undefined;
      showNothing(parts, parameters);
      return;
    }
    if (!answer) say(parts.status, FETCHING);
    try {
      const found = await client.search({ ...state, expanded: readExpanded() });
      if (!found || turn !== latest) return;
      answer = found;
      keepFocus(main, () => showHits(parts, found, parameters));
      await nextPaint();
      if (turn !== latest) return;
      fillFilters(parts.filters, found.facets);
      showStatus(parts.status, found, state);
    } catch (error) {
      const reason = failureReason(error);
      if (turn !== latest) return;
      answer = undefined;
      showFailure(parts, reason);
    }
    if (root.activeElement === root.body) refocus?.();
    refocus = undefined;
  };
  const showNext = (after?: () => void) => {
    refocus = after;
    void show();
  };

  const steps = createHistory();
  const firstFilter = () =>
    [...parts.outcome.querySelectorAll<HTMLElement>("summary, input")].find((control) => control.checkVisibility());

  const actions: Readonly<Record<string, (control: HTMLElement) => void>> = {
    order: (link) => {
      steps.choose({ sort: link.dataset["order"] === "date" ? "date" : "relevance" });
      showNext();
    },
    remove: (link) => {
      const index = [...selected.querySelectorAll("a")].indexOf(link as HTMLAnchorElement);
      steps.choose(readState(new URLSearchParams((link as HTMLAnchorElement).search)));
      showNext(() => {
        const links = [...selected.querySelectorAll<HTMLElement>("[data-action=remove]")];
        (links[index] ?? links.at(-1) ?? firstFilter())?.focus();
      });
    },
    clear: () => {
      steps.choose({ selection: noSelection });
      showNext(() => firstFilter()?.focus());
    },
    expand: (button) => {
      const { kind = "" } = button.dataset;
      steps.expand(kind);
      showNext(() => results.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] .name`)[FEW]?.focus());
    },
    search: (link) => {
      saveSearch(link.textContent ?? "");
      box.focus();
      steps.choose({ query: link.textContent ?? "" });
      showNext();
    },
    forget: () => {
      removeSearches();
      showSearches(parts, readParameters());
      parts.status.textContent = "The recent searches are removed.";
      box.focus();
    },
    retry: () => {
      box.focus();
      if (answer) client.retry();
      else showNext();
    },
    reload: () => location.reload(),
  };

  const follow = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const control = target?.closest<HTMLElement>("[data-action]");
    if (event.button < 2 && target?.closest(".name") && results.contains(target)) saveSearch(box.value);
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!control || (control instanceof HTMLAnchorElement && isElsewhere)) return;
    event.preventDefault();
    actions[control.dataset["action"] ?? ""]?.(control);
  };
  main.addEventListener("click", follow);
  main.addEventListener("auxclick", follow);
  filters.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { selection } = readState(readParameters());
    steps.choose({ selection: toggle(selection, target.name, target.value) });
    showNext();
  });
  const open = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement) openFilter(target, answer?.facets ?? []);
  };
  // This event does not bubble.
  filters.addEventListener("toggle", open, { capture: true });

  box.addEventListener("focus", () => client.open());
  box.addEventListener("input", () => {
    steps.type(box.value.trim());
    showNext();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    saveSearch(box.value);
    steps.submit(box.value.trim());
    showNext();
  });
  root.addEventListener("keydown", (event) => walk(event, parts));
  addEventListener("popstate", () => showNext());
  client.onChange(() => {
    if (answer) void show();
  });
  if (readState(readParameters()).query === "") box.focus();
  if (root.activeElement === box) client.open();
  void show();
}

function findParts(main: HTMLElement): Parts | undefined {
  const form = main.querySelector<HTMLFormElement>("[data-form]");
  const box = form?.querySelector("input");
  const found = partNames.map((name) => [name, main.querySelector<HTMLElement>(`[data-${name}]`)] as const);
  if (!form || !box || found.some(([, part]) => !part)) return undefined;
  return { form, box, ...Object.fromEntries(found) } as unknown as Parts;
}

/** Renders anew; the focus goes to the successor of the element that had it. */
function keepFocus(main: HTMLElement, render: () => void): void {
  const { activeElement } = document;
  const key = activeElement instanceof HTMLElement ? activeElement.dataset["key"] : undefined;
  render();
  if (key === undefined || activeElement?.isConnected) return;
  main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

function showNothing(parts: Parts, parameters: URLSearchParams): void {
  parts.status.textContent = "";
  showLinks(parts);
  showSearches(parts, parameters);
}

function showFailure(parts: Parts, reason: FailureReason): void {
  const [action, label] = reason === "unreachable" ? ["retry", "Try again"] : ["reload", "Reload the page"];
  parts.status.replaceChildren(describeFailure(reason), " ", button(action, label));
  showLinks(parts);
}

function showLinks({ advice, outcome, recent, links }: Parts): void {
  advice.hidden = true;
  outcome.hidden = true;
  recent.hidden = true;
  links.hidden = false;
}

function showSearches({ recent, searches }: Parts, parameters: URLSearchParams): void {
  const list = readSearches();
  searches.replaceChildren(...list.map((query) => searchElement(parameters, query)));
  recent.hidden = list.length === 0;
}

/** Hits and filters are painted one after the other, so that neither delays the next key noticeably. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

function showHits(parts: Parts, answer: SearchAnswer, parameters: URLSearchParams): void {
  const state = readState(parameters);
  const isFound = answer.total > 0;
  parts.advice.textContent = ADVICE;
  parts.advice.hidden = isFound;
  parts.outcome.hidden = !isFound;
  parts.links.hidden = isFound;
  parts.recent.hidden = true;
  const order = countStories(answer) > 1 ? [orderElement(parameters, state)] : [];
  parts.selected.replaceChildren(...selectedElements(parameters, state), ...order);
  const expanded = readExpanded();
  const groups = answer.groups.map((group) => groupElement(group, expanded.has(group.kind)));
  parts.results.replaceChildren(...(answer.count > 0 ? groups : [nothingLeft()]));
}

function showStatus(status: HTMLElement, answer: SearchAnswer, { selection, sort }: SearchState): void {
  const found = describeAnswer(answer, isSelected(selection), sort);
  const rest = describeRest(answer.rest);
  const text = rest === "" ? found : `${found}. ${rest}.`;
  if (answer.rest === "complete" || answer.rest === "loading") say(status, text);
  else status.replaceChildren(text, " ", button("retry", "Try again"));
}

/** An unchanged text is not announced again. */
function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

function button(action: string, label: string): HTMLElement {
  const node = element("button", { className: "plain", type: "button" }, label);
  node.dataset["action"] = action;
  return node;
}

/** Arrow keys move the focus from the box through the hits and back. */
function walk(event: KeyboardEvent, { box, results }: Parts): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
  if ((key !== "ArrowDown" && key !== "ArrowUp") || altKey || ctrlKey || metaKey || shiftKey || isComposing) return;
  const stops = [box, ...results.querySelectorAll<HTMLElement>(".name")];
  const at = stops.indexOf(target as HTMLElement);
  const next = stops[at + (key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
