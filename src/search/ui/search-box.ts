/** Shows hits under the search box of a page while its reader types; without an answer the box is a plain form. */

import { formatDate } from "#messages/format.ts";
import { fetchingRecords, fieldLabels, recentSearches } from "#messages/search.ts";
import { kindNames, removeSearches as removeLabel, resultsList, searchesRemoved } from "#messages/search-box.ts";
import { element, setText } from "../../lib/element.ts";
import { failureReason, type Hit, type SearchAnswer } from "../engine/search-answer.ts";
import { fromFirstHighlight, hasHighlight, toNodes } from "./highlighted-text.ts";
import { readSearches, removeSearches, saveSearch } from "./recent-searches.ts";
import { createSearchClient } from "./search-client.ts";
import { describeAll, describeAnswer, describeBoxFailure, describeHits, describeRest } from "./status-text.ts";

const SHOWN = 8;

/**
 * The combobox of ARIA 1.2: the focus stays in the box, and `aria-activedescendant` names the option that the arrow keys
 * have reached. An option is a link that has the role itself: a link inside an option would be hidden from assistive
 * technology, and a list item with a script could not be opened in a new tab. Controls that are no options follow the
 * list, where Tab reaches them.
 */
export function startSearchBox(box: HTMLInputElement): void {
  const { form } = box;
  if (!form) return;
  const client = createSearchClient(form, () => {
    if (!popup.hidden && box.value.trim() !== "") void update();
  });
  const note = element("p", { className: "note" });
  const list = element("div", { id: "suggestions", role: "listbox" });
  const all = element("a", { className: "all" });
  const remove = element("button", { type: "button", className: "remove" }, removeLabel);
  const popup = element("div", { className: "suggest", hidden: true }, note, list);
  const status = element("p", { className: "visually-hidden", role: "status" });
  form.append(popup, status);
  box.setAttribute("aria-controls", list.id);

  let active: HTMLElement | undefined;
  let latest = 0;
  let hasAnswer = false;

  const activate = (option: HTMLElement | undefined) => {
    if (active) active.ariaSelected = "false";
    active = option;
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.ariaSelected = "true";
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  };
  const close = () => {
    latest += 1;
    popup.hidden = true;
    box.ariaExpanded = "false";
    activate(undefined);
  };
  /** `said` is announced; `seen` is shown above the options, `end` after them. */
  const open = (name: string, options: readonly HTMLElement[], said: string, seen = "", end?: HTMLElement) => {
    const href = active?.getAttribute("href");
    activate(undefined);
    for (const [index, option] of options.entries()) option.id = `suggestion-${index}`;
    list.replaceChildren(...options);
    list.ariaLabel = name;
    list.hidden = options.length === 0;
    note.textContent = seen;
    note.hidden = seen === "";
    for (const control of [all, remove]) if (control !== end) control.remove();
    // Not moved without need: it may have the focus.
    if (end && !end.isConnected) popup.append(end);
    popup.hidden = list.hidden && note.hidden;
    box.ariaExpanded = String(!list.hidden);
    // More records have arrived: the active option stays active, if it is still there.
    if (href) activate(options.find((option) => option.getAttribute("href") === href));
    setText(status, said);
  };

  const addressOf = (query: string) => `${form.getAttribute("action")}?${new URLSearchParams({ q: query })}`;
  const showSearches = () => {
    const searches = readSearches();
    if (searches.length === 0) return close();
    const options = searches.map((query) => optionLink(addressOf(query), element("span", { dir: "auto" }, query)));
    open(recentSearches, options, recentSearches, recentSearches, remove);
  };
  const showAnswer = (answer: SearchAnswer) => {
    const hits = answer.hits.slice(0, SHOWN);
    const rest = describeRest(answer);
    const said = [describeHits(answer, hits.length), rest].filter(Boolean).join(". ");
    if (hits.length === 0) return open(resultsList, [], said, said);
    all.href = addressOf(answer.query);
    all.textContent = describeAll(answer);
    const isPlain = answer.corrected === undefined && answer.dropped.length === 0;
    const seen = [isPlain ? "" : describeAnswer(answer, false, "relevance"), rest].filter(Boolean).join(". ");
    open(resultsList, hits.map(hitOption), said, seen, all);
  };
  const update = async () => {
    const query = box.value.trim();
    latest += 1;
    const turn = latest;
    if (query === "") return showSearches();
    if (!hasAnswer) open(resultsList, [], fetchingRecords, fetchingRecords);
    try {
      const answer = await client.search({ query, withoutFacets: true });
      if (!answer || turn !== latest) return;
      hasAnswer = true;
      showAnswer(answer);
    } catch (error) {
      const text = describeBoxFailure(failureReason(error));
      if (turn === latest) open(resultsList, [], text, text);
    }
  };
  const move = (step: 1 | -1) => {
    // The box itself is a stop between the last option and the first.
    const stops = [undefined, ...(list.children as HTMLCollectionOf<HTMLElement>)];
    activate(stops.at((stops.indexOf(active) + step) % stops.length));
  };

  box.addEventListener("input", () => {
    activate(undefined);
    void update();
  });
  box.addEventListener("focus", () => void update());
  box.addEventListener("click", () => {
    if (popup.hidden) void update();
  });
  box.addEventListener("keydown", (event) => {
    const { key, altKey } = event;
    if (isOfBrowser(event)) return;
    const isOpen = !popup.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) void update();
      else if (altKey) close();
      else move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && isOpen && active) {
      event.preventDefault();
      active.click();
    } else if (key === "Escape" && !isOpen && box.value !== "") {
      event.preventDefault();
      box.value = "";
      close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) {
      activate(undefined);
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || popup.hidden || isOfBrowser(event)) return;
    event.preventDefault();
    box.focus();
    close();
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    // When the window loses the focus, the popup stays open.
    if (document.activeElement === target) return;
    activate(undefined);
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  // A click on the popup leaves the focus in the box.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  const follow = ({ target, button }: MouseEvent) => {
    const link = target instanceof Element ? target.closest("a") : null;
    // With an empty box the options are recent searches.
    if (link && button < 2) saveSearch(box.value.trim() || link.text);
  };
  popup.addEventListener("click", follow);
  popup.addEventListener("auxclick", follow);
  remove.addEventListener("click", () => {
    removeSearches();
    box.focus();
    close();
    setText(status, searchesRemoved);
  });
  form.addEventListener("submit", () => saveSearch(box.value));
  // A page restored from the back/forward cache has its popup closed.
  addEventListener("pagehide", close);
  client.open();
  if (document.activeElement === box) void update();
}

