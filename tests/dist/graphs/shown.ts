/** What a page shows to a reader: its words, its links, its dates, its breadcrumbs. */
import { Parser } from "htmlparser2";
import { type BuiltPage, elementsOf, metaOf } from "../../../src/built-site/built-site.ts";
import { squeeze } from "../../../src/lib/text.ts";

export interface Shown {
  /** The words of the body, and of title and description in the head. */
  readonly text: string;
  /** Absolute addresses that the page leads to, or shows a picture of. */
  readonly addresses: ReadonlySet<string>;
  /** Values of `datetime`. */
  readonly dates: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly breadcrumbs: readonly Crumb[];
}

export interface Crumb {
  readonly label: string;
  /** As written; undefined for the page itself. */
  readonly href: string | undefined;
}

const UNSEEN = new Set(["script", "style", "template", "noscript", "head"]);
const INLINE = new Set(
  "a abbr b bdi bdo cite code del em i ins kbd mark q s small span strong sub sup time u wbr".split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Relations that a browser shows: the address of the page, and the icons beside its name. */
const SHOWN_LINKS = ["canonical", "icon", "apple-touch-icon"];

export function readShown(page: BuiltPage): Shown {
  const { words, breadcrumbs } = readBody(page.html);
  const base = elementsOf(page, "link").find(({ attributes }) => attributes["rel"] === "canonical")?.attributes["href"];
  const title = elementsOf(page, "title")[0]?.text ?? "";
  const addresses = page.elements.flatMap(({ name, attributes }) => {
    if (name === "meta") return attributes["property"] === "og:image" ? [attributes["content"] ?? ""] : [];
    if (name === "link" && !SHOWN_LINKS.includes(attributes["rel"] ?? "")) return [];
    return [attributes["href"] ?? "", attributes["src"] ?? ""];
  });
  return {
    text: comparable([title, metaOf(page, "description") ?? "", words].join(" | ")),
    addresses: new Set(
      addresses.filter((written) => written !== "").flatMap((written) => URL.parse(written, base)?.href ?? []),
    ),
    dates: new Set(page.elements.flatMap(({ attributes }) => attributes["datetime"] ?? [])),
    languages: new Set(page.elements.flatMap(({ attributes }) => attributes["lang"] ?? [])),
    breadcrumbs,
  };
}

/** A text as texts are compared: white space counts once. */
export function comparable(text: string): string {
  return squeeze(text.normalize("NFC"));
}

/** Words and breadcrumbs in one pass. What is hidden is left out; what a reader can unfold is not. */
function readBody(html: string): { words: string; breadcrumbs: Crumb[] } {
  const words: string[] = [];
  const breadcrumbs: Crumb[] = [];
  const open: {
    isUnseen: boolean;
    isTrail: boolean;
    crumb: { label: string; href: string | undefined } | undefined;
  }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const parent = open.at(-1);
      if (!INLINE.has(name)) words.push(" ");
      const isTrail =
        parent?.isTrail === true ||
        (name === "nav" && attributes["class"]?.split(" ").includes("breadcrumbs") === true);
      const isCrumb = isTrail && (name === "a" || attributes["aria-current"] === "page");
      const crumb = isCrumb ? { label: "", href: attributes["href"] } : parent?.crumb;
      if (isCrumb && crumb) breadcrumbs.push(crumb);
      const isUnseen = parent?.isUnseen === true || UNSEEN.has(name) || attributes["hidden"] !== undefined;
      if (!VOID.has(name)) open.push({ isUnseen, isTrail, crumb });
    },
    ontext(text) {
      const parent = open.at(-1);
      if (parent?.isUnseen) return;
      words.push(text);
      if (parent?.crumb) parent.crumb.label += text;
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      open.pop();
      if (!INLINE.has(name)) words.push(" ");
    },
  });
  parser.end(html);
  return { words: words.join(""), breadcrumbs };
}
