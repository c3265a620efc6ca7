/** Which parts of a text are footnotes, whoever wrote its HTML: told from how its links run, not from its classes. */
import type { Element, ElementContent, Root, Text } from "hast";
import { htmlToHast } from "satteri";
import type { SafeHtml } from "./html.ts";
import { BLOCKS, htmlToText } from "./html-to-text.ts";
import { squeeze } from "./text.ts";

type Node = Root | ElementContent;

export interface Footnotes {
  readonly tree: Root;
  /** Each mark in the text, with the id of its note. */
  readonly marks: ReadonlyMap<Node, string>;
  /** Each element that is a note or a part of one, with the id of the note. */
  readonly notes: ReadonlyMap<Element, string>;
  /** Links from a note back to its marks, lists of nothing but notes, and headings over these. */
  readonly aids: ReadonlySet<Node>;
}

/** The words of a text that stands for itself, such as a description: without its footnotes and their marks. */
export function htmlToPlainText(html: SafeHtml): string {
  if (!html.includes('href="#')) return htmlToText(html);
  const { tree, marks, notes, aids } = findFootnotes(html);
  return squeeze(textOf(tree, (node) => marks.has(node) || (isElement(node) && notes.has(node)) || aids.has(node)));
}

export function findFootnotes(html: SafeHtml): Footnotes {
  const tree = htmlToHast(html, { fragment: true }) as Root;
  const { parents, order, targets, links } = survey(tree);
  const marks = new Map<Node, string>();
  const notes = new Map<Element, string>();
  const found = links.flatMap((link) => {
    const id = String(link.properties["href"]).slice(1);
    const target = targets.get(id);
    const mark = markOf(link, parents);
    const note = target && noteOf(target, parents);
    // A bare number may refer to a table or a section, and a letter to a part, so the note has to have a link as well.
    if (mark && note && (isBareNumber(mark, parents) || isLetters(mark)) && !hasLink(note)) return [];
    return target && mark && note && !isInside(mark, note, parents) ? [{ id, link, target, mark, note }] : [];
  });
  const isBelow = (one: Node, other: Node) => (order.get(one) ?? 0) > (order.get(other) ?? 0);
  // A note is below the first of its marks; a link upwards is the way back.
  for (const { id, link, target, mark, note } of found) {
    if (!isBelow(target, link)) continue;
    marks.set(mark, id);
    for (const part of [note, ...descriptionsAfter(note, parents)]) notes.set(part, notes.get(part) ?? id);
  }
  for (const { id, mark, note } of found) if (notes.has(note)) marks.set(mark, notes.get(note) ?? id);
  const aids = new Set<Node>(
    links.filter((link) => {
      const target = targets.get(String(link.properties["href"]).slice(1));
      return target && hasAbove(link, notes, parents) && (hasAbove(target, marks, parents) || hasWithin(target, marks));
    }),
  );
  const isBare = (node: Node): boolean => {
    if (node.type === "text") return node.value.trim() === "";
    if (!isElement(node) || marks.has(node)) return false;
    return notes.has(node) || aids.has(node) || (node.children.length > 0 && node.children.every(isBare));
  };
  for (const note of notes.keys()) {
    for (let list = parents.get(note); isElement(list) && isBare(list); list = parents.get(list)) aids.add(list);
  }
  for (const node of parents.keys()) {
    const [below] = isHeading(node) ? elementsAfter(node, parents).filter(({ tagName }) => tagName !== "hr") : [];
    if (below && (notes.has(below) || aids.has(below))) aids.add(node);
  }
  for (const mark of marks.keys()) {
    dropBrackets(mark, parents);
    closeGap(mark, parents);
  }
  for (const link of links.filter((one) => aids.has(one))) dropSigns(link, { parents, notes, aids });
  return { tree, marks, notes, aids };
}

