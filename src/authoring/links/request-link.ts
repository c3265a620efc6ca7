/** Makes one request for a link, and reduces a response or an error to what says whether the link is alive. */
import { FetchError } from "../../http/fetch-error.ts";
import { type FetchOptions, resolveBySystem } from "../../http/safe-fetch.ts";

export type LinkResponse =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter: string | undefined }
  /** The name service says that there is no host of that name. */
  | { readonly kind: "no-host" }
  /** Nothing that tells whether the page is there. */
  | { readonly kind: "no-answer"; readonly reason: string };

export type RequestLink = (url: string, method: "HEAD" | "GET") => Promise<LinkResponse>;

/** `safeFetch`. */
export type FetchLink = (url: string, options: FetchOptions) => Promise<{ readonly status: number }>;

/** A longer page is alive, and no more of it is read. */
const MAX_BYTES = 1024;

export function createRequestLink(
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
      return toLinkResponse(error);
    }
  };
}

function toLinkResponse({ reason, status, retryAfter }: FetchError): LinkResponse {
  if (reason === "status" && status !== undefined) return { kind: "status", status, retryAfter };
  // Refused for its contents, so the server has the page.
  if (reason === "too-large" || reason === "wrong-type" || reason === "bad-encoding") {
    return { kind: "status", status: status ?? 200, retryAfter: undefined };
  }
  return { kind: "no-answer", reason: reason.replaceAll("-", " ") };
}
