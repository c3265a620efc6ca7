/** One request for one link, safely, as the little that matters of its answer; an error is an answer too. */
import { lookup } from "node:dns/promises";
import { FetchError } from "../../http/fetch-error.ts";
import type { FetchOptions } from "../../http/safe-fetch.ts";

export type Method = "HEAD" | "GET";

export type Answer =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter: string | undefined }
  /** The name service knows the host and says that there is none of that name. */
  | { readonly kind: "no-host" }
  /** Nothing that tells whether the page is there; `why` goes on from 'no answer:'. */
  | { readonly kind: "no-answer"; readonly why: string };

export type RequestLink = (url: string, method: Method) => Promise<Answer>;

/** `safeFetch`. */
export type FetchLink = (url: string, options: FetchOptions) => Promise<{ readonly status: number }>;

/** A page that is longer is there, and nothing more of it is read. */
const MAX_BYTES = 1024;

export function requestWith(
  fetchLink: FetchLink,
  options: Pick<FetchOptions, "timeoutMs" | "allowsLoopback" | "signal" | "resolve">,
): RequestLink {
  return async (url, method) => {
    let isNameUnknown = false;
    const resolve = async (host: string) => {
      try {
        return await (options.resolve ?? resolveBySystem)(host);
      } catch (error) {
        isNameUnknown = error instanceof Error && "code" in error && error.code === "ENOTFOUND";
        throw error;
      }
    };
    try {
      const { status } = await fetchLink(url, { ...options, method, accept: ["*/*"], maxBytes: MAX_BYTES, resolve });
      return { kind: "status", status, retryAfter: undefined };
    } catch (error) {
      if (!(error instanceof FetchError) || error.reason === "cancelled") throw error;
      if (isNameUnknown) return { kind: "no-host" };
      return toAnswer(error);
    }
  };
}

function toAnswer({ reason, status, retryAfter }: FetchError): Answer {
  if (reason === "status" && status !== undefined) return { kind: "status", status, retryAfter };
  // Refused by what it is, after it answered: so it is there.
  if (reason === "too-large" || reason === "wrong-type" || reason === "bad-encoding") {
    return { kind: "status", status: status ?? 200, retryAfter: undefined };
  }
  return { kind: "no-answer", why: reason.replaceAll("-", " ") };
}

function resolveBySystem(host: string) {
  return lookup(host, { all: true, order: "verbatim" });
}
