/** The names in what a page shows as a byline of its own story. */
import { areTitles, hasLabel, isCapitalized, isOtherCredit, isPerson, toAuthors } from "./author-names.ts";
import { elementsOf, lineOf, type PageElement } from "./own-story.ts";
import type { SourcePage } from "./source-page.ts";

/** How long a line can be and still be a byline. */
const BYLINE_LIMIT = 160;
/** How many elements are looked at, and how many of these are read: a story names its author in the first ones. */
const MAX_ELEMENTS = 200;
const MAX_READ = 5;

type IsAccepted = (name: string) => boolean;

/**
 * The names in the first element of the story that has any, and in those like it in the same line:
 * `By <a>Jane Doe</a> and <a>John Doe</a>`. Later lines belong to other stories.
 */
export function namesAt(
  page: SourcePage,
  selector: string,
  isAccepted?: IsAccepted,
  isMeant: (element: PageElement) => boolean = () => true,
): readonly string[] | undefined {
  const elements = elementsOf(page.dom, selector, MAX_ELEMENTS).filter((one) => isMeant(one) && page.isOwn(one));
  const lines = elements
    .map((element) => ({ element, line: lineOf(element, BYLINE_LIMIT) ?? "" }))
    .filter(({ line }) => line !== "");
  const first = lines
    .slice(0, MAX_READ)
    .find((one) => namesIn([one.line], page, isAccepted).length > 0 && !isOtherCredit(textBefore(one)));
  if (first === undefined) return undefined;
  const around = lineAround(first.element);
  const names = namesIn([first.line], page, isAccepted);
  for (const line of linesBehind(lines, first, around, page)) names.push(...namesIn([line], page, isPerson));
  return [...new Set(names)];
}

/** What its line has before an element, from the last bar on. */
function textBefore({ element, line }: Line): string {
  const whole = lineOf(lineAround(element), BYLINE_LIMIT) ?? "";
  return (
    whole
      .slice(0, Math.max(0, whole.indexOf(line)))
      .split(" | ")
      .at(-1) ?? ""
  );
}

interface Line {
  readonly element: PageElement;
  readonly line: string;
}

/** What separates the names of one byline. Anything else ends the names: `in Data Science`. */
const BETWEEN = /^(?:[\s,;&+/]|\b(?:and|und|et|y|e|en|og|och|i|by|with|mit)\b)*$/iu;

/** The further names of the same line, up to the first that anything but a separator precedes. */
function linesBehind(lines: readonly Line[], first: Line, around: PageElement, { dom }: SourcePage): string[] {
  const whole = lineOf(around, BYLINE_LIMIT) ?? "";
  // A bar may also stand for the end of a block.
  const hasBars = dom(around).text().includes("|");
  const found: string[] = [];
  let { element: last } = first;
  let end = whole.indexOf(first.line) + first.line.length;
  for (const { element, line } of lines.slice(lines.indexOf(first) + 1)) {
    if (isWithin(element, last)) continue;
    const start = whole.indexOf(line, end);
    const between = whole.slice(end, start);
    const joint = hasBars ? between : between.replaceAll("|", "");
    if (!isWithin(element, around) || start < 0 || !(BETWEEN.test(joint) || areTitles(between))) break;
    found.push(line);
    last = element;
    end = start + line.length;
  }
  return found;
}

/** The largest element around this one that is still one line. */
function lineAround(element: PageElement): PageElement {
  let line = element;
  for (let { parent } = element; parent !== null && "attribs" in parent; { parent } = parent) {
    if (/^(?:article|main|section|body|h[1-3])$/.test(parent.name) || lineOf(parent, BYLINE_LIMIT) === undefined) break;
    if (parent.children.some((child) => "attribs" in child && /^h[1-6]$/.test(child.name))) break;
    line = parent;
  }
  return line;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let node: PageElement["parent"] = element; node !== null; node = node.parent) if (node === outer) return true;
  return false;
}

const OF_AUTHOR =
  /^(?:(?:post|article|blog|entry|story|news|guest|page)?authors?(?:names?|box|info|bio|link|card|meta)?|autor(?:in|en|es)?|auteurs?|(?:post|article|blog|entry|story)?writers?|bylines?)$/;
const BESIDE_NAME = /^(?:company|employer|organi[sz]ation|affiliation|photo|image|img|avatar|picture|social)$/;

/**
 * True where a class or id has a word for the author, unlike `prior-authorization` and `underwriter`, and no word for a
 * thing beside the name, such as `photo`.
 */
export function isMarkedAsAuthor({ attribs }: PageElement): boolean {
  const marks = `${attribs["class"] ?? ""} ${attribs["id"] ?? ""}`.slice(0, 500).split(/\s+/);
  return marks.some((mark) => {
    const words = mark
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "-")
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    return words.some((word) => OF_AUTHOR.test(word)) && !words.some((word) => BESIDE_NAME.test(word));
  });
}

const CAN_BE_BYLINE = "p, span, div, em, i, small, li, h4, h5, h6, address, cite, strong, b, td, font";
const MAX_LINES = 5000;
const OPENING =
  /^\s*(?:by|written|posted|published|story|words|text|article|guest|authors?|autor\p{L}*|auteure?|автор|von|verfasst|geschrieben|veröffentlicht|ein|gastbeitrag|par|écrit|publié|por|escrito|publicado|door|geschreven|di|scritto|a cura|av|af)(?![\p{L}\p{N}])/iu;

/** The names in the first line that opens as a byline does: `By Jane Doe`, where no class says that it is one. */
export function namesInBylineText(page: SourcePage): readonly string[] | undefined {
  for (const element of elementsOf(page.dom, CAN_BE_BYLINE, MAX_LINES)) {
    const [start] = element.children;
    if (start?.type !== "text" || !OPENING.test(start.data.slice(0, 60)) || !page.isOwn(element)) continue;
    const own = lineOf(element, BYLINE_LIMIT);
    const { parent } = element;
    // `<span>By</span> <a>Jane Doe</a>`
    const isAlone = own !== undefined && !own.includes(" ") && parent !== null && "attribs" in parent;
    const line = isAlone ? lineOf(parent, BYLINE_LIMIT) : own;
    if (line === undefined || !(hasLabel(line) || DATED.test(line)) || /\p{Ll}{3,}[.!?]$/u.test(line)) continue;
    const names = namesIn([line.replace(DATED, "")], page, isPerson);
    if (names.length > 0) return names;
  }
  return undefined;
}

/** `Posted on May 3, 2024 by Jane Doe`, `3. Mai 2024 von Jane Doe` */
const DATED = /^[^|]{0,30}\d{4}[^|\p{L}]{0,5}(?:\|\s*)?(?:by|von|par|por|door)[\s:|]+(?=\p{Lu})/iu;
const META_LINE = '[class*="meta" i], [class*="posted" i], [class*="info" i]';

/** The names behind the day in a line that a class marks as being about the story. */
export function namesInDatedLine(page: SourcePage): readonly string[] | undefined {
  for (const element of elementsOf(page.dom, META_LINE, MAX_ELEMENTS).filter(page.isOwn)) {
    const line = lineOf(element, BYLINE_LIMIT);
    if (line === undefined || !DATED.test(line)) continue;
    const names = namesIn([line.replace(DATED, "")], page, isCapitalized);
    if (names.length > 0) return names;
  }
  return undefined;
}

function namesIn(lines: readonly string[], page: SourcePage, isAccepted: IsAccepted = () => true): string[] {
  return toAuthors(lines, page.siteNames).filter(isAccepted);
}
