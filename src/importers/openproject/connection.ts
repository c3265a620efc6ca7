/** GET requests to one OpenProject instance: with its token, patient with failures that pass, and never printing the token. */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { InputError, UsageError } from "../../cli/command.ts";
import { checkServerUrl, isLoopbackHost } from "../../http/addresses.ts";
import { FetchError, transientReasons } from "../../http/fetch-error.ts";
import { afterFailure } from "../../http/rate-limits.ts";
import { readRetryAfter } from "../../http/retry-after.ts";
import { type FetchOptions, safeFetch } from "../../http/safe-fetch.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { printableLine } from "../../lib/printable.ts";

/** A request failed; the message is for a person and never holds the token. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** Of the response; `none` when there was none, undefined when the response was not as expected. */
  readonly status: number | "none" | undefined;
  constructor(message: string, status?: number | "none") {
    super(message);
    this.status = status;
  }
}

export interface ConnectionSettings {
  /** As `readBaseUrl` returns it. */
  readonly baseUrl: URL;
  readonly token: string;
  /** Milliseconds that one attempt may take, body included. */
  readonly timeout?: number;
  /** Waits for milliseconds; tests do not. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

interface GetOptions {
  /** Media types in order of preference. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  /** Follows links and redirects to other origins, where the token is not sent. */
  readonly mayLeave?: boolean;
}

export type Connection = ReturnType<typeof createConnection>;

const TIMEOUT = 60_000;
/** A server that asks to wait longer is left for another day. */
const PATIENCE = { attempts: 5, backoffMs: 500, pauseMs: 500, maxWaitMs: 120_000 };
const MAX_MESSAGE = 200;

const MOVED = "If the instance has moved, give its new address as --url";

/** The address of the instance with a closing slash. Throws a `UsageError` that does not repeat what may be a password. */
export function readBaseUrl(text: string): URL {
  const check = checkServerUrl(text);
  if ("refusal" in check) {
    throw new UsageError(
      `--url ${check.refusal.why}. Give the address of the instance, as https://openproject.example.org; the token comes from OPENPROJECT_TOKEN`,
    );
  }
  const { url } = check;
  url.pathname = url.pathname.replace(/\/api(?:\/v3)?\/$/, "/");
  return url;
}

/** The token as it goes into a header. Throws an `InputError` that does not repeat it. */
export function readToken(value: string | undefined): string {
  const token = value?.trim() ?? "";
  if (token === "") {
    throw new InputError("OPENPROJECT_TOKEN is not set. Create an API token on your account page in OpenProject.");
  }
  if (!/^[\x21-\x7e]+$/.test(token)) throw new InputError("OPENPROJECT_TOKEN has characters that no API token has.");
  return token;
}

export function createConnection({ baseUrl, token, timeout = TIMEOUT, wait = sleep }: ConnectionSettings) {
  const encoded = Buffer.from(`apikey:${token}`).toString("base64");
  const common = {
    timeoutMs: timeout,
    // A response with a status other than 200 says in its body why.
    anyStatus: true,
    allowsPrivate: true,
    // Only an instance on this machine may lead to another server on it.
    allowsLoopback: isLoopbackHost(baseUrl),
    credentials: { origin: baseUrl.origin, authorization: `Basic ${encoded}` },
  } satisfies Partial<FetchOptions>;
  /** A server may repeat in a response what it was sent. */
  const toError = (message: string, status?: ApiError["status"]) =>
    new ApiError(printableLine(message.replaceAll(token, "***").replaceAll(encoded, "***"), MAX_MESSAGE), status);

  /** The body, or why there is none and for how many milliseconds the server asks to wait. */
  async function attempt(
    url: URL,
    { mayLeave = false, ...options }: GetOptions,
  ): Promise<{ body: Uint8Array } | { failure: ApiError; retryAfter?: number | undefined }> {
    try {
      const { status, headers, body } = await safeFetch(url.href, { ...common, ...options, sameOrigin: !mayLeave });
      if (status === 200) return { body };
      const failure = toError(describeFailure(nameOf(url), status, body), status);
      const retryAfter = readRetryAfter(headers["retry-after"], headers.date);
      // After a header that cannot be read, the pause is the usual one.
      return { failure, retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const advice = error.reason === "other-origin" ? ` ${MOVED}` : "";
      return {
        failure: toError(`${error.told}${advice}`, transientReasons.includes(error.reason) ? "none" : undefined),
      };
    }
  }

  async function get(url: URL, options: GetOptions): Promise<Uint8Array> {
    if (!options.mayLeave && url.origin !== baseUrl.origin) {
      throw toError(`The API links to ${nameOf(url)}, which is another server. ${MOVED}`);
    }
    for (let count = 1; ; count += 1) {
      const result = await attempt(url, options);
      if ("body" in result) return result.body;
      const { failure, retryAfter } = result;
      const { status, message } = failure;
      if (!isTransient(status)) throw failure;
      const next = afterFailure(count, { status: status === "none" ? undefined : status, retryAfter }, PATIENCE);
      if (typeof next !== "number") {
        if (next === "next" || retryAfter === undefined) throw failure;
        throw new ApiError(`${message} (asks to wait ${Math.ceil(retryAfter / 1000)} seconds)`, status);
      }
      await wait(next);
    }
  }

  return {
    /** A link of the API, which may be relative, as an address. */
    resolve: (href: string): URL => {
      const url = URL.parse(href, baseUrl);
      if (url === null) throw toError(`The API links to '${href}', which is no address`);
      return url;
    },
    get,
  };
}

/** An address without its query, which may hold the signature of a store of attachments. */
export function nameOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

/** No response, too many requests, or an error of the server. */
function isTransient(status: ApiError["status"]): boolean {
  return status === "none" || status === 429 || (status !== undefined && status >= 500 && status !== 501);
}

const FAILURES: Readonly<Record<number, (name: string) => string>> = {
  401: (name) => `${name} refuses the token in OPENPROJECT_TOKEN (401)`,
  403: (name) => `The token may not see ${name} (403)`,
  404: (name) => `${name} does not exist, or the token may not see it: OpenProject answers 404 to both`,
};

function describeFailure(name: string, status: number, body: Uint8Array): string {
  const what = FAILURES[status]?.(name) ?? `${name} answers ${status}`;
  const { data } = errorShape.safeParse(parseJson(new TextDecoder().decode(body)));
  return data ? `${what}: ${data.message}` : what;
}

const errorShape = z.object({ message: z.string() });
