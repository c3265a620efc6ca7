/** The lines of a page as a reader sees them, with what the markup says of the dates in each. */
import { compact } from "./clean-fields.ts";
import { type PageElement as Element, type PageNode as Node, parentOf } from "./own-story.ts";
import {
  type Mark,
  type MarkedLine,
  SHORT,
  type Surroundings,
  statedBy,
  surroundingsIn,
  textOf,
  UNREAD,
} from "./page-marks.ts";
import type { SourcePage } from "./source-page.ts";
import { endsOfStory, isOfStoryBehind } from "./story-end.ts";

export interface Line extends MarkedLine {
  /** Lines of the story from its headline on, else from where it seems to begin; negative before it. */
  readonly distance: number;
  readonly isHeadline: boolean;
}

export type PageLines = readonly Line[];

const MAX_LINES = 20_000;
/** A longer run of text is none that a reader would call a line. */
const MAX_LENGTH = 2000;

const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|br|hr|figure|figcaption|section|article|main|header|footer|aside|nav|form|center|address)$/;

/** Reads no more than a bounded number of lines; nothing is changed in the page. */
export function readLines(page: SourcePage): PageLines {
  const { dom } = page;
  const headline = findHeadline(page);
  const start = headline ?? dom("main, article, [role=main]").get(0) ?? dom("h1").get(0);
  const around = new Set<unknown>();
  for (let node: Element | undefined = start; node; node = parentOf(node)) around.add(node);

  const block = headline && blockAround(headline);

  const { lines, first } = collectLines(dom.root().toArray()[0]?.children ?? [], start, (element, outer) =>
    surroundingsIn(element, outer, { isAround: around.has(element), hasHeadline: headline !== undefined, block }),
  );
  // Links to share a story stand between its headline and its date, and are no lines of it.
  const isLineOfStory = ({ marks }: (typeof lines)[number]) => marks[0]?.beside === undefined;
  const before = lines.slice(0, first).filter(isLineOfStory).length;
  const ends = headline ? endsOfStory(lines, first) : undefined;
  let seen = 0;
  return lines.map(({ text, marks }, index) => {
    const isOfStory = !ends || index < ends.lists || isOfStoryBehind({ text, marks }, index, ends);
    const line = { text, marks: isOfStory ? marks : marks.map((mark) => ({ ...mark, beside: "other" as const })) };
    if (isLineOfStory(line)) seen += 1;
    return { ...line, distance: seen - before - 1, isHeadline: headline !== undefined && index === first };
  });
}

/** The nearest block that has more than the headline. */
function blockAround(headline: Element): Element | undefined {
  const enough = textOf(headline, SHORT).length + 50;
  let block = parentOf(headline);
  while (block && textOf(block, enough).length < enough) block = parentOf(block);
  return block && /^(?:html|body)$/.test(block.name) ? undefined : block;
}

const OUTERMOST: Surroundings = {
  isMarked: false,
  isHentry: false,
  isInArticle: false,
  isHeading: false,
  isAtFoot: false,
  isOneLine: false,
};

/** Walks with a stack of its own: deep nesting would exhaust that of a recursion. `first` is the line of `start`. */
function collectLines(
  nodes: readonly Node[],
  start: Element | undefined,
  surroundingsOf: (element: Element, outer: Surroundings) => Surroundings,
) {
  const lines: MarkedLine[] = [];
  let first = 0;
  let text = "";
  let marks: Mark[] = [];
  const endLine = () => {
    if (text.trim() !== "" || marks.some(({ stated }) => stated !== undefined)) {
      lines.push({ text: text.trimEnd(), marks });
    }
    text = "";
    marks = [];
  };
  const rest: (readonly [Node | "end of block", Surroundings])[] = [];
  const open = (children: readonly Node[], surroundings: Surroundings) => {
    for (const node of children.toReversed()) rest.push([node, surroundings]);
  };
  open(nodes, OUTERMOST);
  for (let next = rest.pop(); next !== undefined && lines.length < MAX_LINES; next = rest.pop()) {
    const [node, outer] = next;
    if (node === "end of block" || text.length > MAX_LENGTH) endLine();
    if (node === "end of block") continue;
    if (node.type === "text") {
      const added = joined(text, node.data.slice(0, MAX_LENGTH));
      if (added !== "") marks.push({ ...outer, start: text.length + (added.startsWith(" ") ? 1 : 0) });
      text += added;
    } else if ("attribs" in node && !UNREAD.test(node.name) && !isHidden(node)) {
      const inside = surroundingsOf(node, outer);
      const isBlock = BLOCK.test(node.name);
      if (isBlock && outer.isOneLine) text += joined(text, " ");
      else if (isBlock) endLine();
      if (node === start) first = lines.length;
      for (const stated of statedBy(node, inside)) marks.push({ ...inside, start: text.length, stated });
      if (isBlock && !outer.isOneLine) rest.push(["end of block", outer]);
      open(node.children, inside);
    }
  }
  endLine();
  return { lines, first };
}

/** What `more` adds to a line: white space as one space, and one before a number or word that only style separates. */
function joined(line: string, more: string): string {
  const flat = more.replace(/[\s\p{Cf}]+/gu, " ");
  // `05` and `März`, but not `5` and `th`.
  const isTouching = /\d$/.test(line)
    ? /^(?:\d|\p{L}(?!\p{L}?(?:$|\P{L})))/u.test(flat)
    : // `release` and `Mar 5`, but not `M` and `arch`.
      (/\p{L}$/u.test(line) && /^\d/.test(flat)) || (/\p{Ll}$/u.test(line) && /^\p{Lu}\p{Ll}{2}/u.test(flat));
  if (isTouching) return ` ${flat}`;
  return line === "" || line.endsWith(" ") ? flat.trimStart() : flat;
}

function isHidden({ attribs }: Element): boolean {
  // What a style hides is often the date for programs; what the attribute hides is a template.
  return attribs["hidden"] !== undefined && attribs["datetime"] === undefined;
}

/** The heading that metadata or the title element repeat, else the only h1. */
function findHeadline({ dom, metas, story, siteNames }: SourcePage): Element | undefined {
  const stated = [
    ...(metas.get("og:title") ?? []),
    ...(metas.get("twitter:title") ?? []),
    ...[story?.["headline"], story?.["name"]].filter((text) => typeof text === "string"),
  ].map((text) => compact(text.slice(0, 600)));
  const title = compact(dom("head title").first().text().slice(0, 600));
  const sites = new Set(siteNames.map(compact));
  const headings = dom('h1, h2, h3, [class*="title" i], [class*="headline" i], [itemprop~="headline" i]')
    .toArray()
    .slice(0, 300)
    .map((element) => ({ element, key: compact(textOf(element, 600)) }))
    .filter(({ key }) => key.length > 3 && !sites.has(key))
    // The same words may stand in a path to the page, above the heading.
    .toSorted((a, b) => headingRank(a.element) - headingRank(b.element));
  const same = headings.find(({ key }) => stated.includes(key) || key === title);
  if (same) return same.element;
  const within = headings.filter(
    ({ key }) => key.length > 8 && (title.includes(key) || stated.some((text) => text.includes(key))),
  );
  const [longest] = within.toSorted((a, b) => b.key.length - a.key.length);
  if (longest) return longest.element;
  const tops = headings.filter(({ element }) => element.name === "h1");
  return tops.length === 1 ? tops[0]?.element : undefined;
}

function headingRank({ name }: Element): number {
  return name === "h1" ? 0 : /^h\d$/.test(name) ? 1 : 2;
}