interface Survey {
  readonly parents: ReadonlyMap<Node, Root | Element>;
  /** Where in the text each node begins. */
  readonly order: ReadonlyMap<Node, number>;
  readonly targets: ReadonlyMap<string, Element>;
  /** Those that lead to a target. */
  readonly links: readonly Element[];
}

function survey(tree: Root): Survey {
  const parents = new Map<Node, Root | Element>();
  const order = new Map<Node, number>();
  const targets = new Map<string, Element>();
  const links: Element[] = [];
  const walk = (parent: Root | Element) => {
    for (const child of childrenOf(parent)) {
      parents.set(child, parent);
      order.set(child, order.size);
      if (child.type !== "element") continue;
      const { id, href } = child.properties;
      if (typeof id === "string") targets.set(id, child);
      if (child.tagName === "a" && typeof href === "string" && href.startsWith("#")) links.push(child);
      walk(child);
    }
  };
  walk(tree);
  return { parents, order, targets, links };
}

/**
 * The mark of a link: a superscript without any other word, a link around a superscript, or a link that is a number or
 * a sign.
 */
function markOf(link: Element, parents: Survey["parents"]): Element | undefined {
  const parent = parents.get(link);
  const isRaised = isElement(parent) && parent.tagName === "sup";
  if (isRaised && !WORD.test(textOf(parent, (node) => isElement(node) && node.tagName === "a"))) return parent;
  const [only, ...others] = link.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  if (isElement(only) && only.tagName === "sup" && others.length === 0) return link;
  return SIGN.test(textOf(link).trim()) ? link : undefined;
}

const WORD = /[\p{L}\p{N}]/u;
const SIGN = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3})[\])]?$|^\[(?:[a-z]|[ivxl]{2,7})\]$/u;

/** The block that a target is or is in. Not a heading, since the text below it would remain. */
function noteOf(target: Element, parents: Survey["parents"]): Element | undefined {
  let node: Node | undefined = target;
  while (isElement(node) && !NOTE.has(node.tagName)) node = parents.get(node);
  return isElement(node) && !isHeading(node) && !hasPart(node) ? node : undefined;
}

/** True of what is no note but a part of the text. */
function hasPart(node: Element): boolean {
  return node.children.some(
    (child) => isElement(child) && (child.tagName === "table" || isHeading(child) || hasPart(child)),
  );
}

/** True where a link within the text begins in it, such as the way back. */
function hasLink(node: Element): boolean {
  return node.children.some(
    (child) => isElement(child) && (String(child.properties["href"] ?? "").startsWith("#") || hasLink(child)),
  );
}

function isBareNumber(mark: Element, parents: Survey["parents"]): boolean {
  return mark.tagName === "a" && /^\s*\d+\s*$/.test(textOf(mark)) && !hasSup(mark) && !isInBrackets(mark, parents);
}

/** Word numbers the notes at the end of a text `[i]`, `[ii]`. */
function isLetters(mark: Element): boolean {
  return mark.tagName === "a" && /^\s*\[[a-z]+\]\s*$/.test(textOf(mark));
}

function hasSup({ children }: Element): boolean {
  return children.some((child) => isElement(child) && child.tagName === "sup");
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
const NOTE: ReadonlySet<string> = new Set(["p", "li", "dt", "dd", "div", "blockquote", "pre", ...HEADINGS]);

function isHeading(node: Node | undefined): node is Element {
  return isElement(node) && HEADINGS.includes(node.tagName);
}

/** In a list of terms a note is a term and what follows it. */
function descriptionsAfter(note: Element, parents: Survey["parents"]): Element[] {
  if (note.tagName !== "dt") return [];
  const after = elementsAfter(note, parents);
  const next = after.findIndex(({ tagName }) => tagName !== "dd");
  return next < 0 ? after : after.slice(0, next);
}

function elementsAfter(node: Node, parents: Survey["parents"]): Element[] {
  const siblings: readonly Node[] = childrenOf(parents.get(node));
  return siblings.slice(siblings.indexOf(node) + 1).filter(isElement);
}

/** `[<a href="#note">1</a>]` is marked by its brackets too. */
function dropBrackets(mark: Node, parents: Survey["parents"]): void {
  const [before, after] = bracketsOf(mark, parents);
  if (!before || !after) return;
  const isLast = /^.(?:[\s.,;:!?]|$)/u.test(after.value);
  before.value = isLast ? before.value.slice(0, -1).trimEnd() : before.value.slice(0, -1);
  after.value = after.value.slice(1);
}

/** `a <mark>.` without its mark is `a.`, and `a <mark> b` is `a b`, with its mark `a<mark> b`. */
function closeGap(mark: Node, parents: Survey["parents"]): void {
  const siblings: readonly Node[] = childrenOf(parents.get(mark));
  const at = siblings.indexOf(mark);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  if (before?.type === "text" && after?.type === "text" && /^[\s.,;:!?)\]]/.test(after.value))
    before.value = before.value.trimEnd();
}

