/** The error of fetching: a reason for programs, and a message for people that holds no secret. */
import { printableLine } from "../lib/printable.ts";
import { UserError } from "../lib/user-error.ts";

export type FetchReason =
  /** Not an http or https address that may be requested. */
  | "bad-url"
  /** The host, the port or an address behind the name is not public. */
  | "not-public"
  | "insecure-redirect"
  /** A redirect to another origin, where the caller wants none. */
  | "other-origin"
  /** A redirect without an address that can be read. */
  | "bad-redirect"
  | "too-many-redirects"
  /** Another status than 200 or 203; see `status` and `retryAfter`. */
  | "status"
  | "wrong-type"
  | "too-large"
  | "too-slow"
  /** The compression is unknown or broken. */
  | "bad-encoding"
  /** No connection, or none that lasted until a response began. */
  | "unreachable"
  | "bad-certificate"
  /** Not HTTP. */
  | "bad-answer"
  /** The connection ended in the middle of the response. */
  | "cut-off"
  | "cancelled"
  /** A saved page that is no file or cannot be read. */
  | "no-file"
  /** A file that is no saved page. */
  | "no-page"
  | "file-too-large";

/** Failures without a response that may be temporary; the same request may succeed later. */
export const transientReasons: readonly FetchReason[] = ["unreachable", "too-slow", "cut-off", "bad-answer"];

const BY_HAND = "Open it in a browser, save the page as .html and give the file instead.";

/** What the person can do, by reason; it ends every message. */
const ADVICE: Readonly<Record<FetchReason, string>> = {
  "bad-url": "Give the address as a browser shows it, beginning with https://.",
  "not-public": "Only pages that everyone can read are fetched; check the address.",
  "insecure-redirect": "If you trust the page, ask for its http address yourself.",
  "other-origin": "If it has moved, ask for its new address yourself.",
  "bad-redirect": `The error is the site's. ${BY_HAND}`,
  "too-many-redirects": `Such sites often want cookies, which are never sent. ${BY_HAND}`,
  status: `Check the address in a browser. ${BY_HAND}`,
  "wrong-type": "Check that the address is that of the page itself.",
  "too-large": "Give the address of a smaller page or file, or save it and cut it down.",
  "too-slow": `Try again later. ${BY_HAND}`,
  "bad-encoding": BY_HAND,
  unreachable: "Check the address and your connection, and try again later.",
  "bad-certificate": "Nobody can tell who answered, so nothing was read. Check the address.",
  "bad-answer": "Check the address; what answers there is no web server.",
  "cut-off": "Nothing of it was used. Try again.",
  cancelled: "Nothing was saved.",
  "no-file": "Give the path of a page that was saved as .html or .mhtml.",
  "no-page": "Save the page in a browser, as .html or .mhtml, and give that file.",
  "file-too-large": "Save the page without its pictures, in a browser as 'HTML only'.",
};

export interface FetchErrorDetails {
  /** Of the response, when there was one. */
  readonly status?: number;
  /** As `readRetryAfter` returns it. */
  readonly retryAfter?: number | undefined;
}

export class FetchError extends UserError {
  override readonly name = "FetchError";
  readonly reason: FetchReason;
  /** The message without the advice. */
  readonly told: string;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  /** `told` says what was requested and what happened, in sentences; the advice is added. There is no `cause`, which may quote the address. */
  constructor(reason: FetchReason, told: string, details: FetchErrorDetails = {}) {
    super(`${told} ${ADVICE[reason]}`);
    this.reason = reason;
    this.told = told;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }
}

/** Longer addresses are cut in messages. */
const MAX_LENGTH = 200;

/**
 * An address for a message: no name and password, no fragment, and of the query
 * only the names, since keys and tokens are in its values.
 */
export function formatUrl(given: string | URL): string {
  const url = typeof given === "string" ? URL.parse(given) : given;
  if (!url?.host) return formatText(String(given));
  const names = [...new Set(url.searchParams.keys())].map((name) => `${encodeURIComponent(name)}=…`);
  return printableLine(
    `${url.protocol}//${url.host}${url.pathname}${names.length > 0 ? `?${names.join("&")}` : ""}`,
    MAX_LENGTH,
  );
}

/** Text that is no address; before an `@` may be a password, after a `?` a key. */
function formatText(text: string): string {
  return quoteText(text.replace(/^.*@/su, "…@").replace(/[?#].*$/su, ""));
}

/** Text of others in a message: cut, and without what a terminal would obey. */
export function quoteText(text: string): string {
  return `'${printableLine(text, MAX_LENGTH)}'`;
}
