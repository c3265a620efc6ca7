/** Which parts of a page belong to its own story, and not to navigation, comments or other stories. */
import type { CheerioAPI } from "cheerio";
import type { parseDocument } from "htmlparser2";
import { compact } from "./clean-fields.ts";

export type PageNode = ReturnType<typeof parseDocument>["children"][number];
export type PageElement = Extract<PageNode, { attribs: unknown }>;

/** The element around an element; undefined for the outermost. */
export const parentOf = ({ parent }: PageElement): PageElement | undefined =>
  parent && "attribs" in parent ? parent : undefined;

const BESIDE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|related|recommended|recirc|comments?|kommentare?|commentlist|disqus|respond|replies|reply|responses|discussion|newsletter|promo|trending|popular|latest|recent|teasers?|carousel|more-stories|more-from|read-next|up-next|testimonials?|quote)(?:$|[\s_-])|(?:^|\s)widget_/i;
const SITE_FOOTER = /(?:^|[\s_-])(?:site|page|global|main)[\s_-]?footer(?:$|[\s_-])/i;
/** No honest page is nested deeper. */
const MAX_DEPTH = 300;

/** The first elements that a selector matches. */
export function elementsOf(dom: CheerioAPI, selector: string, limit: number): PageElement[] {
  return dom(selector)
    .toArray()
    .slice(0, limit)
    .filter((node) => "attribs" in node);
}

/** The heading of the story: the first that stands in the title, else the first of all. */
export function findHeading(dom: CheerioAPI): PageElement | undefined {
  const title = compact(dom("head title").first().text().slice(0, 2000));
  const headings = elementsOf(dom, "h1", 20);
  const isInTitle = (heading: PageElement) => {
    const text = compact(dom(heading).text().slice(0, 2000));
    return text.length > 8 && title.includes(text);
  };
  return headings.find(isInTitle) ?? headings[0];
}

/** A test of elements: true for those of the story that `heading` is the heading of. */
export function createOwnStoryTest(heading: PageElement | undefined): (element: PageElement) => boolean {
  const around = new Set(heading === undefined ? [] : ancestorsOf(heading));
  const isInArticle = [...around].some(({ name }) => name === "article");
  return (element) => {
    const own = ancestorsOf(element);
    for (const ancestor of own) {
      // What holds the heading is no sidebar, whatever its class says: `has-sidebar`.
      if (around.has(ancestor)) return true;
      if (isBeside(ancestor, own) || (isInArticle && ancestor.name === "article")) return false;
      // A page without a heading may have its byline there.
      if (heading !== undefined && (isOfSite(ancestor) || (ancestor.name === "article" && isOtherStory(ancestor))))
        return false;
    }
    return true;
  };
}

const SITE_HEADER = /(?:^|[\s_-])(?:site|page|global|main)[\s_-]?header(?:$|[\s_-])/i;

/** The head of the site, which stands above the stories. */
function isOfSite(element: PageElement): boolean {
  const { name, attribs } = element;
  if (name !== "header") return false;
  return (
    parentOf(element)?.name === "body" ||
    SITE_HEADER.test(`${attribs["class"] ?? ""} ${attribs["id"] ?? ""}`.slice(0, 500))
  );
}

/** A story whose heading is a link is on another page. A link of some of its words, and one within the page, say nothing. */
export function isOtherStory({ children }: PageElement): boolean {
  const heading = firstHeading(children);
  if (heading === undefined) return false;
  const parent = parentOf(heading);
  if (parent && isLinkAway(parent)) return true;
  const hasWords = heading.children.some((child) => child.type === "text" && /[\p{L}\p{N}]/u.test(child.data));
  return !hasWords && heading.children.some((child) => "attribs" in child && isLinkAway(child));
}

const isLinkAway = ({ name, attribs }: PageElement) => name === "a" && !/^\s*#/.test(attribs["href"] ?? "#");

/** The first heading among the elements that come first. */
export function firstHeading(children: PageElement["children"]): PageElement | undefined {
  return firstNamed(children, /^h[1-6]$/);
}

/** The first element of such a name among the elements that come first. */
export function firstNamed(children: PageElement["children"], name: RegExp): PageElement | undefined {
  const rest = [...children];
  for (let seen = 0; rest.length > 0 && seen < 60; seen += 1) {
    const node = rest.shift();
    if (!node || !("attribs" in node)) continue;
    if (name.test(node.name)) return node;
    rest.push(...node.children);
  }
  return undefined;
}

/** The element itself, and those around it, the nearest first. */
function ancestorsOf(element: PageElement): PageElement[] {
  const ancestors: PageElement[] = [];
  for (let node: PageElement | undefined = element; node && ancestors.length < MAX_DEPTH; node = parentOf(node))
    ancestors.push(node);
  return ancestors;
}

function isBeside({ name, attribs }: PageElement, around: readonly PageElement[]): boolean {
  if (name === "body" || name === "html") return false;
  const marks = `${attribs["class"] ?? ""} ${attribs["id"] ?? ""} ${attribs["itemprop"] ?? ""}`.slice(0, 500);
  if (name === "nav" || name === "form" || attribs["role"] === "navigation") return true;
  // A box about the author, and the line below a story, are its own.
  if (name === "aside") return !/author|bio/i.test(marks);
  if (name === "footer" || SITE_FOOTER.test(marks))
    return !around.some((other) => /^(?:article|main)$/.test(other.name));
  return BESIDE.test(marks);
}

const HIDDEN = /^(?:script|style|noscript|template|svg|button|select|textarea|iframe)$/;
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|br|hr|table|tr|td|th|section|header|footer|time|figure|figcaption|address)$/;

/** The text of an element as one line, with ` | ` between its blocks; undefined when it is longer than `limit`. */
export function lineOf(element: PageElement, limit: number): string | undefined {
  let line = "";
  const rest: (PageNode | " | ")[] = element.children.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node === " | ") line += node;
    else if (node.type === "text") {
      const text = node.data.replace(/\s+/g, " ");
      // Two elements that only style parts: `<b>Jane Doe</b><i>Editor</i>`.
      line += /[\p{L}.]$/u.test(line) && /^\p{Lu}\p{Ll}/u.test(text) ? ` ${text}` : text;
      if (line.length > limit * 4) return undefined;
    } else if ("attribs" in node && !HIDDEN.test(node.name)) {
      const mark = BLOCK.test(node.name) ? ([" | "] as const) : [];
      rest.push(...mark, ...node.children.toReversed(), ...mark);
    }
  }
  const clean = line
    .replace(/\s+/g, " ")
    .replace(/^[ |]+/, "")
    .replace(/[ |]+$/, "")
    .replace(/ \|[ |]*(?=[^ |])/g, " | ");
  return clean.length <= limit ? clean : undefined;
}
