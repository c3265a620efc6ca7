/** What the names and attributes of elements say of the text in them: whether it is beside the story, and of its dates. */
import { squeeze } from "../../lib/text.ts";
import {
  type PageElement as Element,
  firstHeading,
  firstNamed,
  isOtherStory,
  type PageNode as Node,
  parentOf,
} from "./own-story.ts";

/** What a date is the date of. */
export type DateRole = "published" | "modified" | "other";

/** What the elements around a text say of it. */
export interface Surroundings {
  /** Navigation, comments, other stories: whatever stands beside the story; an aside may be a part of it. */
  readonly beside?: "aside" | "other" | undefined;
  /** A class or the name of the element announces a date, or a line that has one. */
  readonly isMarked: boolean;
  readonly role?: DateRole | undefined;
  /** Inside an element with a class of microformats, in which `updated` is any day. */
  readonly isHentry: boolean;
  readonly isInArticle: boolean;
  readonly isHeading: boolean;
  /** In the foot of an article. */
  readonly isAtFoot: boolean;
  /** The list that it is an item of. */
  readonly list?: unknown;
  /** In a short element for a date, whose parts are one line even in blocks of their own. */
  readonly isOneLine: boolean;
}

export interface Mark extends Surroundings {
  /** Where in the line it begins. */
  readonly start: number;
  /** The value of an attribute, such as `datetime`; nothing for the text of the line itself. */
  readonly stated?: string;
}

export interface MarkedLine {
  readonly text: string;
  /** In the order of the line, one for each run of text and each attribute with a date. */
  readonly marks: readonly Mark[];
}

/** An element for a date or its line is shorter; a longer one is the story. */
export const SHORT = 400;
/** The longest line that may hold a date in an element with an ambiguous name, such as `comments`. */
const LINE = 100;

export const UNREAD = /^(?:script|style|noscript|template|svg|math|iframe|object|head|select|textarea|button|dialog)$/;

const BESIDE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|related|recommend(?:ed|ations?)?|recirc|similar|more-(?:posts|stories|news|articles|from)|read-(?:next|more)|(?:next|prev|previous)-(?:post|article|story)|pagination|pager|popular|trending|latest|recent|newest|widgets?|widget-area|comments?|discussion|commentlist|comment-list|kommentare?|respond|disqus|repl(?:y|ies)|promo|newsletter|signup|subscribe|cookie|consent|calendar|toc|share|sharing|social|bio|(?:author|user)-box|about-(?:the-)?author|copyright|ticker|teasers?-list|archives?|w-dyn-items?)(?:$|[\s_-])/;
/** These also name a line that has the day beside an icon, the number of comments or links to share the story. */
const BESIDE_OR_LINE = /(?<=^|[\s_-])(?:calendar|comments|kommentare|replies|social|share|sharing)(?=$|[\s_-])/g;
const ASIDE = /(?:^|[\s_-])(?:sidebar|side-bar|aside)(?:$|[\s_-])/;
/** Elements at the head and the foot of a page; those of a story have names such as `entry-footer`. */
const OUTER = /(?:^|\s)(?:(?:site|page|main|global)[_-]?)?(?:header|footer|masthead|top-?bar|colophon)(?:$|\s)/;

const BARE_OUTER = /(?<=^|\s)(?:header|footer)(?=$|\s)/g;

/** What stories are in, where a page has several. */
const STORY = /(?:^|[\s_-])(?:teaser|card|post|entry|item|story|tile)(?:$|[\s_-])/;
const HENTRY = /(?:^|\s)(?:hentry|h-entry|type-post)(?:$|\s)/;
const MODIFIED =
  /(?:^|[-_:])(?:last-?|date-?|post-?)*(?:update|updated|updatedat|modified|modification|moddate|changed|edited|revised|revision|reviewed|aktualisiert|geaendert|(?<=last[-_]?)mod)(?:-?(?:date|time|at|on))?(?:$|[-_:])/;
const PUBLISHED =
  /(?<!status-)publish(?!er|ing)|^published$|pub-?date|publi(?:cado|cation|ee?)(?:$|[-_])|veroeffentlicht|(?:^|[-_:])(?:posted|issued|submitted|erstellt|created?|createdate|date-?(?:created|posted))(?:$|[-_:])/;
/** `startDate`, `event-date`, `current-date`: dates of something other than publication. */
const OTHER = /(?:^|[\s_:-])(?:event|start|end|due|deadline|expir(?:y|ation)|current|today)[_-]?(?:date|time)/;
const DATE_WORD =
  /^(?!(?:up|candi|man|vali|accommo|out)date)[a-z]*(?:date|datum)(?:time|stamp|line|posted|s|string|text)?\d*$|^(?:time|timestamp|dato|fecha|zeit|day|when|dt|pubtime|posttime)$/;
const LINE_WORD = /^(?:by|byline|meta|metadata|postmeta\w*|postinfo|info|submitted|credits?|details|kicker|author)$/;
const DATE_ATTRIBUTE = /^data-.*(?:date|time|publi)/;

interface Position {
  /** True of the elements that hold the beginning of the story. */
  readonly isAround: boolean;
  readonly hasHeadline: boolean;
  /** The nearest block around the headline. */
  readonly block: Element | undefined;
}