/** Keys with a modifier, and those that compose a letter. */
function isOfBrowser({ ctrlKey, metaKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return isComposing || ctrlKey || metaKey || shiftKey;
}

function optionLink(href: string, ...children: (string | Node)[]): HTMLElement {
  return element("a", { href, role: "option", ariaSelected: "false", tabIndex: -1 }, ...children);
}

/** Kind, title, the line under it, and why it was found where neither shows it. */
function hitOption(hit: Hit): HTMLElement {
  const { kind, badge, date, detail, note, href } = hit.record;
  const day = date === "" ? "" : formatDate(date, "short");
  const under =
    note === undefined
      ? [...(detail === "" ? [] : toNodes(hit.detail)), detail === "" || day === "" ? day : `, ${day}`]
      : [note];
  return optionLink(
    href,
    element("span", { className: "kind" }, kindNames[kind]),
    " ",
    element(
      "span",
      {},
      element("span", { className: "title", dir: "auto" }, ...toNodes(hit.title)),
      " ",
      ...(badge ? [element("span", { className: `badge ${badge.tone}` }, badge.label), " "] : []),
      element("span", { className: "line" }, ...under),
      ...whyFound(hit).flatMap((line) => [" ", line]),
    ),
  );
}

function whyFound({ title, detail, text, reasons }: Hit): HTMLElement[] {
  if (reasons.length > 0) {
    return reasons.map(({ field, value }) =>
      element("span", { className: "line" }, `${fieldLabels[field]}: `, ...toNodes(value)),
    );
  }
  if (hasHighlight(title) || hasHighlight(detail) || !hasHighlight(text)) return [];
  return [element("span", { className: "line excerpt" }, ...toNodes(fromFirstHighlight(text)))];
}
