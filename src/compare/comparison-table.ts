/** The table of a comparison. */

import * as messages from "#messages/comparison.ts";
import { toSitePath } from "../lib/base-path.ts";
import { breakable } from "../lib/breakable.ts";
import { dirOf } from "../lib/direction.ts";
import { element, plainButton } from "../lib/element.ts";
import type { Cell, ComparedOffering, Row, Section, Value } from "./comparison.ts";

/** Sections with more rows than this are closed at first. */
const OPEN_ROWS = 40;

interface TableOptions {
  readonly isDifferingOnly: boolean;
  /** Headings of the long sections that the reader opened; a click changes it. */
  readonly open: Set<string>;
  readonly remove: (record: ComparedOffering) => void;
}

/** `sections` are those of the records. */
export function tableElement(
  records: readonly ComparedOffering[],
  sections: readonly Section[],
  { isDifferingOnly, open, remove }: TableOptions,
): HTMLElement {
  const heads = records.map((record) => headOf(record, () => remove(record)));
  const head = element("thead", {}, element("tr", {}, element("td", {}), ...heads));
  const bodies = sections.map((section) => sectionOf(section, records.length, isDifferingOnly, open));
  return element("table", { ariaLabel: messages.comparison }, head, ...bodies);
}

function headOf({ name, url }: ComparedOffering, remove: () => void): HTMLElement {
  const button = plainButton(messages.remove, remove);
  button.ariaLabel = messages.removeOffering(name);
  button.classList.add("remove");
  return element("th", { scope: "col" }, toNode({ text: name, href: toSitePath(new URL(url).pathname) }), button);
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
    isLong ? opener(heading, lines, open) : element("span", {}, heading),
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
  return element("tr", {}, element("td", { colSpan: columns + 1, className: "not-stated" }, messages.nothingDiffers));
}

function rowOf({ name, cells, differs }: Row, columns: number): HTMLElement {
  const isMarked = differs && columns > 1;
  const mark = isMarked ? [element("span", { className: "visually-hidden" }, ` ${messages.differs}`)] : [];
  const head = element("th", { scope: "row" }, name, ...mark);
  return element("tr", { className: isMarked ? "differs" : "" }, head, ...cells.map(cellOf));
}

function cellOf({ values, absent, notes }: Cell): HTMLElement {
  if (values.length === 0) return element("td", {}, element("span", { className: "not-stated" }, absent));
  return element(
    "td",
    {},
    ...values.flatMap((value, index) => [...(index > 0 ? [", "] : []), toNode(value)]),
    ...notes.map((note) => element("p", { className: "meta" }, toNode(note))),
  );
}

function toNode({ text, href }: Value): Node | string {
  return href === undefined ? text : element("a", { href, dir: dirOf(text) }, ...breakable(text));
}
