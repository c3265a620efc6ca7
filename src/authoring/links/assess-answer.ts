/** Whether an answer is the page that was asked for: with status 200 come home pages, forms and the words "not found" too. */
import { formatUrl } from "../../http/fetch-error.ts";
import { parseWebUrl, urlKey } from "../../lib/clean-url.ts";
import { fold } from "../../lib/fold.ts";
import type { LinkResult } from "../../schemas/link-facts.ts";
import { isSameSite } from "../curate/clean-fields.ts";
import { NOT_FOUND, NOT_FOUND_ELSEWHERE } from "./not-found-phrases.ts";
import { type Page, readPage } from "./read-headlines.ts";

export interface Answer {
  /** After redirects. */
  readonly url: string;
  /** The beginning of the page; empty when it is none, such as a PDF. */
  readonly html: string;
}

export interface Assessment {
  readonly result: LinkResult;
  /** Why it is not alive. In our words only: the page's own would get into files and pull requests. */
  readonly why?: string;
}

const ALIVE: Assessment = { result: "alive" };

/**
 * `doubtful` where readers hardly get the page, `unclear` where they may by signing in, agreeing or using a browser.
 */
export function assessAnswer(asked: string, { url, html }: Answer): Assessment {
  const from = parseWebUrl(asked);
  const page = readPage(html);
  const to = parseWebUrl((page.refresh !== undefined && URL.parse(page.refresh, url)?.href) || url);
  if (!from || !to) return ALIVE;
  return (
    (urlKey(from.href) === urlKey(to.href) ? undefined : assessRedirect(from, to)) ?? assessWords(from, page) ?? ALIVE
  );
}

/** Language and country, then a usual name of the first page. */
const HOME =
  /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?(?:\/|$)){0,2}(?:(?:index|home|default|main|welcome|start)(?:\.[a-z]{2,5})?\/?)?$/i;
/** A query chooses a page, unless it only says why the home page is shown. */
const NO_PAGE = /^$|404|error|not.?found|redirect|[?&](?:lang|locale|hl|country|from|ref|src|source|utm_\w+)=/i;
/** The fragment chooses the page in single-page applications. */
const ROUTING = /^#[/!]/;
const SIGN_IN =
  /^(?:(?:wp-)?log[-_]?in|sign[-_]?in|sign[-_]?on|sign[-_]?up|sso|saml2?|oauth2?|authorize|authenticate|authwall|auth|idp|register|subscribe|paywall)$/i;
const CONSENT =
  /^(?:consent|collectconsent|cookie-?(?:consent|wall|policy)|privacy-?(?:gate|consent|wall)|gdpr(?:-?consent)?|age-?gate)$/i;
const CHALLENGE = /^(?:captcha|challenge|blocked|access-?denied|bot-?check|validate-?captcha)$/i;
const SIGN_IN_HOST = /^(?:login|signin|accounts?|auth|sso|idp|id)\./i;
const CONSENT_HOST = /^(?:consent|guce|cookies?)\./i;
const NO_SUCH_PAGE =
  /^(?:404|410|(?:error-?)?404|error-?page|404-?(?:error|page|not-?found)|error|(?:page-?)?not-?found|gone)$/i;
/** What can be removed from the end of an address that still leads to the same page. */
const SAME_PAGE = /^(?:(?:index|default|home|overview)(?:\.\w+)?|amp|print|feed|html)?\/?$/i;
/** Addresses with a number are often written with a title behind it. */
const NUMBERED = /\d{5,}[^/]*$/;

