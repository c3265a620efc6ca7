/** The page of a comparison: fetches the chosen records and shows them side by side, with the choice in the address. */
import { element } from "../lib/element.ts";
import { dirOf, joinWords } from "../lib/text.ts";
import { type Choice, keepChoice, MOST, readAddress, readChoice, toQuery } from "./choice.ts";
import {
  type Cell,
  type ComparedOffering,
  compareOfferings,
  type Labels,
  type Row,
  type Section,
  type Value,
} from "./comparison.ts";

type PartName =
  | "status"
  | "unscripted"
  | "add"
  | "tools"
  | "differing"
  | "copy"
  | "clear"
  | "table"
  | "empty"
  | "labels";

/** Sections with more rows than this are closed at first. */
const OPEN_ROWS = 40;

export function startComparePage(root: Document): void {
  const main = root.querySelector<HTMLElement>("[data-compare]");
  if (!main) return;
  const part = <E extends HTMLElement = HTMLElement>(name: PartName): E => {
    const found = main.querySelector<E>(`[data-${name}]`);
    if (!found) throw new Error(`The page has no element with data-${name}`);
    return found;
  };
  const labels: Labels = JSON.parse(part("labels").textContent ?? "");
  const differing = part<HTMLInputElement>("differing");
  const box = part("add").querySelector("input") as HTMLInputElement;
  const { title } = document;
  const known = new Map<string, ComparedOffering>();
  /** Headings of the long sections that the reader opened. */
  const open = new Set<string>();
  let slugs: readonly string[] = [];
  let turn = 0;

  const say = (...sentences: (string | false)[]) => {
    part("status").textContent = sentences.filter(Boolean).join(" ");
  };

  const showControls = (count: number) => {
    part("tools").hidden = count === 0;
    (differing.parentElement as HTMLElement).hidden = count < 2;
    part("empty").hidden = count > 0;
    part("add").hidden = count >= MOST;
  };

  const show = async ({ slugs: chosen, leftOut }: Choice) => {
    turn += 1;
    const own = turn;
    slugs = chosen;
    const missing: string[] = [];
    if (slugs.some((slug) => !known.has(slug))) say("Fetching the facts…");
    try {
      await Promise.all(
        slugs
          .filter((slug) => !known.has(slug))
          .map(async (slug) => {
            const record = await fetchRecord(main.dataset["records"] ?? "", slug);
            if (record) known.set(slug, record);
            else missing.push(slug);
          }),
      );
    } catch {
      if (own !== turn) return;
      const again = plainButton("Try again", () => void show({ slugs, leftOut }).then(() => part("table").focus()));
      part("status").replaceChildren("The facts could not be fetched. ", again);
      return;
    }
    if (own !== turn) return;
    slugs = slugs.filter((slug) => !missing.includes(slug));
    if (missing.length > 0) history.replaceState(null, "", toQuery(slugs));
    keepChoice(slugs);
    const records = slugs.flatMap((slug) => known.get(slug) ?? []);
    const names = joinWords(records.map(({ name }) => name));
    say(
      records.length > 1 && `${names}.`,
      records.length === 1 && `${names} is chosen. Add another to compare it with.`,
      missing.length > 0 && `No offering has the name ${joinWords(missing)} in its address.`,
      leftOut.length > 0 &&
        `${MOST} fit side by side: ${joinWords(leftOut)} ${leftOut.length === 1 ? "is" : "are"} left out.`,
    );
    document.title = title.replace(/^.*(?= · )/, (own) => (records.length > 1 ? `${names} compared` : own));
    part("table").hidden = records.length === 0;
    showControls(records.length);
    showTable();
  };

  const showTable = () => {
    const records = slugs.flatMap((slug) => known.get(slug) ?? []);
    const heads = records.map((record) => headOf(record, () => remove(record)));
    const isDifferingOnly = differing.checked && records.length > 1;
    const sections = compareOfferings(records, labels).map((section) =>
      sectionOf(section, records.length, isDifferingOnly, open),
    );
    const head = element("thead", {}, element("tr", {}, element("td", {}), ...heads));
    const table = element("table", { ariaLabel: "Comparison" }, head, ...sections);
    const frame = part("table");
    frame.style.setProperty("--columns", String(records.length));
    frame.replaceChildren(table);
    // Scrolled by keyboard where it is wider than the screen.
    frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
  };

  const choose = (next: readonly string[]) => {
    history.pushState(null, "", toQuery(next));
    return show({ slugs: next, leftOut: [] });
  };
  /** Where the focus goes when what had it is gone: to the button at a place, or the last, or the box. */
  const focusNear = (at: number) => {
    const buttons = [...part("table").querySelectorAll<HTMLElement>("button.remove")];
    (buttons[at] ?? buttons.at(-1) ?? box).focus();
  };
  const remove = async (record: ComparedOffering) => {
    const at = slugs.indexOf(record.slug);
    await choose(slugs.filter((slug) => slug !== record.slug));
    focusNear(at);
  };

  part("clear").addEventListener("click", () => void choose([]).then(() => box.focus()));
  part("copy").addEventListener("click", () => {
    copy(location.href).then(
      () => say("The link is copied."),
      () => say(`The link could not be copied: ${location.href}`),
    );
  });
  differing.addEventListener("change", showTable);
  addNames(part("add"), box, main.dataset["rows"] ?? "", say, async (slug) => {
    if (!slugs.includes(slug)) await choose([...slugs, slug]);
    if (part("add").hidden) focusNear(MOST);
    else box.focus();
  });

  const read = (kept: readonly string[]) => readAddress(new URLSearchParams(location.search), kept);
  addEventListener("popstate", () => {
    // A step to an anchor is none to another choice.
    if (location.search !== toQuery(slugs)) void show(read([]));
  });
  const first = read(readChoice());
  history.replaceState(null, "", toQuery(first.slugs));
  part("unscripted").hidden = true;
  showControls(first.slugs.length);
  main.dataset["started"] = "";
  void show(first);
}

