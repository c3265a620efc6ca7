/** A GET that outlives a bad network, ends in time and in size, and shows the token to one origin alone. */
import { setTimeout as sleep } from "node:timers/promises";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, request } from "undici";
import { InputError, UsageError } from "../../cli/command.ts";
import { printable } from "./printable.ts";

/** What an answer or the lack of one came to; the message is for a person and never holds the token. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** Of the answer; `none` when there was no answer, undefined when the answer was not what it should be. */
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

interface Request {
  readonly accept: string;
  readonly maxBytes: number;
  /** True: a redirect may lead to another origin, where the token does not go. */
  readonly mayLeave?: boolean;
}

export interface Connection {
  /** A link of the API, which may be relative, as an address. */
  resolve(href: string): URL;
  get(url: URL, request: Request): Promise<Uint8Array>;
  close(): Promise<void>;
}

const TIMEOUT = 60_000;
const MAX_ATTEMPTS = 5;
const FIRST_DELAY = 500;
/** A server that asks for more patience than this is left for another day. */
const MAX_DELAY = 120_000;
const MAX_REDIRECTS = 5;
const MAX_ERROR_BYTES = 64 * 1024;
const MAX_MESSAGE = 200;

/** The address of the instance with a closing slash. Throws a `UsageError` that does not repeat what may be a password. */
export function readBaseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError("--url must be the address of the instance, as https://openproject.example.org");
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError("--url must not hold a user or a password: the token comes from OPENPROJECT_TOKEN");
  }
  if (!isAllowed(url, url))
    throw new UsageError("--url must begin with https://, or the token could be read on its way");
  url.search = "";
  url.hash = "";
  url.pathname = `${url.pathname.replace(/(?:\/api(?:\/v3)?)?\/*$/, "")}/`;
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

export function createConnection({ baseUrl, token, timeout = TIMEOUT, wait = sleep }: ConnectionSettings): Connection {
  const agent = new Agent({ connect: { timeout } });
  const authorization = `Basic ${Buffer.from(`apikey:${token}`).toString("base64")}`;
  /** A server may repeat in an answer what it was sent. */
  const safe = (text: string) =>
    printable(text.replaceAll(token, "***").replaceAll(authorization.slice("Basic ".length), "***"), MAX_MESSAGE);

  async function follow(start: URL, { accept, maxBytes, mayLeave = false }: Request): Promise<Answer> {
    // One deadline for all hops and the body; undici's own timers begin anew with each part of an answer.
    const signal = AbortSignal.timeout(timeout);
    let url = start;
    let isHome = true;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      if (!isAllowed(url, baseUrl)) throw new Refusal(`${nameOf(url)} is not an https address`);
      isHome &&= url.origin === baseUrl.origin;
      if (!isHome && !mayLeave) {
        throw new Refusal(`${nameOf(start)} leads to ${url.origin}: if the instance has moved, give that as --url`);
      }
      const headers = { accept, "user-agent": "curalog", ...(isHome ? { authorization } : {}) };
      const response = await request(url, { dispatcher: agent, headers, signal });
      const location = headerOf(response, "location");
      if (!REDIRECTS.has(response.statusCode) || location === undefined) {
        const isFine = response.statusCode === 200;
        const bytes = await readBody(response, url, isFine ? maxBytes : MAX_ERROR_BYTES, isFine);
        return { url, status: response.statusCode, bytes, retryAfter: retryAfterOf(response) };
      }
      await response.body.dump();
      const next = URL.parse(location, url);
      if (next === null) throw new Refusal(`${nameOf(url)} redirects to what is no address`);
      url = next;
    }
    throw new Refusal(`${nameOf(start)} redirects more than ${MAX_REDIRECTS} times`);
  }

  async function get(url: URL, request: Request): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await follow(url, request).catch((error: unknown) => {
        if (error instanceof Refusal) throw new ApiError(safe(error.message));
        return new ApiError(safe(`${nameOf(url)} cannot be read: ${causeOf(error)}`), "none");
      });
      if (!(answer instanceof ApiError) && answer.status === 200) return answer.bytes;
      const failure = answer instanceof ApiError ? answer : toError(answer, safe);
      const delay = (!(answer instanceof ApiError) && answer.retryAfter) || FIRST_DELAY * 2 ** (attempt - 1);
      if (!isPassing(failure.status) || attempt === MAX_ATTEMPTS) throw failure;
      if (delay > MAX_DELAY) {
        throw new ApiError(`${failure.message} (asks to wait ${Math.ceil(delay / 1000)} seconds)`, failure.status);
      }
      await wait(delay);
    }
  }

  return {
    resolve: (href) => {
      const url = URL.parse(href, baseUrl);
      if (url === null) throw new ApiError(safe(`The API links to '${href}', which is no address`));
      return url;
    },
    get,
    close: () => agent.close(),
  };
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asking again would end the same. */
class Refusal extends Error {}

interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly bytes: Uint8Array;
  /** In milliseconds. */
  readonly retryAfter: number | undefined;
}

/** https everywhere; plain http only between programs of this machine, where nobody listens in. */
function isAllowed(url: URL, base: URL): boolean {
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && isLoopback(url.hostname) && isLoopback(base.hostname);
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost") return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback";
}

/** No answer, too many requests, or a fault of the server: all of which pass. */
function isPassing(status: ApiError["status"]): boolean {
  return status === "none" || status === 429 || (status !== undefined && status >= 500 && status !== 501);
}

async function readBody(
  { body }: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
  isWhole: boolean,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) {
      if (isWhole) throw new Refusal(`${nameOf(url)} is longer than ${maxBytes} bytes`);
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Milliseconds. A date is held against the server's own clock, which is the one that it means. */
function retryAfterOf(response: Dispatcher.ResponseData): number | undefined {
  const value = headerOf(response, "retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const delay = Date.parse(value) - Date.parse(headerOf(response, "date") ?? "");
  return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function toError({ url, status, bytes }: Answer, safe: (text: string) => string): ApiError {
  const told = messageIn(bytes);
  const name = nameOf(url);
  const what =
    status === 401
      ? `${name} refuses the token in OPENPROJECT_TOKEN (401)`
      : status === 403
        ? `The token may not see ${name} (403)`
        : status === 404
          ? `${name} does not exist, or the token may not see it: OpenProject answers 404 to both`
          : `${name} answers ${status}`;
  return new ApiError(safe(told === undefined ? what : `${what}: ${told}`), status);
}

function messageIn(bytes: Uint8Array): string | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const message = typeof json === "object" && json !== null && "message" in json ? json.message : undefined;
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Without its query, which is a secret in the address of a store of attachments. */
function nameOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "it took too long";
  return error.message || ("code" in error ? String(error.code) : error.name);
}
