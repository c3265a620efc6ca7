/** The words of a story that a reader sees, without navigation, scripts, forms and other stories. */
import { parseDocument } from "htmlparser2";
import { squeeze } from "../../lib/text.ts";
import type { PageElement as Element, PageNode as Node } from "./own-story.ts";

const HIDDEN = new Set(
  "script style noscript template svg math iframe object head nav header footer aside form button select textarea input dialog menu video audio canvas".split(
    " ",
  ),
);
const BOILERPLATE =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|footer|sidebar|related|recommended|recirc|share|sharing|social|comments?|cookie|consent|newsletter|subscribe|signup|promo|advert|ads?|banner|popup|modal|pagination|tags|trending|popular|more-stories|read-next|skip-link|sr-only|visually-hidden)(?:$|[\s_-])/i;
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|br|hr|figure|figcaption|section|article|main)$/;
/** An article with fewer characters is a teaser, and the story stands elsewhere. */
const ENOUGH = 400;
const TEXT_LIMIT = 200_000;

/** The text of the longest article or main element, or of the body when these say little. */
export function visibleText(html: string): string {
  const root = parseDocument(html);
  const stories = find(
    root.children,
    (element) => /^(?:article|main)$/.test(element.name) || element.attribs["role"] === "main",
  );
  const texts = stories.slice(0, 20).map((element) => textOf(element.children));
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), "");
  return longest.length >= ENOUGH ? longest : textOf(root.children);
}

/** With a stack of its own: deep nesting would exhaust that of a recursion. */
function find(nodes: readonly Node[], isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const rest = nodes.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!("attribs" in node)) continue;
    // Its text has that of the elements within.
    if (isWanted(node)) found.push(node);
    else for (const child of node.children.toReversed()) rest.push(child);
  }
  return found;
}

function textOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  let length = 0;
  const rest: (Node | " ")[] = nodes.toReversed();
  for (let node = rest.pop(); node !== undefined && length < TEXT_LIMIT; node = rest.pop()) {
    if (node === " " || node.type === "text") {
      const text = node === " " ? node : node.data;
      parts.push(text);
      length += text.length;
    } else if ("attribs" in node && !isBoilerplate(node)) {
      const space = BLOCK.test(node.name) ? ([" "] as const) : [];
      rest.push(...space);
      for (const child of node.children.toReversed()) rest.push(child);
      rest.push(...space);
    }
  }
  return squeeze(parts.join("")).slice(0, TEXT_LIMIT);
}

function isBoilerplate({ name, attribs }: Element): boolean {
  if (HIDDEN.has(name) || attribs["aria-hidden"] === "true" || attribs["hidden"] !== undefined) return true;
  if (/^(?:body|html|article|main)$/.test(name)) return false;
  return (
    BOILERPLATE.test(`${attribs["class"] ?? ""} ${attribs["id"] ?? ""}`.slice(0, 500)) ||
    attribs["role"] === "navigation"
  );
}
