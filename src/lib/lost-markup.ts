/** What of a text no page shows, since the sanitiser takes it out, and where it is written. */
import { Parser } from "htmlparser2";
import { markdownToMdast } from "satteri";
import { escapeMarkup } from "./escape-markup.ts";
import { FEATURES, isAllowed, sanitize } from "./html.ts";

export interface Loss {
  readonly kind: "picture" | "element" | "attribute" | "address" | "place" | "link";
  /** What is lost, as it is written: `a.png`, `<details>`, `onclick`, `javascript:x`, `#x`. */
  readonly what: string;
  /** In the text, from 1. */
  readonly line: number;
  readonly column: number;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly position?: { readonly start: Position };
  readonly children?: readonly Node[];
}

/** `isQuoted`: the text is a quotation, so a link to a part that it lacks leads to the source. */
export function findLostMarkup(source: string, isQuoted: boolean): Loss[] {
  // If none of these signs remains, all markup of the text is sound.
  if (!/[<[]|:\/\//.test(source.replace(SOUND_MARKUP, ""))) return [];
  const nodes = withChildren(markdownToMdast(source, { features: FEATURES }) as Node);
  const inHtml = readHtml(nodes);
  const links = [...inHtml.links, ...nodes.flatMap(toLink)];
  return [
    ...nodes.flatMap((node): Loss[] =>
      node.type === "image" || node.type === "imageReference"
        ? [{ kind: "picture", what: node.url ?? "", ...startOf(node) }]
        : [],
    ),
    ...nodes.flatMap((node): Loss[] =>
      node.type === "link" && !hasWords(node) ? [{ kind: "link", what: node.url ?? "", ...startOf(node) }] : [],
    ),
    ...inHtml.losses,
    ...links.flatMap(({ href, ...at }): Loss[] => {
      const place = /^\s*#(.*)$/s.exec(href)?.[1];
      if (place !== undefined && !isQuoted) return inHtml.ids.has(place) ? [] : [{ kind: "place", what: href, ...at }];
      return isKept(href) ? [] : [{ kind: "address", what: href, ...at }];
    }),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** An address that is kept, as nearly every link has it. */
const SOUND_ADDRESS = String.raw`https?:\/\/[\w.-]+(?:\/[\w./-]*)?`;
const IS_SOUND = new RegExp(`^${SOUND_ADDRESS}$`);
const WORDS = String.raw`[\p{L}\p{N}][\p{L}\p{N} ,.'’-]*`;
/** Links of words to such addresses, and elements as text has them: a text with no other markup need not be parsed. */
const SOUND_MARKUP = new RegExp(
  String.raw`(?<![!\\])\[${WORDS}\]\(${SOUND_ADDRESS}\)|<a href="${SOUND_ADDRESS}">${WORDS}</a>|</?(?:p|ul|ol|li|em|strong)>`,
  "gu",
);

/** In the order of the text, however deep it is nested. */
function withChildren(root: Node): Node[] {
  const nodes: Node[] = [];
  const rest = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    nodes.push(node);
    for (const child of node.children?.toReversed() ?? []) rest.push(child);
  }
  return nodes;
}

/**
 * A picture is no word: a link around it alone says nothing. An element of HTML that is more than style may show words,
 * and a picture among them has a warning of its own.
 */
function hasWords(node: Node): boolean {
  return withChildren(node).some((one) => (one.type === "html" ? SHOWN.test(one.value ?? "") : isWord(one)));
}

const SHOWN = /<(?!\/?(?:a|abbr|b|br|code|del|em|hr|i|input|ins|kbd|s|small|span|strong|sub|sup|u|wbr)\b|!|\/)/i;

function isWord({ type, value = "" }: Node): boolean {
  return type === "footnoteReference" || (type !== "image" && type !== "html" && value.trim() !== "");
}

function startOf({ position }: Node): Position {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

interface Link extends Position {
  readonly href: string;
}

function toLink(node: Node): Link[] {
  return node.type === "link" && node.url !== undefined ? [{ href: node.url, ...startOf(node) }] : [];
}

/** Asks the sanitiser itself where it must. */
function isKept(href: string): boolean {
  return IS_SOUND.test(href) || sanitize(`<a href="${escapeMarkup(href)}">a</a>`).includes("href=");
}

/** The tags of a text in their order, as one document: an element may be open over several pieces. */
function readHtml(nodes: readonly Node[]) {
  const pieces = nodes.filter(({ type }) => type === "html");
  const losses: Loss[] = [];
  const links: Link[] = [];
  const ids = new Set<string>();
  // How many elements are open that are lost with all that is in them.
  let lost = 0;
  // Runs of words and pictures so far, and for each open link how many were before it.
  let shown = 0;
  const anchors: { readonly before: number; readonly link?: Link }[] = [];
  const at = positionsIn(pieces);
  const parser = new Parser({
    onopentag(name, attributes) {
      if (lost > 0 || HIDING.has(name)) lost += 1;
      if (name === "a") anchors.push({ before: shown });
      if (lost > 0 || PICTURES.has(name)) shown += 1;
      if (lost > 1 || PARTS.has(name)) return;
      const position = at(parser.startIndex);
      if (PICTURES.has(name)) losses.push({ kind: "picture", what: attributes["src"] ?? "", ...position });
      else if (!isAllowed(name, attributes)) losses.push({ kind: "element", what: `<${name}>`, ...position });
      else {
        const { id, name: anchor, href } = attributes;
        for (const one of [id, name === "a" ? anchor : undefined]) if (one !== undefined) ids.add(one);
        if (name === "a" && href !== undefined) {
          links.push({ href, ...position });
          anchors[anchors.length - 1] = { before: shown, link: { href, ...position } };
        }
        for (const key of Object.keys(attributes).filter((one) => isLost(name, one)))
          losses.push({ kind: "attribute", what: key, ...position });
      }
    },
    ontext(text) {
      if (text.trim() !== "") shown += 1;
    },
    onclosetag(name) {
      if (lost > 0) lost -= 1;
      const { link, before } = (name === "a" && anchors.pop()) || {};
      if (link && before === shown)
        losses.push({ kind: "link", what: link.href, line: link.line, column: link.column });
    },
  });
  for (const node of nodes) {
    if (node.type === "html") parser.write(node.value ?? "");
    else if (isWord(node) || node.type === "image" || node.type === "imageReference") shown += 1;
  }
  parser.end();
  return { losses, links, ids };
}

/** The position of an index into all pieces in a row. Indexes come in their order, so that no text is read twice. */
function positionsIn(pieces: readonly Node[]): (index: number) => Position {
  let number = 0;
  let begin = 0;
  let read = 0;
  let position = startOf(pieces[0] ?? { type: "html" });
  return (index) => {
    for (let next = pieces[1]; next && index >= begin + lengthOf(pieces[number]); next = pieces[number + 1]) {
      begin += lengthOf(pieces[number]);
      number += 1;
      read = begin;
      position = startOf(pieces[number] ?? next);
    }
    const lines = (pieces[number]?.value ?? "").slice(read - begin, index - begin).split("\n");
    const last = lines.at(-1)?.length ?? 0;
    const column = lines.length > 1 ? last + 1 : position.column + last;
    position = { line: position.line + lines.length - 1, column };
    read = index;
    return position;
  };
}

function lengthOf(piece: Node | undefined): number {
  return piece?.value?.length ?? 0;
}

const PICTURES: ReadonlySet<string> = new Set(["img", "image", "picture", "svg"]);

/** Reported once, for all that is in them. */
const HIDING: ReadonlySet<string> = new Set(
  "audio canvas iframe map math object picture script select style svg template textarea video".split(" "),
);

/** Reported with the element that they are a part of. */
const PARTS: ReadonlySet<string> = new Set("area legend option optgroup param source summary track".split(" "));

/**
 * True if the element loses an attribute that readers would see or use. Cells keep their alignment, even from a style.
 */
function isLost(name: string, attribute: string): boolean {
  if (attribute === "style") return name !== "td" && name !== "th";
  return /^on/.test(attribute) || (LOST.get(attribute)?.has(name) ?? false);
}

/** The numbers of a list, and where words stand. */
const LOST: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["type", new Set(["ol", "ul"])],
  ["value", new Set(["li"])],
  ["align", new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6"])],
]);
