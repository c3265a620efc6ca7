import sanitizeHtml from "sanitize-html";
import { markdownToHtml } from "satteri";
import { decodePercent } from "./decode-percent.ts";
import { type Direction, directionOfLetters, hasRightToLeft } from "./direction.ts";
import { htmlToText } from "./html-to-text.ts";

/** HTML that went through `sanitize` and may stand in a page as it is. */
export type SafeHtml = string & { readonly safe: unique symbol };

const BLOCKS =
  "p br hr h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption div".split(
    " ",
  );
const INLINE =
  "a em strong b i u s del ins sub sup abbr cite dfn kbd samp var q small mark time span bdi bdo ruby rt rp wbr input".split(
    " ",
  );
const ALLOWED: ReadonlySet<string> = new Set([...BLOCKS, ...INLINE]);

/** What becomes a plain `div`: without an element the last word of one would run into the first of the next. */
const WRAPPERS: ReadonlySet<string> = new Set(
  "address article aside center details dialog fieldset footer form header hgroup legend main nav search section summary".split(
    " ",
  ),
);

/** Elements of a page around a text, which add nothing to it but their words. */
const FRAMES: ReadonlySet<string> = new Set(
  "html head body address article aside footer header hgroup main nav search section".split(" "),
);

/** False where a reader of the text misses an element. */
export function isAllowed(name: string, { type }: Readonly<Record<string, string>>): boolean {
  if (name === "input") return type?.toLowerCase() === "checkbox";
  return ALLOWED.has(name) || LEVELS.has(name) || FRAMES.has(name);
}

/** What else a policy does to the elements of a text. */
interface Rewriting {
  /** Other levels for its headings. */
  readonly levels: ReadonlyMap<string, string>;
  /** The id that an element gets instead of its own. */
  readonly toId: (id: string) => string | undefined;
  /** Where a link leads; if undefined, only its text stays. */
  readonly toHref: (href: string) => string | undefined;
}

