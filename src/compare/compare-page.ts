/** The page of a comparison: fetches the chosen records and shows them side by side, with the choice in the address. */
import { element } from "../lib/element.ts";
import { joinWords } from "../lib/text.ts";
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
  let slugs: readonly string[] = [];
  let turn = 0;

  const say = (...sentences: (string | false)[]) => {
    part("status").textContent = sentences.filter(Boolean).join(" ");
  };

  const showControls = (count: number) => {
    part("tools").hidden = count === 0;
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
            const record = await fetchRecord(`${main.dataset["records"]}${encodeURIComponent(slug)}.json`);
            if (record) known.set(slug, record);
            else missing.push(slug);
          }),
      );
    } catch {
      if (own !== turn) return;
      const again = plainButton("Try again", () => void show({ slugs, leftOut }));
      part("status").replaceChildren("The facts could not be fetched. ", again);
      return;
    }
    if (own !== turn) return;
    slugs = slugs.filter((slug) => !missing.includes(slug));
    keepChoice(slugs);
    const records = slugs.flatMap((slug) => known.get(slug) ?? []);
    const names = joinWords(records.map(({ name }) => name));
    say(
      records.length > 1 && `${names}.`,
      records.length === 1 && `${names} is chosen. Add another to compare it with.`,
      missing.length > 0 && `No offering has the name ${joinWords(missing)} in its address.`,
      leftOut.length > 0 && `${MOST} fit side by side: ${joinWords(leftOut)} is left out.`,
    );
    document.title = title.replace(/^.*(?= · )/, records.length > 1 ? `${names} compared` : "$&");
    part("table").replaceChildren(...(records.length > 0 ? [tableOf(records)] : []));
    part("table").hidden = records.length === 0;
    showControls(records.length);
    // It may be wider than the screen, and is then scrolled by keyboard.
    part("table").tabIndex = 0;
  };

  const tableOf = (records: readonly ComparedOffering[]) => {
    const heads = records.map((record) => headOf(record, () => remove(record)));
    const sections = compareOfferings(records, labels).map((section) =>
      sectionOf(section, records.length, differing.checked),
    );
    const table = element(
      "table",
      {},
      element("thead", {}, element("tr", {}, element("td", {}), ...heads)),
      ...sections,
    );
    table.style.setProperty("--columns", String(records.length));
    return table;
  };

  const choose = (next: readonly string[]) => {
    history.pushState(null, "", (toQuery(next) || location.pathname) + location.hash);
    return show({ slugs: next, leftOut: [] });
  };
  const remove = async (record: ComparedOffering) => {
    const at = slugs.indexOf(record.slug);
    await choose(slugs.filter((slug) => slug !== record.slug));
    const buttons = part("table").querySelectorAll("button.remove");
    ((buttons[at] ?? buttons[at - 1] ?? box) as HTMLElement).focus();
  };

  part("clear").addEventListener("click", () => void choose([]).then(() => box.focus()));
  part("copy").addEventListener("click", () => {
    navigator.clipboard.writeText(location.href).then(
      () => say("The link is copied."),
      () => say(`The link could not be copied: ${location.href}`),
    );
  });
  differing.addEventListener("change", () => {
    part("table").replaceChildren(tableOf(slugs.flatMap((slug) => known.get(slug) ?? [])));
  });
  addNames(part("add"), box, main.dataset["rows"] ?? "", say, (slug) =>
    choose([...slugs.filter((one) => one !== slug), slug]),
  );

  const read = () => readAddress(new URLSearchParams(location.search), readChoice());
  addEventListener("popstate", () => void show(read()));
  const first = read();
  history.replaceState(null, "", toQuery(first.slugs) || location.pathname);
  part("unscripted").hidden = true;
  showControls(first.slugs.length);
  main.dataset["started"] = "";
  void show(first);
}

/** Undefined where there is no such offering. */
async function fetchRecord(address: string): Promise<ComparedOffering | undefined> {
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const record = await response.json();
  return record.kind === "offering" ? record : undefined;
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
        box.focus();
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
function sectionOf({ heading, rows }: Section, columns: number, isDifferingOnly: boolean): HTMLElement {
  const shown = isDifferingOnly ? rows.filter(({ differs }) => differs) : rows;
  const lines = shown.length > 0 ? shown.map((row) => rowOf(row, columns)) : [nothingDiffers(columns)];
  const isLong = shown.length > OPEN_ROWS;
  const head = element("th", { colSpan: columns + 1, scope: "rowgroup" }, isLong ? opener(heading, lines) : heading);
  return element("tbody", {}, element("tr", { className: "letter" }, head), ...lines);
}

/** A button that shows and hides the rows, which it hides first. */
function opener(heading: string, lines: readonly HTMLElement[]): HTMLElement {
  const button = plainButton(`${heading} (${lines.length})`, () => toggle(button.ariaExpanded !== "true"));
  const toggle = (isOpen: boolean) => {
    button.ariaExpanded = String(isOpen);
    for (const line of lines) line.hidden = !isOpen;
  };
  toggle(false);
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
  return href === undefined ? text : element("a", { href }, text);
}

function plainButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", className: "plain" }, text);
  button.addEventListener("click", onClick);
  return button;
}
