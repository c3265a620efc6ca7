/** Narrows the stories and the offerings of a topic's page, each list by its own filters. It starts when it is fetched. */
import {
  fetchingOfferings,
  fetchingStories,
  noPublisher,
  offeringsFailed,
  offeringsLeft,
  storiesFailed,
  storiesLeft,
} from "#messages/filters.ts";
import { compare, standardsNotStated } from "#messages/offering.ts";
import type { TopicOffering, TopicRows } from "../../compare/topic-rows.ts";
import { dirOf } from "../../lib/direction.ts";
import { element, get } from "../../lib/element.ts";
import { isSelected, readSelection, type Selection, writeSelection } from "../engine/facet-selection.ts";
import { type FilterState, filtersIn, nameOf, replaceQuery, startFilters } from "./filter-panel.ts";
import {
  checkBoxes,
  fetchRows,
  fillFilter,
  leaveOutUnknown,
  showFailure,
  showFilters,
  showStepwise,
} from "./filter-values.ts";
import { countOptions, matchingRows, type Narrowed } from "./offering-list.ts";
import { type StoryListRow, storyElements, toStoryRows } from "./topic-stories.ts";

/** Rows shown at first, and more at each click. */
const STEP = 50;

/** A list of the page with its filters. */
interface List<R extends Narrowed = Narrowed> {
  readonly section: HTMLElement;
  readonly panel: HTMLElement;
  readonly filters: readonly string[];
  /** Said while its rows are fetched, and where they do not come. */
  readonly fetching: string;
  readonly failed: string;
  /** `12 of 345 stories` */
  readonly countLeft: (left: number, all: number) => string;
  readonly rowsOf: (rows: TopicRows) => readonly R[];
  /** One element for each row, or for each of the events that some rows tell of. */
  // A method, so that TypeScript does not compare the types of rows, and one array can have lists of both kinds.
  toElements(rows: readonly R[]): readonly HTMLElement[];
}

function startTopicLists(root: Document): void {
  const lists: readonly List[] = [
    ...toLists<StoryListRow>(root, "stories", {
      fetching: fetchingStories,
      failed: storiesFailed,
      countLeft: storiesLeft,
      rowsOf: ({ stories }) => toStoryRows(stories),
      toElements: storyElements,
    }),
    ...toLists<TopicOffering>(root, "offerings", {
      fetching: fetchingOfferings,
      failed: offeringsFailed,
      countLeft: offeringsLeft,
      rowsOf: ({ offerings }) => offerings,
      toElements: (rows) => rows.map(offeringElement),
    }),
  ];
  for (const { section } of lists) for (const form of section.querySelectorAll("form")) keepTicked(form);
  const show = showLists(lists, root.querySelector<HTMLElement>("[data-rows]")?.dataset["rows"] ?? "");
  const filters = startFilters<FilterState>({
    panels: lists.map(({ panel }) => panel),
    read: (query, names) => ({ selection: readSelection(query, names) }),
    write: (query, { selection }) => writeSelection(query, selection),
    show: ({ selection }) => void show(selection),
  });
  for (const { section, panel, filters: names } of lists) {
    filters.clearBy(get(section, "[data-clear]"), panel);
    // A shared address shows what is narrowed.
    const isNarrowed = names.some((name) => (filters.getState().selection.get(name)?.size ?? 0) > 0);
    if (isNarrowed) get<HTMLDetailsElement>(panel, "details").open = true;
  }
  // A link to a year or a kind leads into the whole list.
  addEventListener("hashchange", () => {
    const target = root.getElementById(location.hash.slice(1));
    const list = lists.find(({ section }) => get(section, "[data-whole]").contains(target));
    if (!target || !list || target.checkVisibility()) return;
    const query = new URLSearchParams(location.search);
    for (const filter of list.filters) query.delete(filter);
    replaceQuery(query);
    // The rows are here, so the list is shown by then.
    requestAnimationFrame(() => target.scrollIntoView());
  });
  void show(filters.getState().selection);
}

function toLists<R extends Narrowed>(
  root: Document,
  name: string,
  list: Pick<List<R>, "fetching" | "failed" | "countLeft" | "rowsOf" | "toElements">,
): List[] {
  const section = root.querySelector<HTMLElement>(`[data-list="${name}"]`);
  if (!section) return [];
  const panel = get(section, "[data-filters]");
  const made: List<R> = { section, panel, filters: filtersIn(panel).map(nameOf), ...list };
  return [made];
}

