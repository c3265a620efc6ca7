/** Requests to one search engine: with its key, repeated after temporary failures, and never revealing the key. */
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { UsageError } from "../../cli/command.ts";
import { checkServerUrl, isLoopbackHost } from "../../http/addresses.ts";
import { FetchError, transientReasons } from "../../http/fetch-error.ts";
import { afterFailure } from "../../http/rate-limits.ts";
import { readRetryAfter } from "../../http/retry-after.ts";
import { type FetchOptions, safeFetch } from "../../http/safe-fetch.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { printableLine } from "../../lib/printable.ts";
import { UserError } from "../../lib/user-error.ts";

/** A request failed; the message is for a person and never holds the key. */
export class EngineError extends UserError {
  override readonly name = "EngineError";
}

export interface ConnectionSettings {
  /** As `readEngineAddress` returns it. */
  readonly address: URL;
  /** Absent where the engine wants none. */
  readonly key: string | undefined;
  /** The header that the engine takes the key in, and its value. */
  readonly toHeader: (key: string) => { readonly header: string; readonly value: string };
  /** Waits for milliseconds; tests do not. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export interface EngineAnswer {
  readonly status: number;
  readonly text: string;
}

export interface EngineRequest {
  readonly method: NonNullable<FetchOptions["method"]>;
  /** From the root of the engine. */
  readonly path: string;
  readonly body?: { readonly type: string; readonly text: string };
  /** Besides those from 200 to 299: `404` where something may not be there. */
  readonly expected?: readonly number[];
  /** What must not be done twice: not sent again where it may have been done without an answer that says so. */
  readonly isOnce?: boolean;
}

export function jsonBody(value: unknown): { readonly type: string; readonly text: string } {
  return { type: "application/json", text: JSON.stringify(value) };
}

export type Connection = ReturnType<typeof createConnection>;

/** Engines answer a batch when it is stored, which may take long. */
const TIMEOUT = 120_000;
const MAX_ANSWER = 64 * 1024 * 1024;
const MAX_MESSAGE = 300;
const PATIENCE = { attempts: 5, backoffMs: 500, pauseMs: 0, maxWaitMs: 120_000 };

/** The address of an engine, its slash at the end. Throws a `UsageError` that does not repeat what may be a password. */
export function readEngineAddress(text: string): URL {
  const check = checkServerUrl(text);
  if ("refusal" in check) {
    throw new UsageError(
      `--to ${check.refusal.why}. Give the address of the engine, as https://search.example.org; the key comes from CURALOG_SEARCH_KEY`,
    );
  }
  return check.url;
}

export function createConnection({ address, key, toHeader, wait = sleep }: ConnectionSettings) {
  const credentials = key === undefined ? undefined : toHeader(key);
  const options = {
    accept: ["application/json", "*/*"],
    maxBytes: MAX_ANSWER,
    timeoutMs: TIMEOUT,
    // A refusal says in its body why.
    anyStatus: true,
    sameOrigin: true,
    allowsPrivate: true,
    allowsLoopback: isLoopbackHost(address),
    ...(credentials && {
      credentials: { origin: address.origin, header: credentials.header, authorization: credentials.value },
    }),
  } satisfies Partial<FetchOptions>;
  // The key, what it is sent as, and the password in it, which may have colons: an engine may repeat any of them.
  const secrets = [key, credentials?.value.split(" ").at(-1), key?.slice(key.indexOf(":") + 1)].filter(
    (secret) => secret,
  );
  const toError = (message: string) =>
    new EngineError(
      printableLine(
        secrets.reduce<string>((text, secret = "") => text.replaceAll(secret, "***"), message),
        MAX_MESSAGE,
      ),
    );

  /** The answer, or why there is none that can be used, and when to come back. */
  async function attempt({ method, path, body, expected = [] }: EngineRequest): Promise<EngineAnswer | Failure> {
    const url = new URL(path, address);
    try {
      const answer = await safeFetch(url.href, { ...options, method, body });
      const { status } = answer;
      const text = new TextDecoder().decode(answer.body);
      if ((status >= 200 && status < 300) || expected.includes(status)) return { status, text };
      const refused = status === 401 || status === 403 ? ", which refuses the key in CURALOG_SEARCH_KEY" : "";
      const error = toError(`${method} ${url.origin}${url.pathname} answers ${status}${refused}: ${text}`);
      return { error, status, retryAfter: readRetryAfter(answer.headers["retry-after"], answer.headers.date) };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (!transientReasons.includes(error.reason)) throw toError(error.told);
      return { error: toError(error.told) };
    }
  }

  return {
    toError,
    wait,
    /** What an answer says. Throws where it has not the shape that this engine answers in. */
    read<T>(schema: z.ZodType<T>, text: string): T {
      const read = schema.safeParse(parseJson(text));
      if (read.success) return read.data;
      const where = read.error.issues[0]?.path.join(".");
      throw toError(
        `What answers there does not speak as this engine does: is it the address of one?${where ? ` The answer differs at ${where}.` : ""}`,
      );
    },
    /** The answer, after a few attempts where the engine is busy or does not answer. */
    async request(request: EngineRequest): Promise<EngineAnswer> {
      for (let count = 1; ; count += 1) {
        const result = await attempt(request);
        if (!("error" in result)) return result;
        if (request.isOnce && isOpen(result)) {
          throw toError(
            `Whether searches changed is not known. Run the export again, which looks. ${result.error.message}`,
          );
        }
        const next = afterFailure(count, result, PATIENCE);
        if (typeof next !== "number") throw result.error;
        await wait(next);
      }
    },
  };
}

/** True where the engine may have done what it was asked. */
function isOpen({ status }: Failure): boolean {
  return status === undefined || status >= 500;
}

interface Failure {
  readonly error: EngineError;
  /** Of the answer; without one nothing answered. */
  readonly status?: number;
  readonly retryAfter?: number | undefined;
}
