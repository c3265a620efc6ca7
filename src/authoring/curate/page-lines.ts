/** The lines of a page as a reader sees them, with what the markup says of the dates in each. */
import { squeeze } from "../../lib/text.ts";
import { compact } from "./clean-fields.ts";
import {
  type PageElement as Element,
  firstHeading,
  firstNamed,
  isOtherStory,
  type PageNode as Node,
  parentOf,
} from "./own-story.ts";
import type { SourcePage } from "./source-page.ts";

/** What a date is the date of. */
export type DateRole = "published" | "modified" | "other";

/** What the elements around a text say of it. */
interface Surroundings {
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

export interface Line {
  readonly text: string;
  /** In the order of the line, one for each run of text and each attribute with a date. */
  readonly marks: readonly Mark[];
  /** Lines of the story from its headline on, else from where it seems to begin; negative before it. */
  readonly distance: number;
  readonly isHeadline: boolean;
}

export type PageLines = readonly Line[];
type RawLine = Omit<Line, "distance" | "isHeadline">;

const MAX_LINES = 20_000;
/** A longer run of text is none that a reader would call a line. */
const MAX_LENGTH = 2000;
/** An element for a date or its line is shorter; a longer one is the story. */
const SHORT = 400;
/** The longest line that may hold a date in an element with an ambiguous name, such as `comments`. */
const LINE = 100;

const UNREAD = /^(?:script|style|noscript|template|svg|math|iframe|object|head|select|textarea|button|dialog)$/;
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|br|hr|figure|figcaption|section|article|main|header|footer|aside|nav|form|center|address)$/;

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

/** What other stories begin with. */
const OTHER_STORIES =
  /^(?:(?:weitere|ähnliche|verwandte|neueste|aktuelle) (?:\p{L}+ ){0,2}(?:meldungen|artikel|beiträge|nachrichten|news|themen|stories|berichte|pressemitteilungen)|mehr (?:zum|zu|aus|von|news|artikel|nachrichten|meldungen)(?!\p{L})|lesen sie (?:auch|mehr|weiter)|lies auch|auch interessant|das könnte (?:sie|dich|ihnen|dir)|related(?: (?:articles?|posts?|stories|news|content|links|reading|topics))?:?$|(?:what to )?read next|up next|(?:in )?other (?:news|stories|articles|posts)|more on th(?:is|e)|upcoming events|you (?:may|might) (?:also|like|be interested)|more (?:from|news|stories|articles|posts)|(?:latest|recent) (?:news|posts|stories|articles)|(?:à )?lire aussi|articles? (?:liés|similaires)|lees ook|leggi anche|artículos relacionados|te puede interesar|leia também)/iu;
/** What a list of other works begins with. */
const REFERENCES =
  /^(?:references|sources|bibliography|works cited|citations|literatur(?:verzeichnis)?|quellen|einzelnachweise|références|referencias|bibliografia)(?: \(\d+\))?:?$/iu;
/** What a list of other pages begins with, which may end before the story does. */
const READING = /^(?:keep reading|further reading|see also:?$)/iu;
/** How a line about the day of a story begins. */
const OF_STORY =
  /^(?:(?:this|dieser?) \p{L}+ (?:was|wurde) )?(?:first |originally |zuerst )?(?:published|posted|veröffentlicht|publié|publicado|publicada|pubblicato|gepubliceerd)(?!\p{L})/iu;
/** How the heading of comments begins; outside a heading this may be in the line with the date. */
const COMMENTS =
  /^(?:\d{1,5} (?:thoughts?|responses?|replies|gedanken?|antworten?|reaktionen)(?!\p{L})|(?:kommentare|comments|commentaires|comentarios|reacties|\d{1,5} (?:kommentare?|comments?|commentaires?|comentarios?|reacties?))(?: ?\(?\d{0,5}\)?)?:?$)/iu;

interface Ends {
  /** Index of the first line after the story. */
  readonly story: number;
  /** Index of the first line of a list of works or pages. */
  readonly lists: number;
  /** Index of the first line of a list of pages. */
  readonly pages: number;
  /** Index of the first heading in such a list, where other stories may begin. */
  readonly others: number;
}

function endsOfStory(lines: readonly RawLine[], first: number): Ends {
  let isAfterText = false;
  let lists = lines.length;
  let pages = lines.length;
  let others = lines.length;
  for (const [index, { text, marks }] of lines.entries()) {
    const [mark] = marks;
    if (index <= first || !mark || mark.beside !== undefined) continue;
    const isHead = mark.isHeading || isAfterText;
    const isShort = text.length <= 60;
    if (isShort && ((isHead && OTHER_STORIES.test(text)) || (mark.isHeading && COMMENTS.test(text))))
      return { story: index, lists: Math.min(lists, index), pages, others };
    // Listed pages that have headings are other stories.
    if (index > pages && mark.isHeading) others = Math.min(others, index);
    const isOfPages = isShort && isHead && READING.test(text);
    if (isOfPages) pages = Math.min(pages, index);
    if (isOfPages || (isShort && mark.isHeading && REFERENCES.test(text))) lists = Math.min(lists, index);
    if (text.length > 80) isAfterText = true;
  }
  return { story: lines.length, lists, pages, others };
}

/** True for a line after such a list that belongs to the story: `Published: March 5, 2025`, or its footer. */
function isOfStoryBehind({ text, marks: [mark] }: RawLine, index: number, ends: Ends): boolean {
  if (!mark || mark.list !== undefined || text.length > 80 || index >= Math.min(ends.story, ends.others)) return false;
  return OF_STORY.test(text) || (index < ends.pages && (mark.isAtFoot || mark.role === "published"));
}

/** The nearest block that has more than the headline. */
function blockAround(headline: Element): Element | undefined {
  const enough = textOf(headline, SHORT).length + 50;
  let block = parentOf(headline);
  while (block && textOf(block, enough).length < enough) block = parentOf(block);
  return block && /^(?:html|body)$/.test(block.name) ? undefined : block;
}

function isWithin(element: Element, block: Element | undefined): boolean {
  let node = block && parentOf(element);
  while (node && node !== block) node = parentOf(node);
  return node !== undefined;
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
  const lines: RawLine[] = [];
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

interface Position {
  /** True of the elements that hold the beginning of the story. */
  readonly isAround: boolean;
  readonly hasHeadline: boolean;
  /** The nearest block around the headline. */
  readonly block: Element | undefined;
}

function surroundingsIn(element: Element, outer: Surroundings, position: Position): Surroundings {
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
function statedBy({ attribs }: Element, { isMarked, role }: Surroundings): string[] {
  return Object.entries(attribs).flatMap(([name, value]) => {
    const isDate =
      name === "datetime" ||
      ((isMarked || role !== undefined) && /^(?:content|title)$/.test(name)) ||
      (DATE_ATTRIBUTE.test(name) && (isMarked || /publi/.test(name)) && !/updat|modif/.test(name));
    return isDate && /\d/.test(value) && value.length <= 100 ? [value] : [];
  });
}

/** The beginning of the text of an element. */
function textOf(element: Element, limit: number): string {
  let text = "";
  const rest: Node[] = [element];
  for (let seen = 0; rest.length > 0 && seen < 500 && text.length < limit; seen += 1) {
    const node = rest.pop();
    if (node?.type === "text") text += squeeze(node.data.slice(0, limit));
    else if (node && "attribs" in node && !UNREAD.test(node.name)) rest.push(...node.children.toReversed());
  }
  return text;
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
