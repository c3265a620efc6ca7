import sanitizeHtml from "sanitize-html";
import { markdownToHtml } from "satteri";

/** In a file of its own, since the check needs the words alone and waits for every module that it loads. */
export { htmlToText } from "./html-to-text.ts";

/** HTML that went through `sanitize` and may stand in a page as it is. */
export type SafeHtml = string & { readonly safe: unique symbol };

const BLOCKS =
  "p br hr h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption div".split(
    " ",
  );
const INLINE = "a em strong b i u s del ins sub sup abbr cite q small mark time span".split(" ");

const POLICY: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCKS, ...INLINE],
  allowedAttributes: {
    a: ["href", "title", "hreflang"],
    abbr: ["title"],
    time: ["datetime"],
    ol: ["start", "reversed"],
    th: ["colspan", "rowspan", "scope"],
    td: ["colspan", "rowspan"],
    "*": ["lang", "dir"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: { h1: "h3", h2: "h3", a: keepAddress },
};

const KNOWN_TAGS: ReadonlySet<string> = new Set([
  ...(POLICY.allowedTags || []),
  ...Object.keys(POLICY.transformTags ?? {}),
]);

/** The page has its own h1 and h2s: the headings of a body start below them, one level apart as before. */
const BODY_POLICY: sanitizeHtml.IOptions = {
  ...POLICY,
  transformTags: { ...POLICY.transformTags, h3: "h4", h4: "h5" },
};

/** An address that no browser can read leads nowhere, and the text alone says more. */
function keepAddress(tagName: string, { href, ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const isAddress = href !== undefined && URL.canParse(href, "https://a.example/");
  return { tagName, attribs: isAddress ? { ...attribs, href } : attribs };
}

/**
 * The one sanitiser, for text that is HTML already; Markdown goes through
 * `renderMarkdown`, which ends in it. Scripts, styles, forms, frames, images,
 * event handlers and every scheme but http, https and mailto are gone
 * afterwards, and what is safe stays as it is.
 */
export function sanitize(html: string): SafeHtml {
  return toSafe(html, POLICY);
}

/**
 * Markdown, or HTML in a Markdown file, to safe HTML. Quotes are left as they
 * were written. With `base`, the address of the source that the text is quoted
 * from, its relative links lead there and not into this site.
 */
export function renderMarkdown(source: string, base?: string): SafeHtml {
  const { html } = markdownToHtml(source, { features: { smartPunctuation: false, frontmatter: false } });
  const policy = base === undefined ? BODY_POLICY : withBase(base);
  return outsideLinks(toSafe(html, policy)).trim() as SafeHtml;
}

function withBase(base: string): sanitizeHtml.IOptions {
  const resolve: sanitizeHtml.Transformer = (tagName, { href, ...attribs }) => {
    const url = href === undefined ? null : URL.parse(href, base);
    return { tagName, attribs: url ? { ...attribs, href: url.href } : attribs };
  };
  return { ...BODY_POLICY, transformTags: { ...BODY_POLICY.transformTags, a: resolve } };
}

/** White space just inside a link would be underlined: `of<a> new rules</a>` becomes `of <a>new rules</a>`. */
function outsideLinks(html: SafeHtml): string {
  return html.replace(/(<a\b[^>]*>)(\s+)/g, "$2$1").replace(/(?<!\s)(\s+)(<\/a>)/g, "$2$1");
}

function toSafe(html: string, policy: sanitizeHtml.IOptions): SafeHtml {
  let isWhole = true;
  const onOpenTag = (name: string) => {
    isWhole &&= KNOWN_TAGS.has(name);
  };
  const safe = sanitizeHtml(html, { ...policy, onOpenTag });
  // A tag taken out can leave one paragraph in another, which is no HTML until it is read and written again.
  return (isWhole ? safe : sanitizeHtml(safe, POLICY)) as SafeHtml;
}

/** Escapes text for an HTML or XML document, attribute values included. Characters that XML forbids are dropped. */
export function escapeMarkup(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
      .replace(/'/g, "&#39;")
  );
}
