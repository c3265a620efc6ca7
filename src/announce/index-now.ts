/** Tells IndexNow which addresses changed, and says in a sentence what became of it; the key is in no message. */
import { InputError } from "../cli/command.ts";
import { checkUrl } from "../http/addresses.ts";
import { FetchError } from "../http/fetch-error.ts";
import { readRetryAfter } from "../http/retry-after.ts";
import { safeFetch } from "../http/safe-fetch.ts";
import { chunksOf } from "../lib/chunks-of.ts";
import { counted, formatCount } from "../lib/text.ts";

/** Passes on what it is told to every engine that takes part. https://www.indexnow.org/documentation */
export const INDEX_NOW = "https://api.indexnow.org/indexnow";

/** Of the protocol, for one request. */
const MAX_URLS = 10_000;
const TIMEOUT = 30_000;
const MAX_ANSWER = 65_536;

export interface Announcement {
  /** Address that all others begin with: of the home page, beside which the file of the key lies. */
  readonly siteUrl: string;
  readonly key: string;
  readonly urls: readonly string[];
  readonly endpoint: URL;
}

/** Throws an `InputError`; plain http is for this machine alone. */
export function readEndpoint(text: string): URL {
  const checked = checkUrl(text, { allowsLoopback: true });
  if ("refusal" in checked || (checked.url.protocol !== "https:" && checked.zone !== "loopback"))
    throw new InputError(`--endpoint must be an https address, as ${INDEX_NOW}`);
  return checked.url;
}

/** The first request that is refused ends it with an `InputError`. */
export async function sendAnnouncement({ siteUrl, key, urls, endpoint }: Announcement): Promise<void> {
  const limits = { maxItems: MAX_URLS, maxSize: Number.POSITIVE_INFINITY };
  let sent = 0;
  for (const urlList of chunksOf(urls, ({ length }) => length, limits)) {
    const body = { host: new URL(siteUrl).host, key, keyLocation: `${siteUrl}${key}.txt`, urlList };
    const refusal = await post(endpoint, JSON.stringify(body));
    if (refusal !== undefined) {
      const told =
        sent === 0
          ? "Nothing was announced."
          : `The first ${counted(sent, "address", "addresses")} of ${formatCount(urls.length)} were announced.`;
      throw new InputError(`${refusal} ${told}`);
    }
    sent += urlList.length;
  }
}

/** Undefined when it was taken, else why not, and what to do. */
async function post(endpoint: URL, text: string): Promise<string | undefined> {
  try {
    const { status, headers } = await safeFetch(endpoint.href, {
      method: "POST",
      body: { type: "application/json; charset=utf-8", text },
      accept: ["*/*"],
      maxBytes: MAX_ANSWER,
      truncates: true,
      anyStatus: true,
      allowsLoopback: true,
      timeoutMs: TIMEOUT,
    });
    const refusal = refusalOf(status, headers["retry-after"]);
    return refusal && `${endpoint.host} ${refusal}`;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return `${error.told} Try again later.`;
  }
}

/** The end of a sentence. 200: taken; 202: taken, and the key is still to be looked at. */
function refusalOf(status: number, retryAfter: string | undefined): string | undefined {
  if (status === 200 || status === 202) return undefined;
  const reasons: Readonly<Record<number, string>> = {
    400: "finds the request malformed (400).",
    403: "does not accept the key (403): the site must serve it in its key file. Deploy the new site first.",
    422: "finds addresses that are not of the site, or a key that does not fit (422).",
    429: `has had too many requests (429). Try again ${waitOf(retryAfter)}.`,
  };
  return reasons[status] ?? `answers ${status}. ${status >= 500 ? "Try again later." : "It takes no announcement so."}`;
}

function waitOf(retryAfter: string | undefined): string {
  const wait = readRetryAfter(retryAfter);
  return wait !== undefined && Number.isFinite(wait) ? `in ${counted(wait / 1000, "second")}` : "later";
}