function assessRedirect(from: URL, to: URL): Assessment | undefined {
  const segments = segmentsOf(to).filter((segment) => !segmentsOf(from).includes(segment));
  const isPart = (pattern: RegExp) => segments.some((segment) => pattern.test(segment));
  const last = segmentsOf(to).findLast((segment) => !/^(?:index|default)?$/i.test(segment)) ?? "";
  const isHost = (pattern: RegExp) => to.hostname !== from.hostname && pattern.test(to.hostname);
  const address = formatUrl(to);
  // Further up such a word is a subject: `/federal/register/rules`.
  if ((segments.includes(last) && SIGN_IN.test(last)) || isHost(SIGN_IN_HOST))
    return { result: "unclear", why: `redirects to a sign-in page, ${address}` };
  if (isPart(CONSENT) || isHost(CONSENT_HOST))
    return { result: "unclear", why: `redirects to a page that asks for consent, ${address}` };
  if (isPart(CHALLENGE)) return { result: "unclear", why: `redirects to a check for robots, ${address}` };
  if (isPart(NO_SUCH_PAGE)) return { result: "doubtful", why: `redirects to an error page, ${address}` };
  const isSameOwner = isSameSite(from.href, to.href);
  if (isHome(to) && !isHome(from)) return { result: "doubtful", why: `redirects to the home page ${address}` };
  if (isHome(to) && !isSameOwner) return { result: "doubtful", why: `redirects to another site, ${address}` };
  if (isSameOwner && isAbove(to, from))
    return { result: "doubtful", why: `redirects to the page above it, ${address}` };
  return undefined;
}

/** The segments of the path without file endings: `login` for `login.php`. */
function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname.split("/").map((segment) => segment.replace(/\.\w{2,5}$/, ""));
}

function isHome({ pathname, search, hash }: URL): boolean {
  return HOME.test(pathname) && NO_PAGE.test(search) && !ROUTING.test(hash);
}

function isAbove(to: URL, from: URL): boolean {
  const folder = to.pathname.replace(/\/*$/, "/");
  const rest = from.pathname.startsWith(folder) ? from.pathname.slice(folder.length) : "";
  return (
    to.search === "" &&
    !ROUTING.test(to.hash) &&
    !SAME_PAGE.test(rest) &&
    !NUMBERED.test(to.pathname.replace(/\/+$/, ""))
  );
}

/** Titles of pages that are shown before the page, and of server errors. */
const WALL =
  /^(?:just a moment|attention required|access (?:to this page )?(?:has been )?denied|forbidden|403 forbidden|are you (?:a )?(?:robot|human)|you are (?:a )?robot|pardon our interruption|verify(?:ing)? (?:that )?you are (?:a )?human|human verification|checking your browser|please wait|one moment please|(?:security|robot|bot) (?:check|verification|challenge)|ddos guard|request (?:blocked|unsuccessful|rejected)|blocked|captcha|(?:503 )?service (?:temporarily )?unavailable|(?:500 )?internal server error|(?:502 )?bad gateway|(?:504 )?gateway time ?out|(?:site |website )?(?:is )?(?:under|down for) maintenance|maintenance(?: mode)?)\b/;

function assessWords(asked: URL, { headlines }: Page): Assessment | undefined {
  // Pages about these errors name them in their addresses.
  if (/404|410|not-?found/i.test(asked.pathname)) return undefined;
  const parts = headlines.flatMap((headline) => [
    headline,
    ...headline.split(/\s+[|–—·•»:-]+\s+|\s*\|\s*|:\s|[.!?…]+\s/u),
  ]);
  const folded = new Set(parts.map(fold));
  const isSaid = (test: (part: string) => boolean) => [...folded].some(test);
  if (isSaid((part) => NOT_FOUND.some((pattern) => pattern.test(part)))) return NOT_THERE;
  if (isSaid((part) => NOT_FOUND_ELSEWHERE.some((phrase) => ` ${part} `.includes(` ${phrase} `)))) return NOT_THERE;
  return isSaid((part) => WALL.test(part) && part.split(" ").length <= 8)
    ? { result: "unclear", why: "shows a check for robots or an error instead of the page" }
    : undefined;
}

const NOT_THERE: Assessment = { result: "doubtful", why: "says that the page was not found" };
