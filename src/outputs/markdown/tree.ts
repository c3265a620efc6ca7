/** Markdown as a tree and its one way to text: what is text stays text, whatever stands in it. */

import type * as Hast from "hast";
import { type Handle as HastHandle, toMdast } from "hast-util-to-mdast";
import type {
  BlockContent,
  FootnoteDefinition,
  FootnoteReference,
  InlineCode,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  Text,
} from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import { isSitePath } from "../../lib/base-path.ts";
import { type Footnotes, findFootnotes } from "../../lib/footnotes.ts";
import type { SafeHtml } from "../../lib/html.ts";
import { squeeze } from "../../lib/text.ts";
import type { LinkView } from "../../views/page.ts";
import { absoluteUrl, resolveLink } from "../../views/urls.ts";
import { isPublished } from "../../vocab/published-paths.ts";
import { narrowedRoot } from "./narrow-patterns.ts";

/** What stands in a line: text, links, and nothing for what is absent. */
export type Part = string | LinkView | undefined;

/**
 * What GitHub's Markdown makes a link of by itself. An escape does not prevent
 * that, since it looks again once the escapes are gone. Code it leaves alone,
 * and code reads the same.
 * https://github.github.com/gfm/#autolinks-extension-
 */
const SELF_LINKING = /:\/\/|www\.|.@/iu;

/** Backslashes and bars separate words too: together, in a table, code cannot hold them. */
const WORD = /[^\s\\|]+/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: nobody sees them, and a parser may replace them
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** White space is collapsed, so that a text is never more than one line. */
export function inline(...parts: readonly Part[]): PhrasingContent[] {
  const nodes = parts.flatMap((part): PhrasingContent[] => {
    if (part === undefined) return [];
    if (typeof part === "string") return toText(part.replace(CONTROLS, "").replace(/\s+/g, " "));
    const children = toText(squeeze(part.label.replace(CONTROLS, "")));
    return isGone(part.href) ? children : [{ type: "link", url: toAddress(part.href), children }];
  });
  return joinCode(nodes);
}

/** Word by word: one expression for a word with a link in it would try each character of a long word as its start. */
function toText(value: string): (Text | InlineCode)[] {
  if (value !== "" && !SELF_LINKING.test(value)) return [{ type: "text", value }];
  const nodes: (Text | InlineCode)[] = [];
  let from = 0;
  for (const { 0: word, index } of value.matchAll(WORD)) {
    if (!SELF_LINKING.test(word)) continue;
    if (index > from) nodes.push({ type: "text", value: value.slice(from, index) });
    nodes.push({ type: "inlineCode", value: word });
    from = index + word.length;
  }
  if (from < value.length) nodes.push({ type: "text", value: value.slice(from) });
  return nodes;
}

/** Whether an address is of a section that this site does not have. */
function isGone(href: string): boolean {
  return isSitePath(href) && !isPublished(href);
}

/** Addresses of this site are written in full, so that the Markdown can be read anywhere. */
function toAddress(href: string): string {
  return href.startsWith("/") ? absoluteUrl(href) : href;
}

export function heading(depth: 1 | 2 | 3, ...parts: readonly Part[]): RootContent {
  return { type: "heading", depth, children: inline(...parts) };
}

/** None where the parts say nothing. */
export function paragraph(...parts: readonly Part[]): Paragraph[] {
  const children = inline(...parts);
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
}

/** A list of lines; none where there are no lines. */
export function list(lines: readonly (readonly Part[])[]): List[] {
  const children = lines.map((parts): ListItem => ({ type: "listItem", children: paragraph(...parts) }));
  return children.length === 0 ? [] : [{ type: "list", spread: false, children }];
}

/** `name: value`, a line for each that is known. */
export function facts(rows: readonly (readonly [name: string, ...value: Part[]])[]): List[] {
  return list(
    rows.filter(([, ...value]) => value.some((part) => part)).map(([name, ...value]) => [`${name}: `, ...value]),
  );
}

export function quote(children: readonly RootContent[]): RootContent {
  return { type: "blockquote", children: children as BlockContent[] };
}

export function table(header: readonly string[], rows: readonly (readonly Part[])[]): Table {
  const toRow = (cells: readonly Part[]): Table["children"][number] => ({
    type: "tableRow",
    children: cells.map((cell) => ({ type: "tableCell", children: inline(cell) })),
  });
  return { type: "table", children: [header, ...rows].map(toRow) };
}