/** Fails where the browser has no clipboard, as on a page without https. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Undefined where there is no such offering. */
async function fetchRecord(folder: string, slug: string): Promise<ComparedOffering | undefined> {
  const address = `${folder}${encodeURIComponent(slug)}.json`;
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const record = await response.json();
  // A list of records has an address beside them.
  return record.slug === slug ? record : undefined;
}

/** Completes names in the box, which are fetched when it gets the focus. */
function addNames(
  form: HTMLElement,
  box: HTMLInputElement,
  address: string,
  say: (text: string) => void,
  choose: (slug: string) => Promise<void>,
): void {
  let names: Promise<Map<string, string>> | undefined;
  const load = () => {
    names ??= fetch(address)
      .then((response) => response.json())
      .then(({ rows }: { rows: { slug: string; label: string }[] }) => {
        const options = rows.map(({ label }) => element("option", { value: label }));
        form.querySelector("datalist")?.replaceChildren(...options);
        return new Map(rows.map(({ slug, label }) => [label.toLowerCase(), slug]));
      });
    // A later try fetches them again.
    names.catch(() => {
      names = undefined;
    });
    return names;
  };
  box.addEventListener("focus", () => void load().catch(() => undefined));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = box.value.trim();
    if (name === "") return;
    load().then(
      async (all) => {
        const slug = all.get(name.toLowerCase());
        if (slug === undefined) return say(`No offering is called ‘${name}’.`);
        box.value = "";
        await choose(slug);
      },
      () => say("The names of the offerings could not be fetched."),
    );
  });
}

function headOf({ name, url }: ComparedOffering, remove: () => void): HTMLElement {
  const button = plainButton("Remove", remove);
  button.ariaLabel = `Remove ${name}`;
  button.classList.add("remove");
  return element("th", { scope: "col" }, toNode({ text: name, href: new URL(url).pathname }), button);
}

/** A body of the table; long ones open and close by their heading. */
function sectionOf(
  { heading, rows }: Section,
  columns: number,
  isDifferingOnly: boolean,
  open: Set<string>,
): HTMLElement {
  const shown = isDifferingOnly ? rows.filter(({ differs }) => differs) : rows;
  const lines = shown.length > 0 ? shown.map((row) => rowOf(row, columns)) : [nothingDiffers(columns)];
  const isLong = shown.length > OPEN_ROWS;
  const head = element(
    "th",
    { colSpan: columns + 1, scope: "rowgroup" },
    isLong ? opener(heading, lines, open) : heading,
  );
  return element("tbody", {}, element("tr", { className: "letter" }, head), ...lines);
}

/** A button that shows and hides rows on the screen; paper has them all. */
function opener(heading: string, lines: readonly HTMLElement[], open: Set<string>): HTMLElement {
  const button = plainButton(`${heading} (${lines.length})`, () => {
    if (!open.delete(heading)) open.add(heading);
    show();
  });
  const show = () => {
    button.ariaExpanded = String(open.has(heading));
    for (const line of lines) line.classList.toggle("closed", !open.has(heading));
  };
  show();
  return button;
}

function nothingDiffers(columns: number): HTMLElement {
  return element("tr", {}, element("td", { colSpan: columns + 1, className: "not-stated" }, "nothing differs"));
}

function rowOf({ name, cells, differs }: Row, columns: number): HTMLElement {
  const isMarked = differs && columns > 1;
  const mark = isMarked ? [element("span", { className: "visually-hidden" }, " (differs)")] : [];
  const head = element("th", { scope: "row" }, name, ...mark);
  return element("tr", { className: isMarked ? "differs" : "" }, head, ...cells.map(cellOf));
}

function cellOf({ values, absent }: Cell): HTMLElement {
  if (values.length === 0) return element("td", {}, element("span", { className: "not-stated" }, absent));
  return element("td", {}, ...values.flatMap((value, index) => [...(index > 0 ? [", "] : []), toNode(value)]));
}

function toNode({ text, href }: Value): Node | string {
  const dir = dirOf(text);
  return href === undefined ? text : element("a", { href, ...(dir && { dir }) }, text);
}

function plainButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", className: "plain" }, text);
  button.addEventListener("click", onClick);
  return button;
}
