/** Converts titles, names and addresses as pages state them to how the catalog writes them, or to nothing. */
import { parse } from "tldts";
import { cleanUrl, hostOf, parseWebUrl } from "../../lib/clean-url.ts";
import { fold } from "../../lib/fold.ts";
import { originalOf } from "../../lib/story-address.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";
import { decodeEntities, toSafeLine } from "./untrusted-text.ts";

/** The longest title in the catalog has 467 characters: names of regulations are long. */
const TITLE_LIMIT = 600;
const NAME_LIMIT = 80;
const DESCRIPTION_LIMIT = 1000;
const MAX_URL = 2000;

/** What separates the headline from the name of the site. A hyphen or dash counts only between spaces, and `«` where it quotes nothing. */
const SEPARATOR = /\s+(?:[|–—·•»›:-]+|«+(?![^«»]*»)|‹+(?![^‹›]*›))\s+|\s*\|\s*/gu;

/** What sites call their first page and the pages that list others. */
const SECTION =
  /^(?:home|home ?page|startseite|accueil|inicio|blogs?|news|newsroom|press|presse|press ?releases?|pressemitteilung(?:en)?|press(?:e)?room|aktuelles|nachrichten|meldung(?:en)?|actualites|noticias|articles?|artikel|insights|resources|untitled)$/;

/**
 * A headline without the name of the site before or behind it. `names` are
 * what the site is called; a tail that is none of them belongs to the headline.
 */
export function toTitle(text: string, names: readonly string[]): string | undefined {
  const line = toSafeLine(decodeEntities(text), TITLE_LIMIT);
  if (line === undefined) return undefined;
  const keys = new Set(names.map(compact).filter((key) => key.length > 1));
  let title = line;
  for (let isShorter = true; isShorter; ) {
    const next = withoutSiteName(title, keys);
    isShorter = next.length < title.length;
    title = next;
  }
  return title;
}

function withoutSiteName(title: string, names: ReadonlySet<string>): string {
  const marks = [...title.matchAll(SEPARATOR)];
  for (const { index, 0: mark } of marks.toReversed()) {
    const head = title.slice(0, index).trim();
    if (isWords(head) && isSiteName(title.slice(index + mark.length), names)) return head;
  }
  for (const { index, 0: mark } of marks) {
    const tail = title.slice(index + mark.length).trim();
    if (isWords(tail) && isSiteName(title.slice(0, index), names)) return tail;
  }
  return title;
}

/** True for a name among `names`, in compact form, and for that name with what sites add to it: `Acme Blog`. */
export function isSiteName(text: string, names: ReadonlySet<string>): boolean {
  return (
    names.has(compact(text)) || names.has(compact(text.replace(/\s(?:blog|news|magazine|online|website)\s*$/i, "")))
  );
}

/** True for a title that names the site or a part of it, and no story: `Acme`, `Blog`, `Presse - Acme`. */
export function isNoHeadline(title: string, names: readonly string[]): boolean {
  const sites = new Set(names.map(compact));
  const [first = "", ...others] = title.split(SEPARATOR);
  const isPart = (part: string) => SECTION.test(fold(part)) || isSiteName(part, sites);
  // Of two parts, the last may be a name of the site that no metadata has.
  return isPart(first) && others.slice(0, -1).every(isPart);
}

const isWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Names are compared by their letters: `Tech Crunch`, `TechCrunch` and `techcrunch`. An opening `The` is no difference. */
export function compact(name: string): string {
  return fold(name).replace(/^the /, "").replaceAll(" ", "");
}

/** What a site may call itself by its host: `news.example.co.uk` gives `example`, `example.co.uk` and the whole host. */
export function hostNames(url: string): readonly string[] {
  const host = hostOf(url);
  const { domain, domainWithoutSuffix } = parse(host);
  return [...new Set([host, domain ?? "", domainWithoutSuffix ?? ""])].filter((name) => name !== "");
}

/** What follows the name of today: `X (formerly Twitter)`. */
const FORMER_NAME = /(?<=\S)(?: \((?:formerly|previously)\b[^()]*\))+$/i;

/** The label of a host that somebody chose: `example` of `www.news.example.co.uk`. */
export function mainLabel(url: string): string {
  const host = hostOf(url);
  return parse(host).domainWithoutSuffix || host;
}

export function toDescription(text: string): string | undefined {
  return toSafeLine(decodeEntities(text), DESCRIPTION_LIMIT);
}

export function toPublisher(text: string): string | undefined {
  const line = toSafeLine(decodeEntities(text), 200)?.replace(FORMER_NAME, "");
  if (line === undefined || line.length > NAME_LIMIT || parseWebUrl(line) || /^[@#]/.test(line)) return undefined;
  return line;
}

/**
 * `text` as a web address, resolved against `base` and without tracking parameters; of an archived copy, the address of
 * the original. Undefined for anything else.
 */
export function toAddress(text: string, base: string): string | undefined {
  const url = resolveUrl(text, base);
  return url && cleanUrl(originalOf(url.href) ?? url.href, getVocabulary().trackingParameters);
}

function resolveUrl(text: string, base: string): URL | undefined {
  const clean = decodeEntities(text).trim();
  if (clean === "" || clean.length > MAX_URL) return undefined;
  const url = parseWebUrl(URL.parse(clean, base)?.href ?? "");
  return url && url.href.length <= MAX_URL ? url : undefined;
}

/** True when two hosts belong to one owner, as far as the public suffix list tells. */
export function isSameSite(a: string, b: string): boolean {
  const domain = (url: string) => parse(hostOf(url)).domain || hostOf(url);
  return domain(a) === domain(b);
}

/** The address of a picture that may be shown: no data URL, vector drawing, icon, video or sound. */
export function toImageAddress(text: string, base: string): string | undefined {
  const url = resolveUrl(text, base);
  if (!url || url.pathname === "/" || /\.(?:svgz?|ico|mp[34]|webm|ogg)$/iu.test(url.pathname)) return undefined;
  // Parameters of a picture choose its size: nothing is taken off.
  return url.href;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** The code of a language without its region: `en` of `en_GB` or `eng`. */
export function toLanguage(text: string): string | undefined {
  const [tag] = /^[a-z]{2,3}(?=$|[-_])/i.exec(text.trim()) ?? [];
  const [code = "und"] = tag === undefined ? [] : Intl.getCanonicalLocales(tag);
  return code === "und" || code === "zxx" || languageNames.of(code) === undefined ? undefined : code;
}