/**
 * Drops the signs around a link back, as in `[1]`, `1.` or `^ a b`: elements that hold no word, and signs in the text.
 */
function dropSigns(
  link: Element,
  { parents, notes, aids }: Pick<Footnotes, "notes"> & { parents: Survey["parents"]; aids: Set<Node> },
): void {
  let around: Node = link;
  for (let next = parents.get(link); isElement(next) && !notes.has(next) && !WORD.test(textOf(next, isAid)); ) {
    around = next;
    aids.add(next);
    next = parents.get(next);
  }
  const siblings: readonly Node[] = childrenOf(parents.get(around));
  const at = siblings.indexOf(around);
  const [before, after] = [siblings.slice(0, at), siblings[at + 1]];
  if (before.some((node) => WORD.test(textOf(node, isAid)))) return;
  for (const node of before) if (node.type === "text") node.value = node.value.replace(/[\^[(↑]/g, "");
  if (after?.type === "text") after.value = after.value.replace(/^\s*(?!\.\.)[.):\]]{1,2}(?=\s)/, "");

  function isAid(node: Node): boolean {
    return aids.has(node);
  }
}

function isInBrackets(mark: Node, parents: Survey["parents"]): boolean {
  return bracketsOf(mark, parents).length > 0;
}

/** The texts before and behind a mark, where they put it in brackets. */
function bracketsOf(mark: Node, parents: Survey["parents"]): Text[] {
  const siblings: readonly Node[] = childrenOf(parents.get(mark));
  const at = siblings.indexOf(mark);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  if (before?.type !== "text" || after?.type !== "text") return [];
  return /[[(]$/.test(before.value) && /^[\])]/.test(after.value) ? [before, after] : [];
}

function isInside(node: Node, outer: Node, parents: Survey["parents"]): boolean {
  return hasAbove(node, new Map([[outer, ""]]), parents);
}

/** True for a node that is one of these, or in one. */
function hasAbove(node: Node, outer: ReadonlyMap<Node, string>, parents: Survey["parents"]): boolean {
  for (let one: Node | undefined = node; one; one = parents.get(one)) if (outer.has(one)) return true;
  return false;
}

function hasWithin(node: Node, inner: ReadonlyMap<Node, string>): boolean {
  return inner.has(node) || (isElement(node) && node.children.some((child) => hasWithin(child, inner)));
}

function isElement(node: Node | undefined): node is Element {
  return node?.type === "element";
}

function textOf(node: Node, isLeftOut: (node: Node) => boolean = () => false): string {
  const isBlock = isElement(node) && BLOCKS.has(node.tagName);
  if (isLeftOut(node)) return isBlock ? " " : "";
  if (node.type === "text") return node.value;
  if (node.type !== "root" && node.type !== "element") return "";
  const text = childrenOf(node)
    .map((child) => textOf(child, isLeftOut))
    .join("");
  return isBlock ? ` ${text} ` : text;
}

function childrenOf(node: Root | Element | undefined): readonly ElementContent[] {
  return (node?.children ?? []) as readonly ElementContent[];
}