/** The last call wins: the rows may come late. */
function showLists(lists: readonly List[], address: string): (selection: Selection) => Promise<void> {
  let fetched: Promise<readonly (readonly Narrowed[])[]> | undefined;
  let latest: Selection | undefined;
  /** Said once behind the count of a list. */
  const notes = new Map<List, string>();
  const show = async (selection: Selection): Promise<void> => {
    latest = selection;
    for (const { panel } of lists) checkBoxes(panel, selection);
    const narrowed = lists.filter(({ filters }) => isSelected(only(selection, filters)));
    for (const { section, fetching } of narrowed) get(section, "[data-count]").textContent = fetching;
    try {
      fetched ??= fetchRows<TopicRows>(address).then((rows) => {
        for (const { panel, filters } of lists)
          if (filters.includes("publisher")) fillFilter(panel, "publisher", publishersOf(rows));
        return lists.map(({ rowsOf }) => rowsOf(rows));
      });
      const all = await fetched;
      if (latest !== selection) return;
      for (const list of lists)
        if (leaveOutUnknown(list.panel, selection, (sentence) => notes.set(list, sentence))) return;
      for (const [at, list] of lists.entries())
        showList(list, all[at] ?? [], only(selection, list.filters), notes.get(list));
      notes.clear();
    } catch (error) {
      fetched = undefined;
      if (latest !== selection) return;
      console.error(error);
      for (const { section, panel, filters, failed } of lists) {
        const details = get<HTMLDetailsElement>(panel, "details");
        const tryAgain = () => void show(latest ?? selection);
        if (details.open || isSelected(only(selection, filters)))
          showFailure(get(section, "[data-count]"), failed, tryAgain);
        // A list that nobody narrows misses nothing yet.
        else details.addEventListener("toggle", tryAgain, { once: true });
      }
    }
  };
  return show;
}

function publishersOf({ stories: { sourceNames } }: TopicRows) {
  const publishers = sourceNames.flatMap(({ publisher, label }) => (publisher ? { value: publisher, label } : []));
  return publishers.length < sourceNames.length
    ? [...publishers, { value: "not-stated", label: noPublisher }]
    : publishers;
}

/** The filters of one list. */
function only(selection: Selection, filters: readonly string[]): Selection {
  return new Map([...selection].filter(([filter]) => filters.includes(filter)));
}

function showList(
  { section, panel, countLeft, toElements }: List,
  rows: readonly Narrowed[],
  selection: Selection,
  note: string | undefined,
): void {
  showFilters(panel, selection, (filter) => countOptions(rows, selection, filter));
  const isNarrowed = isSelected(selection);
  const left = isNarrowed ? matchingRows(rows, selection) : [];
  const count = isNarrowed && countLeft(left.length, rows.length);
  get(section, "[data-count]").textContent = [count, note].filter(Boolean).join(". ");
  get(section, "[data-clear]").hidden = !isNarrowed;
  get(section, "[data-none]").hidden = !isNarrowed || left.length > 0;
  get(section, "[data-whole]").hidden = isNarrowed;
  const list = get(section, "[data-narrowed]");
  list.replaceChildren();
  const elements = toElements(left);
  showStepwise(
    get(section, "[data-more]"),
    { total: elements.length, step: STEP },
    (from, to) => {
      list.append(...elements.slice(from, to));
      // What is ticked stays so, and the reader's own lists mark what is new to them.
      list.dispatchEvent(new Event("rows", { bubbles: true }));
    },
    (from) => {
      const row = elements.slice(from).find(({ hidden }) => !hidden);
      row?.querySelector<HTMLElement>("a")?.focus();
    },
  );
}

/** Offerings ticked to be compared stay ticked in whatever rows the filters leave, and go with the form without a row. */
function keepTicked(form: HTMLFormElement): void {
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>("input.compare")];
  const ticked = new Set(boxes().flatMap(({ checked, value }) => (checked ? [value] : [])));
  const show = () => {
    for (const box of boxes()) box.checked = ticked.has(box.value);
  };
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.checked) ticked.add(target.value);
    else ticked.delete(target.value);
  });
  form.addEventListener("rows", show);
  form.addEventListener("formdata", ({ formData }) => {
    formData.delete("add");
    for (const slug of ticked) formData.append("add", slug);
  });
}

/** The same as `OfferingList.astro` renders, with its kind. */
function offeringElement({ slug, href, label, badge, vendor, kind, standards, reason }: TopicOffering): HTMLElement {
  const box = element("input", { className: "compare", type: "checkbox", name: "add", value: slug });
  box.ariaLabel = compare(label);
  const about = [vendor.label, kind, standards ?? standardsNotStated, reason].filter(Boolean).join("; ");
  return element(
    "li",
    {},
    box,
    element("a", { className: "name", href, dir: dirOf(label) }, label),
    " ",
    ...(badge ? [element("span", { className: `badge ${badge.tone}` }, badge.label)] : []),
    element("p", { className: "meta" }, about),
  );
}

startTopicLists(document);
