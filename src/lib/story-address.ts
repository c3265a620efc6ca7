/** What an address says about itself: whether one story can have it, and whether it is that of a copy. */
import { hostOf, parseWebUrl, urlKey } from "./clean-url.ts";

const ARCHIVE =
  /(?:^|\.)(?:archive\.(?:org|ph|today|is|li|vn|fo|md)|archive-it\.org|arquivo\.pt|webarchive\.[a-z.]+|webcitation\.org|yandexwebcache\.net)$/;
const GOOGLE_CACHE = "webcache.googleusercontent.com";

/** True where a host shows copies of pages of others. */
export function isArchive(url: string): boolean {
  const host = hostOf(url);
  return host === GOOGLE_CACHE || ARCHIVE.test(host);
}

/** The address of the page that `url` is a copy of, where it holds one; undefined for a page of its own. */
export function originalOf(url: string): string | undefined {
  const parsed = parseWebUrl(url);
  const original = parsed && (inQuery(parsed) ?? inPath(parsed) ?? ofAmp(parsed));
  const found = original ? parseWebUrl(/^https?:/i.test(original) ? original : `https://${original}`) : undefined;
  // A copy of a copy; each step shortens the address.
  return found?.hostname.includes(".") ? (originalOf(found.href) ?? found.href) : undefined;
}

/** `?q=cache:AbCdEfGhIjKl:https://news.example/story+words` */
function inQuery({ hostname, searchParams }: URL): string | undefined {
  if (hostname !== GOOGLE_CACHE) return undefined;
  return /^cache:(?:[\w-]{6,20}:(?!\/\/))?(\S+)/.exec(searchParams.get("q") ?? "")?.[1];
}

/** `/web/20240517101010if_/https://news.example/story`, `/2024.05.17-101010/https://…`, `/newest/https://…` */
function inPath(url: URL): string | undefined {
  const rest = `${url.pathname}${url.search}${url.hash}`.replace(/(?<=\/)https?%3A(?:%2F|\/)/i, (part) =>
    decodeURIComponent(part),
  );
  const pattern = ARCHIVE.test(url.hostname)
    ? /^\/[^?#]{0,80}?(https?:\/.+)$/i
    : /^\/(?:[^?#]{0,40}\/)?(?:\d{14}(?:[a-z]{2}_)?|\d{4}\.\d{2}\.\d{2}-\d{6})\/(https?:\/.+)$/i;
  const withScheme = pattern.exec(rest)?.[1];
  // Some software makes one slash of two.
  if (withScheme !== undefined) return withScheme.replace(/^(https?):\/+/i, "$1://");
  if (!ARCHIVE.test(url.hostname)) return undefined;
  return /^\/web\/[\d*]+(?:[a-z]{2}_)?\/([\w-]+\.[^/]+\/.*)$/i.exec(rest)?.[1];
}

/** `google.com/amp/s/news.example/story`, `news-example.cdn.ampproject.org/c/s/news.example/story` */
function ofAmp({ hostname, pathname, search }: URL): string | undefined {
  const isAmp = /(?:^|\.)google\.[a-z.]+$/.test(hostname) || hostname.endsWith(".cdn.ampproject.org");
  const path = isAmp ? /^\/(?:amp|c|v)\/(?:s\/)?([^/]+\.[^/]+\/.+)$/.exec(pathname)?.[1] : undefined;
  return path && `${path}${search}`;
}

/** True for an address that a template left unfilled, or of somebody's own machine. */
export function isPlaceholder(address: string): boolean {
  const url = parseWebUrl(address);
  if (!url?.hostname.includes(".") || /\.(?:local|localhost|invalid)$/.test(url.hostname)) return true;
  return /[{}]|%7[bd]|\$%7b|<%|%3c%|\/\[\w+\](?:[/?]|$)|\[\[|%5b%5b|\/%[\w-]+%(?:[/?]|$)|\[object|(?:[/=]|^)(?:undefined|null|nan|\(null\))(?:[/?&#]|$)/i.test(
    `${url.hostname}${url.pathname}${url.search}`,
  );
}

/** True for the first page of a site, or of a site in one language. */
export function isFrontPage(address: string): boolean {
  const url = parseWebUrl(address);
  if (url?.search !== "" || /^#[/!]/.test(url.hash)) return false;
  return /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.[a-z]{3,5})?\/?)?$/i.test(url.pathname);
}

/** False where `stated`, which the page at `url` gives as its own address, is that of its site, of a section, or of nothing. */
export function canBeAddressOf(url: string, stated: string): boolean {
  if (urlKey(stated) === urlKey(url)) return true;
  return !(isFrontPage(stated) || isPlaceholder(stated) || isSection(stated, url) || lacksQuery(stated, url));
}

/** What may follow the path of a story that is shown in another way: `/story/amp`, `/story/2`. */
const VIEW = /^(?:amp|print|index\.\w+|\d{1,3}|page|comments?|feed|embed|full|mobile|m|all|share)$/i;

/** True for the path above a story, and for a short one beside it: `/news/` for `/news/2024/fhir-grows-again`. */
function isSection(stated: string, url: string): boolean {
  const [own, other] = [segmentsOf(url), segmentsOf(stated)];
  if (looksLikeStory(other.at(-1) ?? "") || new URL(stated).search !== "") return false;
  const isAbove = own.length > other.length && other.every((segment, index) => segment === own[index]);
  if (isAbove) return !own.slice(other.length).every((segment) => VIEW.test(segment));
  const isOfList = other.some((segment) => LIST.test(segment)) && !NUMBER_IN_ARCHIVE.test(other.slice(-2).join("/"));
  if (isOfList && !own.some((segment) => LIST.test(segment))) return true;
  const isStory = own.some((segment) => looksLikeStory(segment) || /\p{L}-\p{L}|^(?:19|20)\d\d$/u.test(segment));
  return isStory && hostOf(stated) === hostOf(url) && (other.length < own.length || other.length === 1);
}

const segmentsOf = (address: string) => new URL(address).pathname.split("/").filter((segment) => segment !== "");

/** What lists of stories have in their path. */
const LIST = /^(?:category|categories|tags?|topics?|authors?|search|archives?)$/i;

/** `archives/123` is a story in some blogs; `archives/2024` is a list. */
const NUMBER_IN_ARCHIVE = /^archives?\/(?!(?:19|20)\d\d$)\d+$/i;

/** The part of a path that stories have: several words, a number, a file. */
function looksLikeStory(segment: string): boolean {
  if (/^\d{1,4}$|^(?:19|20)\d{6}$/.test(segment)) return false;
  return /\d{4,}|[-_][^-_]+[-_]|%|\.[a-z]{3,5}$/i.test(segment) || segment.length > 30;
}

/** Parameters that choose a story. */
const CHOOSES =
  /^(?:p|v|id|nid|sid|aid|guid|uuid|(?:page|article|story|news|post|item|doc|content|entry|press|release)_?(?:id|no)?)$/i;

/** True where the story is in the query, which `stated` lacks: `/article.php?id=5`. */
function lacksQuery(stated: string, url: string): boolean {
  const [own, other] = [new URL(url), new URL(stated)];
  return (
    own.pathname === other.pathname &&
    other.search === "" &&
    [...own.searchParams.keys()].some((name) => CHOOSES.test(name))
  );
}
