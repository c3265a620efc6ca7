/** The search page: answers what is typed or selected, with the whole state in the address. */
import { fetchingRecords } from "#messages/search.ts";
import { reloadPage, searchAdvice, searchesRemoved, tryAgain } from "#messages/search-page.ts";
import { startCompareBoxes } from "../../compare/compare-boxes.ts";
import { get, setText } from "../../lib/element.ts";
import { isSelected, toggle } from "../engine/facet-selection.ts";
import { type FailureReason, FEW, failureReason, type SearchAnswer } from "../engine/search-answer.ts";
import { readSearches, removeSearches, saveSearch } from "./recent-searches.ts";
import { noSelection, readState, type SearchState } from "./search-address.ts";
import { createSearchClient } from "./search-client.ts";
import { fillFilters, openFilter } from "./search-filters.ts";
import { createHistory, readExpanded, readParameters } from "./search-history.ts";
import {
  actionButton,
  groupElement,
  nothingLeft,
  orderElement,
  searchElement,
  selectedElements,
} from "./search-results.ts";
import { countStories, describeAnswer, describeFailure, describeRest } from "./status-text.ts";

/** The element of the page with this data attribute. */
type GetPart = (name: string) => HTMLElement;

/** Nothing is fetched until the box has the focus or the address has a query. */
export function startSearchPage(root: Document): void {
  const main = root.querySelector<HTMLElement>("[data-search]");
  const form = main?.querySelector<HTMLFormElement>("[data-form]");
  const box = form?.querySelector("input");
  if (!main || !form || !box) return;
  const part: GetPart = (name) => get(main, `[data-${name}]`);
  const [filters, selected, results] = [part("filters"), part("selected"), part("results")];
  const showChoice = startCompareBoxes(part("choice") as HTMLFormElement);
  const client = createSearchClient(form, () => {
    if (answer) void show();
  });
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
      part("status").textContent = "";
      showLinks(part);
      showSearches(part, parameters);
      return;
    }
    if (!answer) setText(part("status"), fetchingRecords);
    try {
      const found = await client.search({ ...state, expanded: readExpanded() });
      if (!found || turn !== latest) return;
      answer = found;
      keepFocus(main, () => showHits(part, found, parameters));
      showChoice();
      await nextPaint();
      if (turn !== latest) return;
      fillFilters(filters, found.facets);
      showStatus(part("status"), found, state);
    } catch (error) {
      const reason = failureReason(error);
      if (turn !== latest) return;
      answer = undefined;
      showFailure(part, reason);
    }
    if (root.activeElement === root.body) refocus?.();
    refocus = undefined;
  };
  const showNext = (after?: () => void) => {
    refocus = after;
    void show();
  };

  const steps = createHistory();
  const choose = (change: Partial<SearchState>, after?: () => void) => {
    steps.choose(change);
    showNext(after);
  };
  const chooseLink = (link: HTMLElement, after?: () => void) =>
    choose(readState(new URLSearchParams((link as HTMLAnchorElement).search)), after);
  const firstFilter = () =>
    [...part("outcome").querySelectorAll<HTMLElement>("summary, input")].find((control) => control.checkVisibility());

  const actions: Readonly<Record<string, (control: HTMLElement) => void>> = {
    order: (link) => chooseLink(link),
    remove: (link) => {
      const links = () => [...selected.querySelectorAll<HTMLElement>("[data-action=remove]")];
      const index = links().indexOf(link);
      chooseLink(link, () => (links()[index] ?? links().at(-1) ?? firstFilter())?.focus());
    },
    clear: () => choose({ selection: noSelection }, () => firstFilter()?.focus()),
    expand: (button) => {
      const { kind = "" } = button.dataset;
      steps.expand(kind);
      showNext(() => results.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] .name`)[FEW]?.focus());
    },
    search: (link) => {
      saveSearch(link.textContent ?? "");
      box.focus();
      chooseLink(link);
    },
    forget: () => {
      removeSearches();
      showSearches(part, readParameters());
      part("status").textContent = searchesRemoved;
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
    choose({ selection: toggle(selection, target.name, target.value) });
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
  root.addEventListener("keydown", (event) => walk(event, [box, ...results.querySelectorAll<HTMLElement>(".name")]));
  addEventListener("popstate", () => showNext());
  if (readState(readParameters()).query === "") box.focus();
  if (root.activeElement === box) client.open();
  void show();
}

/** Renders anew; the focus goes to the successor of the element that had it. */
function keepFocus(main: HTMLElement, render: () => void): void {
  const { activeElement } = document;
  const key = activeElement instanceof HTMLElement ? activeElement.dataset["key"] : undefined;
  render();
  if (key === undefined || activeElement?.isConnected) return;
  main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

function showFailure(part: GetPart, reason: FailureReason): void {
  const again = reason === "unreachable" ? actionButton("retry", tryAgain) : actionButton("reload", reloadPage);
  part("status").replaceChildren(describeFailure(reason), " ", again);
  showLinks(part);
}

function showLinks(part: GetPart): void {
  for (const name of ["advice", "outcome", "recent"]) part(name).hidden = true;
  part("links").hidden = false;
}

function showSearches(part: GetPart, parameters: URLSearchParams): void {
  const searches = readSearches();
  part("searches").replaceChildren(...searches.map((query) => searchElement(parameters, query)));
  part("recent").hidden = searches.length === 0;
}

/** Hits and filters are painted one after the other, so that neither delays the next key noticeably. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

function showHits(part: GetPart, answer: SearchAnswer, parameters: URLSearchParams): void {
  const state = readState(parameters);
  const isFound = answer.total > 0;
  part("advice").textContent = searchAdvice;
  part("advice").hidden = isFound;
  part("outcome").hidden = !isFound;
  part("links").hidden = isFound;
  part("recent").hidden = true;
  const order = countStories(answer) > 1 ? [orderElement(parameters, state)] : [];
  part("selected").replaceChildren(...selectedElements(parameters, state), ...order);
  const expanded = readExpanded();
  const groups = answer.groups.map((group) => groupElement(group, expanded.has(group.kind)));
  part("results").replaceChildren(...(answer.count > 0 ? groups : [nothingLeft()]));
  // The reader's own lists mark what is on them.
  part("results").dispatchEvent(new Event("rows", { bubbles: true }));
}

function showStatus(status: HTMLElement, answer: SearchAnswer, { selection, sort }: SearchState): void {
  const found = describeAnswer(answer, isSelected(selection), sort);
  const rest = describeRest(answer);
  const text = rest === "" ? found : `${found}. ${rest}.`;
  if (answer.rest === "complete" || answer.rest === "loading") setText(status, text);
  else status.replaceChildren(text, " ", actionButton("retry", tryAgain));
}

/** Arrow keys move the focus from the box through the hits and back. */
function walk(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
  if ((key !== "ArrowDown" && key !== "ArrowUp") || altKey || ctrlKey || metaKey || shiftKey || isComposing) return;
  const at = stops.indexOf(target as HTMLElement);
  const next = stops[at + (key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
