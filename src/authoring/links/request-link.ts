/** Makes one request for a link, as a browser makes it, and reduces a response or an error to what says whether the link is alive. */
import { decodeHtml } from "../../http/decode-html.ts";
import { FetchError } from "../../http/fetch-error.ts";
import { type FetchOptions, type FetchResult, resolveBySystem, safeFetch } from "../../http/safe-fetch.ts";
import { codeOf } from "../../lib/user-error.ts";
import type { Answer } from "./assess-answer.ts";

export type LinkResponse =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfter: number | undefined;
      readonly answer?: Answer;
    }
  /** The name service says that there is no host of that name. */
  | { readonly kind: "no-host" }
  /** Nothing that tells whether the page is there. */
  | { readonly kind: "no-answer"; readonly reason: string };

export type RequestLink = (url: string) => Promise<LinkResponse>;

/** Enough for title and headline; no more of a page is read. */
const MAX_BYTES = 65_536;
/** What browsers send: some servers know a page only for those who name HTML. */
const ACCEPT = ["text/html", "application/xhtml+xml", "application/xml;q=0.9", "*/*;q=0.8"];

export function createRequestLink(
  options: Pick<FetchOptions, "timeoutMs" | "allowsLoopback" | "signal" | "resolve">,
): RequestLink {
  return async (url) => {
    let isNameUnknown = false;
    const resolve = async (host: string) => {
      try {
        return await (options.resolve ?? resolveBySystem)(host);
      } catch (error) {
        isNameUnknown = codeOf(error) === "ENOTFOUND";
        throw error;
      }
    };
    try {
      const result = await safeFetch(url, {
        ...options,
        accept: ACCEPT,
        maxBytes: MAX_BYTES,
        truncates: true,
        resolve,
      });
      const answer = { url: result.url, html: toHtml(result) };
      return { kind: "status", status: result.status, retryAfter: undefined, answer };
    } catch (error) {
      if (!(error instanceof FetchError) || error.reason === "cancelled") throw error;
      if (isNameUnknown) return { kind: "no-host" };
      return toLinkResponse(error);
    }
  };
}

/** Some servers do not say what they send, and errors come as plain text. */
function toHtml({ headers, body }: FetchResult): string {
  const type = headers["content-type"] ?? "";
  return /^$|html|^text\/plain\b/i.test(type) ? decodeHtml(body, type) : "";
}

function toLinkResponse({ reason, status, retryAfter }: FetchError): LinkResponse {
  if (reason === "status" && status !== undefined) return { kind: "status", status, retryAfter };
  // Refused for its contents, so the server has the page.
  if (reason === "too-large" || reason === "wrong-type" || reason === "bad-encoding") {
    return { kind: "status", status: status ?? 200, retryAfter: undefined };
  }
  return { kind: "no-answer", reason: reason.replaceAll("-", " ") };
}