function toPolicy(rewriting: Rewriting): sanitizeHtml.IOptions {
  return {
    allowedTags: [...ALLOWED],
    allowedAttributes: {
      a: ["href", "title", "hreflang", "aria-label"],
      abbr: ["title"],
      time: ["datetime"],
      ol: ["start", "reversed"],
      th: ["colspan", "rowspan", "scope", "class"],
      td: ["colspan", "rowspan", "class"],
      div: ["class"],
      input: ["type", "disabled", "checked", "aria-label"],
      "*": ["lang", "dir", "id"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    nestingLimit: 40,
    selfClosing: [...sanitizeHtml.defaults.selfClosing, "wbr"],
    transformTags: { "*": (name, attribs) => rewrite(name, attribs, rewriting) },
    // Drops an empty heading, such as that of footnotes, whose label would be English, and a link whose picture is
    // gone.
    exclusiveFilter: ({ tag, text, attribs }) =>
      (/^h[1-6]$/.test(tag) || (tag === "a" && attribs["id"] === undefined)) && text.trim() === "",
  };
}

function rewrite(
  name: string,
  { id, name: anchor, href, class: classes = "", ...rest }: sanitizeHtml.Attributes,
  { levels, toId, toHref }: Rewriting,
): sanitizeHtml.Tag {
  const tagName = levels.get(name) ?? (WRAPPERS.has(name) ? "div" : name);
  const isCheckbox = rest["type"]?.toLowerCase() === "checkbox";
  if (tagName === "input" && isCheckbox) return toCheckbox(rest);
  if (tagName === "input") return { tagName: "", attribs: {} };
  if (!ALLOWED.has(tagName)) return { tagName, attribs: {} };
  const ownId = id ?? (name === "a" ? anchor : undefined);
  const attribs = {
    ...withoutUnsound(rest),
    id: ownId === undefined ? undefined : toId(ownId),
    href: href === undefined ? undefined : toHref(href),
    class: toClass(tagName, classes, rest),
    "aria-label": BACK_LABEL.test(rest["aria-label"] ?? "") ? rest["aria-label"] : undefined,
  };
  return { tagName, attribs: withoutAbsent(attribs) };
}

/** An item of a list of tasks, which a reader cannot change. */
function toCheckbox({ checked }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const isDone = checked !== undefined;
  const state = isDone ? { checked: "", "aria-label": "Done" } : { "aria-label": "Not done" };
  return { tagName: "input", attribs: { type: "checkbox", disabled: "", ...state } };
}

/** The library labels the way back from a footnote so; any other label would say what nobody sees. */
const BACK_LABEL = /^Back to reference [\d-]+$/;

/**
 * The class that keeps the alignment of a cell, since the policy of pages forbids style attributes, or marks footnotes.
 */
function toClass(name: string, classes: string, { align, style = "" }: sanitizeHtml.Attributes): string | undefined {
  if (name === "div") return classes.split(/\s+/).includes("footnotes") ? "footnotes" : undefined;
  if (name !== "th" && name !== "td") return undefined;
  const [side] = /^(?:left|center|right)$/i.exec(align ?? "") ?? [];
  const [, known] = /^align-(left|center|right)$/.exec(classes) ?? [];
  const [, styled] = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i.exec(style) ?? [];
  const found = styled ?? side ?? known;
  return found && `align-${found.toLowerCase()}`;
}

function withoutAbsent(attribs: Readonly<Record<string, string | undefined>>): sanitizeHtml.Attributes {
  return Object.fromEntries(
    Object.entries(attribs).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Valid values of these attributes. Browsers ignore any other. */
const VALUES = new Map([
  ["dir", /^(?:ltr|rtl|auto)$/i],
  ["scope", /^(?:row|col)(?:group)?$/i],
  ["start", /^-?\d{1,9}$/],
  ["colspan", /^[1-9]\d{0,2}$/],
  ["rowspan", /^\d{1,4}$/],
]);

function withoutUnsound(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(Object.entries(attribs).filter(([key, value]) => VALUES.get(key)?.test(value) ?? true));
}

/** An address that no browser can read leads nowhere, and the text alone says more. */
function readableHref(href: string): string | undefined {
  return URL.canParse(href, "https://a.example/") ? href : undefined;
}

const LEVELS = new Map([
  ["h1", "h3"],
  ["h2", "h3"],
]);
const POLICY = toPolicy({ levels: LEVELS, toId: (id) => id, toHref: readableHref });

/**
 * The one sanitiser, for text that is HTML already; Markdown goes through
 * `renderMarkdown`, which ends in it. Scripts, styles, forms, frames, images,
 * event handlers and every scheme but http, https and mailto are gone
 * afterwards, and what is safe stays as it is.
 */
export function sanitize(html: string): SafeHtml {
  return toSafe(html, POLICY);
}

/** Where a text stands, and where its links start from. */
export interface TextPlace {
  /** What its ids begin with, so that no other text and no page has them. */
  readonly ids?: string;
  /** The address that a link leads to, where the text is read elsewhere; without it, relative links stay relative. */
  readonly toAddress?: ((href: string) => string | undefined) | undefined;
  /** The level of its first headings; 3 where it has a heading of the page above it. */
  readonly top?: 2 | 3;
  /** The address of the source that it is quoted from; links to parts that the text lacks lead there. */
  readonly quotedFrom?: string;
}

/** The page has its own h1 and h2s: the headings of a body start below them, one level apart as before. */
const BODY_LEVELS = new Map([...LEVELS, ["h3", "h4"], ["h4", "h5"]]);

/**
 * Markdown, or HTML in a Markdown file, to safe HTML; empty where no word is
 * left to be read. Quotes are left as they were written. Links within the text
 * stay within it, at ids of its own.
 */
export function renderMarkdown(source: string, place: TextPlace = {}): SafeHtml {
  if (source === "") return "" as SafeHtml;
  const { html } = markdownToHtml(source, { features: FEATURES });
  const targets = findTargets(html, place);
  const policy = toPolicy({
    levels: BODY_LEVELS,
    // Of two elements with one id the first is meant.
    toId: (id) => {
      const own = targets.get(id);
      targets.delete(id);
      return own;
    },
    toHref: toHrefOf(place, new Map(targets)),
  });
  const safe = outsideLinks(withoutSkips(toSafe(html, policy), place.top ?? 3)).trim();
  return (/[\p{L}\p{N}]/u.test(htmlToText(safe)) ? safe : "") as SafeHtml;
}

/** Text that begins with a word shows that word, whatever follows. */
const BEGINS_WITH_WORD = /^\s*(?:<p>|[#>*_-]{1,6})?\s*\p{L}/u;

/**
 * True if a page would show a word of the text. Most texts need not be rendered to know, which takes as long as the
 * rest of a check.
 */
export function hasText(source: string): boolean {
  return BEGINS_WITH_WORD.test(source) || renderMarkdown(source) !== "";
}

/** How Markdown is read. */
export const FEATURES = { smartPunctuation: false, frontmatter: false, gfm: { footnotes: { label: "" } } } as const;

/** The ids to which links of a text lead, each with the one that it gets. */
function findTargets(html: string, { ids = "text-", quotedFrom }: TextPlace): Map<string, string> {
  if (!/\b(?:id|name)\s*=/i.test(html)) return new Map();
  const found = new Set<string>();
  const fragments: string[] = [];
  const collect: Rewriting = {
    levels: LEVELS,
    toId: (id) => {
      found.add(id);
      return id;
    },
    toHref: (href) => {
      fragments.push(...fragmentsOf(href, quotedFrom));
      return href;
    },
  };
  toSafe(html, { ...toPolicy(collect), exclusiveFilter: () => false });
  const linked = new Set(fragments);
  const targets = [...found].filter((id) => linked.has(id));
  return new Map(targets.map((id, index) => [id, `${ids}${index + 1}`]));
}

/** The ids that a link within its text may lead to, in the order in which browsers look for them. */
function fragmentsOf(href: string, page: string | undefined): string[] {
  const fragment = href.trim().startsWith("#") ? href.trim().slice(1) : fragmentOn(page, href);
  if (fragment === undefined || fragment === "") return [];
  return [fragment, decodePercent(fragment) ?? fragment];
}

/** A copied text often leads to its own parts by the whole address of its page. */
function fragmentOn(page: string | undefined, href: string): string | undefined {
  const url = page === undefined ? null : URL.parse(href, page);
  if (!url || url.hash === "") return undefined;
  return url.href.slice(0, -url.hash.length) === page?.replace(/#.*$/, "") ? url.hash.slice(1) : undefined;
}

function toHrefOf(
  { toAddress = readableHref, quotedFrom }: TextPlace,
  targets: ReadonlyMap<string, string>,
): Rewriting["toHref"] {
  return (href) => {
    const [target] = fragmentsOf(href, quotedFrom).flatMap((id) => targets.get(id) ?? []);
    if (target !== undefined) return `#${target}`;
    // In a text of ours it leads nowhere.
    if (quotedFrom === undefined && href.trim().startsWith("#")) return undefined;
    return quotedFrom === undefined ? toAddress(href) : URL.parse(href, quotedFrom)?.href;
  };
}

const BLOCK_TAG = new RegExp(`(</?(?:${BLOCKS.filter((name) => !/^[bh]r$/.test(name)).join("|")})\\b[^>]*>)`);

/** Parts of a list or a table, which are read and lined up as it is. */
const PART_TAG = /^<(?:li|d[td]|t(?:head|body|foot|[rhd])|caption)\b/;

/** Adds a direction to each block whose letters all run against the text `around` it. */
export function markDirections(html: SafeHtml, around: Direction): SafeHtml {
  if (!hasRightToLeft(html)) return html;
  const pieces = html.split(BLOCK_TAG);
  const open: Direction[] = [around];
  // Every other piece is a tag.
  for (let index = 1; index < pieces.length; index += 2) {
    const tag = pieces[index] ?? "";
    const outer = open.at(-1) ?? around;
    if (tag.startsWith("</")) open.pop();
    else if (PART_TAG.test(tag) || / dir="/.test(tag)) open.push(outer);
    else {
      const own = directionOfLetters(htmlToText(contentFrom(pieces, index))) ?? outer;
      if (own !== outer) pieces[index] = tag.replace(/^<\w+/, `$& dir="${own}"`);
      open.push(own);
    }
  }
  return pieces.join("") as SafeHtml;
}

/** What stands between a tag and the one that closes it. */
function contentFrom(pieces: readonly string[], start: number): string {
  let depth = 1;
  let end = start;
  while (depth > 0 && end + 2 < pieces.length) {
    end += 2;
    depth += pieces[end]?.startsWith("</") ? -1 : 1;
  }
  return pieces.slice(start + 1, end).join("");
}

/**
 * Puts each heading at most one level below its parent. A source that begins at h4, or goes from h2 to h5, has reasons
 * that apply only to its own page.
 */
function withoutSkips(html: SafeHtml, top: number): SafeHtml {
  const outline: number[] = [];
  const open: number[] = [];
  return html.replace(/(<\/?h)([3-6])(?=[ >])/g, (_, start: string, digit: string) => {
    if (start === "</h") return `${start}${open.pop()}`;
    const level = Number(digit);
    while ((outline.at(-1) ?? 0) >= level) outline.pop();
    outline.push(level);
    open.push(top - 1 + outline.length);
    return `${start}${open.at(-1)}`;
  }) as SafeHtml;
}

/** White space just inside a link would be underlined: `of<a> new rules</a>` becomes `of <a>new rules</a>`. */
function outsideLinks(html: SafeHtml): string {
  return html.replace(/(<a\b[^>]*>)(\s+)/g, "$2$1").replace(/(?<!\s)(\s+)(<\/a>)/g, "$2$1");
}

function toSafe(html: string, policy: sanitizeHtml.IOptions): SafeHtml {
  let isWhole = true;
  const onOpenTag = (name: string) => {
    isWhole &&= ALLOWED.has(name) || LEVELS.has(name);
  };
  const safe = sanitizeHtml(html, { ...policy, onOpenTag });
  // A tag taken out can leave one paragraph in another, which is no HTML until it is read and written again.
  return (isWhole ? safe : sanitizeHtml(safe, POLICY)) as SafeHtml;
}