export function surroundingsIn(element: Element, outer: Surroundings, position: Position): Surroundings {
  const { name, attribs } = element;
  const names = namesOf(element);
  const isInArticle = outer.isInArticle || name === "article" || name === "main" || HENTRY.test(names);
  const isHentry = outer.isHentry || HENTRY.test(names);
  const beside =
    position.isAround || /^(?:html|body|main)$/.test(name)
      ? undefined
      : besideOf(element, names, isInArticle, position);
  const list = position.isAround ? undefined : /^(?:ul|ol)$/.test(name) ? element : outer.list;
  const place = {
    list,
    beside: outer.beside === "other" ? outer.beside : (beside ?? outer.beside),
    isInArticle,
    isHentry,
    isHeading: outer.isHeading || /^h[2-6]$/.test(name),
    isAtFoot: outer.isAtFoot || (name === "footer" && isInArticle),
  };
  const words = names.split(/[\s_:-]+/);
  const isDate = name === "time" || words.some((word) => DATE_WORD.test(word));
  const isLine = words.some((word) => LINE_WORD.test(word));
  const role = roleOf(names, isDate || isHentry) ?? (attribs["pubdate"] === undefined ? undefined : "published");
  if (!isDate && !isLine && role === undefined) return { ...outer, ...place };
  const { length } = textOf(element, SHORT);
  if (length >= SHORT) return { ...outer, ...place };
  return {
    ...place,
    isMarked: outer.isMarked || isDate || isLine,
    role: role ?? outer.role,
    isOneLine: outer.isOneLine || (isDate && length <= 60),
  };
}

/** The names that an element has for style and programs, in lower case and with hyphens: `lastUpdated` is `last-updated`. */
function namesOf({ attribs }: Element): string {
  return ["class", "id", "itemprop", "property", "data-testid"]
    .flatMap((attribute) => attribs[attribute] ?? [])
    .join(" ")
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

function besideOf(
  element: Element,
  names: string,
  isInArticle: boolean,
  { hasHeadline, block }: Position,
): Surroundings["beside"] {
  const { name, attribs, children } = element;
  const role = attribs["role"] ?? "";
  const isOther =
    // A quotation may be a message with a day of its own, and a picture has one.
    /^(?:nav|blockquote|figcaption)$/.test(name) ||
    /^(?:navigation|contentinfo|banner)$/.test(role) ||
    /Comment|(?:Video|Image|Audio|Media)Object$|Event$/.test(attribs["itemtype"]?.trim() ?? "") ||
    isNamedBeside(element, names) ||
    (!isInArticle && (/^(?:header|footer)$/.test(name) || isNamedOuter(element, names, block))) ||
    // A link around a heading is one to another page.
    (name === "a" && hasHeadline && firstHeading(children) !== undefined) ||
    ((name === "article" || (hasHeadline && STORY.test(names))) && isOtherStory(element));
  if (isOther) return "other";
  const isAside = name === "aside" || role === "complementary" || ASIDE.test(names);
  // Without a headline nothing tells which column is the story.
  return isAside && (hasHeadline || !isInArticle) ? "aside" : undefined;
}

function isNamedBeside(element: Element, names: string): boolean {
  // Site builders call every block of a page a widget.
  const own = names.replace(/\belementor[\w-]*/g, "");
  if (!BESIDE.test(own)) return false;
  return BESIDE.test(own.replace(BESIDE_OR_LINE, "")) || !isLine(element);
}

function isNamedOuter(element: Element, names: string, block: Element | undefined): boolean {
  if (!OUTER.test(names)) return false;
  const isOfPage = /^(?:header|footer)$/i.test(element.attribs["id"] ?? "");
  return isOfPage || OUTER.test(names.replace(BARE_OUTER, "")) || !isWithin(element, block);
}

function isWithin(element: Element, block: Element | undefined): boolean {
  let node = block && parentOf(element);
  while (node && node !== block) node = parentOf(node);
  return node !== undefined;
}

/** A line that can have a date, and no list of comments or links. */
function isLine(element: Element): boolean {
  const text = textOf(element, LINE + 1);
  return (
    text.length <= LINE &&
    /\d/.test(text) &&
    !firstNamed(element.children, /^(?:p|li|h[1-6]|article|blockquote|cite|form|table)$/)
  );
}

/** By the names of an element; templates write `published updated` where both are the same day. */
function roleOf(names: string, isAnyDate: boolean): DateRole | undefined {
  if (OTHER.test(names)) return "other";
  const all = names.split(/\s+/);
  if (all.some((name) => PUBLISHED.test(name) && !MODIFIED.test(name))) return "published";
  const changed = all.filter((name) => MODIFIED.test(name));
  // The microformat of blogs wants `updated`, and templates give it to the day of publication.
  const isMicroformat = changed.every((name) => name === "updated") && isAnyDate;
  return changed.length > 0 && !isMicroformat ? "modified" : undefined;
}

/** Dates that an element has for programs. */
export function statedBy({ attribs }: Element, { isMarked, role }: Surroundings): string[] {
  return Object.entries(attribs).flatMap(([name, value]) => {
    const isDate =
      name === "datetime" ||
      ((isMarked || role !== undefined) && /^(?:content|title)$/.test(name)) ||
      (DATE_ATTRIBUTE.test(name) && (isMarked || /publi/.test(name)) && !/updat|modif/.test(name));
    return isDate && /\d/.test(value) && value.length <= 100 ? [value] : [];
  });
}

/** The beginning of the text of an element. */
export function textOf(element: Element, limit: number): string {
  let text = "";
  const rest: Node[] = [element];
  for (let seen = 0; rest.length > 0 && seen < 500 && text.length < limit; seen += 1) {
    const node = rest.pop();
    if (node?.type === "text") text += squeeze(node.data.slice(0, limit));
    else if (node && "attribs" in node && !UNREAD.test(node.name)) rest.push(...node.children.toReversed());
  }
  return text;
}