/** Several links in a line, with commas between. */
export function commas(all: readonly LinkView[]): Part[] {
  return all.flatMap((link, index) => (index > 0 ? [", ", link] : [link]));
}

/** Safe HTML as a tree; `page` is what its relative links start from. Nothing for a text that is not there. */
export function fromHtml(html: SafeHtml | undefined, page: string): RootContent[] {
  if (html === undefined) return [];
  const found = findFootnotes(html);
  const partsOfNotes = Map.groupBy(found.notes.keys(), (part) => found.notes.get(part) ?? "");
  const definitions = [...partsOfNotes].map(([id, parts]): FootnoteDefinition => {
    const children = parts.flatMap((part) => withoutNotes(part, found));
    const content = toMdast({ type: "root", children }, { handlers, document: true }) as Root;
    return { type: "footnoteDefinition", identifier: id, label: id, children: content.children as BlockContent[] };
  });
  const content = toMdast(
    { type: "root", children: withoutNotes(found.tree, found) },
    { handlers, document: true },
  ) as Root;
  return [...content.children, ...definitions].flatMap((node) => tame(node, absoluteUrl(page)));
}

/** The children of a node, a placeholder for each mark among them, with the alignment of cells where the library looks for it. */
function withoutNotes(node: Hast.Root | Hast.Element, found: Footnotes): Hast.ElementContent[] {
  return (node.children as Hast.ElementContent[]).flatMap((child): Hast.ElementContent[] => {
    const id = found.marks.get(child);
    if (id !== undefined) return [{ type: "element", tagName: "span", properties: { dataNote: id }, children: [] }];
    if (child.type !== "element") return [child];
    if (found.notes.has(child) || found.aids.has(child)) return [];
    const [, align] = /^align-(\w+)$/.exec(String(child.properties["className"])) ?? [];
    return [{ ...child, properties: { ...child.properties, align }, children: withoutNotes(child, found) }];
  });
}

const handlers: Record<string, HastHandle> = {
  span(state, { properties, ...node }) {
    const { dataNote: id } = properties;
    if (typeof id !== "string") return state.all({ ...node, properties });
    return { type: "footnoteReference", identifier: id, label: id };
  },
};

/** Text is made as safe as our own, links are whole or gone, and whatever would be written as HTML is left out. */
function tame(node: RootContent, page: string): RootContent[] {
  if (node.type === "html") return [];
  if (node.type === "text") return toText(node.value.replace(CONTROLS, ""));
  if (!("children" in node)) return [node];
  const children = joinCode((node.children as RootContent[]).flatMap((child) => tame(child, page)));
  if (node.type !== "link") return [{ ...node, children } as RootContent];
  const url = node.url === "" || isGone(node.url) ? undefined : resolveLink(node.url, page);
  return url === undefined ? children : [{ ...node, url, children } as RootContent];
}

/** Two adjacent pieces of code would be written as a single, different one. */
function joinCode<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === "inlineCode" && before?.type === "inlineCode")
      joined[joined.length - 1] = { ...before, value: before.value + node.value };
    else joined.push(node);
  }
  return joined;
}

/** The library writes the whole of GitHub's Markdown, but not this part of it without two more packages. */
const footnoteReference = Object.assign(({ label }: FootnoteReference) => `[^${label}]`, { peek: () => "[" });

const footnoteDefinition: Handle = (node: FootnoteDefinition, _, state, info) => {
  const tracker = state.createTracker(info);
  const name = tracker.move(`[^${node.label}]: `);
  tracker.shift(4);
  const content = state.containerFlow(node, tracker.current());
  return name + state.indentLines(content, (line, at, isBlank) => `${at === 0 || isBlank ? "" : "    "}${line}`);
};

const listItem: Handle = (node: ListItem, parent, state, info) => {
  const value = defaultHandlers.listItem(node, parent, state, info);
  const isTask = typeof node.checked === "boolean" && node.children[0]?.type === "paragraph";
  return isTask ? value.replace(/^\S+ /, `$&[${node.checked ? "x" : " "}] `) : value;
};

/** One object: the library compiles the patterns of what it is given, and stores them in it. */
const OPTIONS: Options = {
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
  handlers: { root: narrowedRoot, footnoteReference, footnoteDefinition, listItem },
  bullet: "-",
  emphasis: "_",
  rule: "-",
  // Without it `[https://a.example](https://a.example)` would become `<https://a.example>`.
  resourceLink: true,
};

export function writeMarkdown(children: readonly RootContent[]): string {
  return toMarkdown({ type: "root", children: [...children] }, OPTIONS);
}
