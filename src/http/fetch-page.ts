/** An HTML page as text, from the web or from a file that a browser saved, within the same limits. */
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { Parser } from "htmlparser2";
import { parseWebUrl } from "../lib/clean-url.ts";
import { canBeAddressOf, isFrontPage, isPlaceholder } from "../lib/story-address.ts";
import { codeOf } from "../lib/user-error.ts";
import { decodeHtml } from "./decode-html.ts";
import { FetchError, quoteText } from "./fetch-error.ts";
import { readMhtml } from "./read-mhtml.ts";
import { type FetchOptions, safeFetch } from "./safe-fetch.ts";

/** Large, since programs that save pages put pictures and styles into them. */
const MAX_PAGE_BYTES = 20_000_000;
const TIMEOUT_MS = 10_000;
const HTML_TYPES = ["text/html", "application/xhtml+xml"];
const HTML_ENDINGS = [".html", ".htm", ".xhtml"];
const MHTML_ENDINGS = [".mhtml", ".mht"];

export interface FetchedPage {
  /** The address after redirects; of a saved page the one that it states, undefined when it states none. */
  readonly url: string | undefined;
  readonly html: string;
}

/** Fetches a page; throws a `FetchError`. */
export async function fetchPage(
  url: string,
  options: Pick<FetchOptions, "allowsLoopback"> = {},
): Promise<FetchedPage & { readonly url: string }> {
  const fetched = await safeFetch(url, {
    maxBytes: MAX_PAGE_BYTES,
    timeoutMs: TIMEOUT_MS,
    ...options,
    accept: HTML_TYPES,
  });
  return { url: fetched.url, html: decodeHtml(fetched.body, fetched.headers["content-type"]) };
}

/** Reads a page that was saved as .html or .mhtml; throws a `FetchError`. */
export async function readSavedPage(path: string, maxBytes = MAX_PAGE_BYTES): Promise<FetchedPage> {
  const ending = extname(path).toLowerCase();
  if (MHTML_ENDINGS.includes(ending)) {
    const page = readMhtml(await readAtMost(path, maxBytes));
    if (!page) throw new FetchError("no-page", `There is no page in the file ${quoteText(path)}.`);
    const html = decodeHtml(page.body, page.contentType);
    const own = page.location === undefined ? undefined : parseWebUrl(page.location);
    return { url: own?.href ?? findOwnUrl(html), html };
  }
  if (!HTML_ENDINGS.includes(ending)) {
    throw new FetchError(
      "no-page",
      `The file ${quoteText(path)} does not end in ${[...HTML_ENDINGS, ...MHTML_ENDINGS].join(", ")}.`,
    );
  }
  const html = decodeHtml(await readAtMost(path, maxBytes));
  return { url: findOwnUrl(html), html };
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 100_000) / 10} MB`;

async function readAtMost(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Before it is opened: opening a pipe waits for someone who writes to it.
    const stats = await stat(path);
    if (!stats.isFile()) throw new FetchError("no-file", `${quoteText(path)} is not a file.`);
    if (stats.size > maxBytes)
      throw new FetchError(
        "file-too-large",
        `The file ${quoteText(path)} has ${inMegabytes(stats.size)}; saved pages of up to ${inMegabytes(maxBytes)} are read.`,
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    const code = codeOf(error);
    throw new FetchError("no-file", `The file ${quoteText(path)} cannot be read${code ? ` (${code})` : ""}.`);
  }
}

/** What browsers and savers write: `saved from url=(0042)https://…`; `Page saved with SingleFile url: https://…`. */
const SAVED_FROM = /\bsaved from url=\(\d+\)(\S+)|\bsaved with SingleFile\b[\s\S]{0,300}?\burl:\s*(\S+)/;
/** Savers write it before the page or at its beginning; further down it may be anybody's. */
const SAVED_FROM_LIMIT = 10_000;

/** The address of a saved page: the one that it was saved from, else the one that it states where a story can have it. */
export function findOwnUrl(html: string): string | undefined {
  const stated: string[] = [];
  let savedFrom: string | undefined;
  let base: string | undefined;
  const parser = new Parser({
    onopentag(name, { rel = "", href, property = "", content }) {
      const words = name === "link" ? rel : name === "meta" ? property : "";
      const isOwn = /(?:^|\s)(?:canonical|og:url)(?:\s|$)/i.test(words);
      const address = name === "link" ? href : content;
      if (isOwn && address !== undefined) stated.push(address);
      if (name === "base") base ??= href;
    },
    oncomment(comment) {
      if (savedFrom !== undefined || parser.startIndex > SAVED_FROM_LIMIT) return;
      const found = SAVED_FROM.exec(comment.slice(0, SAVED_FROM_LIMIT));
      savedFrom = found?.[1] ?? found?.[2];
    },
  });
  parser.end(html);
  const origin = savedFrom === undefined ? undefined : parseWebUrl(savedFrom);
  if (origin && !isPlaceholder(origin.href)) return origin.href;
  const addresses = stated
    .slice(0, MAX_STATED)
    .flatMap((address) => parseWebUrl(URL.parse(address, base)?.href ?? "")?.href ?? [])
    .filter((address) => !isFrontPage(address) && !isPlaceholder(address));
  return addresses.find((address) => addresses.every((other) => canBeAddressOf(other, address)));
}

/** Honest pages have one of each kind. */
const MAX_STATED = 10;
