/** The HTTP client of all commands: checked addresses, a deadline, a size limit, and complete responses only. */
import { isUtf8 } from "node:buffer";
import { lookup as lookUp } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { buildConnector, Client, errors } from "undici";
import { getConfig } from "../config/config.ts";
import { getSite } from "../config/settings.ts";
import { bareHost, checkAddress, checkUrl, type Zone } from "./addresses.ts";
import { FetchError, formatUrl, quoteText } from "./fetch-error.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The response headers that callers see. */
const EXPOSED_HEADERS = ["content-type", "date", "retry-after"] as const;

export interface FetchResult {
  /** The address after all redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Partial<Record<(typeof EXPOSED_HEADERS)[number], string>>>;
  /** Decompressed and complete. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a host name. */
export type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface FetchOptions {
  /** `GET` without it; the response to `HEAD` has no body. Any other is sent once: a redirect of it is refused. */
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | undefined;
  /** What is sent, with its media type. */
  readonly body?: { readonly type: string; readonly text: string } | undefined;
  /** Accepted media types, as `text/html` or `image/*`, in the order of preference or with `;q=`; two stars accept anything, even a body without a type. */
  readonly accept: readonly string[];
  /** Counted after decompression. */
  readonly maxBytes: number;
  /** Returns the first `maxBytes` of a longer body, which is else refused. */
  readonly truncates?: boolean | undefined;
  /** For everything together: names, connections, redirects, headers and body. */
  readonly timeoutMs: number;
  /** As for `checkUrl`. Without `allowsPrivate`, redirects to another server of this machine are refused. */
  readonly allowsLoopback?: boolean | undefined;
  /** As for `checkUrl`: https at any address, redirects included. */
  readonly allowsPrivate?: boolean | undefined;
  /**
   * The value of `Authorization`, or of another header, for one origin. After a
   * redirect to another origin it is not sent any more, not even back at the first.
   */
  readonly credentials?:
    | { readonly origin: string; readonly header?: string; readonly authorization: string }
    | undefined;
  /** Refuses redirects to another origin. */
  readonly sameOrigin?: boolean | undefined;
  /** Returns the response whatever its status is; without it, all but 200 and 203 are errors. */
  readonly anyStatus?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Instead of the system's resolver. */
  readonly resolve?: Resolver | undefined;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Methods whose redirects are followed, since they change nothing. */
const FOLLOWED: readonly string[] = ["GET", "HEAD"];
/** 206 is a part, and some sites answer 202 with a page that only tells browsers to wait. */
const COMPLETE: readonly number[] = [200, 203];
const MAX_HEADER_BYTES = 32_768;
/** How much longer a compressed body may be than its content: headers, checksums, empty blocks. */
const COMPRESSION_OVERHEAD = 65_536;
/** zstd in HTTP needs no more (RFC 9659); without it a few bytes could allocate 128 MB. */
const ZSTD_WINDOW_LOG = 23;
/** False in older runtimes; zstd is then not among the accepted encodings. */
const DECODES_ZSTD = "createZstdDecompress" in zlib;
/** So that a host with a dead IPv6 address is still reached by its other one. */
const FAMILY_ATTEMPT_MS = 500;

/**
 * Fetches an address. No cookies, Referer or proxy, and no credentials but
 * those given. Names are resolved here, each of their addresses is checked, and
 * the connection goes to one that was checked, so a name that changes its
 * address in between changes nothing. Redirects are followed by hand, each
 * checked like the first address; one from https to http is refused, because
 * the response could be changed on its way. Throws a `FetchError`.
 */
export async function safeFetch(text: string, options: FetchOptions): Promise<FetchResult> {
  const closing = new AbortController();
  const aborted = Promise.withResolvers<never>();
  closing.signal.addEventListener("abort", () => aborted.reject(closing.signal.reason));
  const requested = formatUrl(text);
  const seconds = options.timeoutMs / 1000;
  const timer = setTimeout(
    () => closing.abort(new FetchError("too-slow", `${requested} was not complete after ${seconds} s.`)),
    options.timeoutMs,
  );
  const cancel = () => closing.abort(new FetchError("cancelled", `Fetching ${requested} was cancelled.`));
  options.signal?.addEventListener("abort", cancel, { once: true });
  if (options.signal?.aborted) cancel();
  try {
    return await Promise.race([follow(text, options, closing.signal), aborted.promise]);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", cancel);
    // Destroys every socket that is still open, after success as after an error.
    closing.abort();
  }
}

/** Where a redirect leads, or a `FetchError`: it passes the checks of a first address, and those below. */
export function checkRedirect(
  location: string,
  from: URL,
  first: URL,
  options: Pick<FetchOptions, "allowsLoopback" | "allowsPrivate" | "sameOrigin"> = {},
): { readonly url: URL; readonly zone: Zone } {
  const to = URL.parse(location, from);
  const told = `${formatUrl(from)} redirects to ${formatUrl(to ?? location)}`;
  const check = checkUrl(location, { ...options, base: from });
  if ("refusal" in check) throw new FetchError(check.refusal.reason, `${told}, which ${check.refusal.why}.`);
  const { url, zone } = check;
  if (from.protocol === "https:" && url.protocol === "http:") {
    throw new FetchError("insecure-redirect", `${told}: from https to http, where anyone on the way can change it.`);
  }
  if (url.origin !== first.origin) {
    if (options.sameOrigin) throw new FetchError("other-origin", `${told}, which is another server.`);
    // A person chose the first local server; a response must not choose another.
    if (zone === "loopback" && !options.allowsPrivate) {
      throw new FetchError("not-public", `${told}, which is this machine, but not the server that was requested.`);
    }
  }
  if (!url.hash) url.hash = from.hash;
  return { url, zone };
}

async function follow(text: string, options: FetchOptions, closing: AbortSignal): Promise<FetchResult> {
  const check = checkUrl(text, options);
  if ("refusal" in check) throw new FetchError(check.refusal.reason, `${formatUrl(text)} ${check.refusal.why}.`);
  const { url: first } = check;
  const seen = new Set<string>();
  let { credentials } = options;
  for (let { url, zone } = check; ; ) {
    seen.add(withoutHash(url));
    if (url.origin !== credentials?.origin) credentials = undefined;
    const response = await request(url, zone, { ...options, credentials }, closing);
    try {
      if (!REDIRECTS.includes(response.status)) return await read(url, response, options);
      if (!FOLLOWED.includes(options.method ?? "GET")) {
        const told = `${formatUrl(url)} answers ${response.status}, a redirect, to what was sent there.`;
        throw new FetchError("bad-redirect", told, { status: response.status });
      }
      const next = checkRedirect(readLocation(url, response), url, first, options);
      if (seen.has(withoutHash(next.url))) {
        throw new FetchError(
          "too-many-redirects",
          `${formatUrl(first)} redirects in a circle, by ${formatUrl(next.url)}.`,
        );
      }
      if (seen.size > MAX_REDIRECTS) {
        throw new FetchError("too-many-redirects", `${formatUrl(first)} redirects more than ${MAX_REDIRECTS} times.`);
      }
      ({ url, zone } = next);
    } finally {
      response.close();
    }
  }
}

/** A response whose body is not read yet. */
interface OpenResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readable;
  close(): void;
}

async function request(url: URL, zone: Zone, options: FetchOptions, closing: AbortSignal): Promise<OpenResponse> {
  const addresses = await resolve(url, zone, options.resolve ?? resolveBySystem);
  closing.throwIfAborted();
  const client = new Client(url.origin, {
    connect: connectTo(addresses, zone, closing),
    maxHeaderSize: MAX_HEADER_BYTES,
    allowH2: false,
    // The one deadline above counts everything; these would count parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const close = () => client.destroy(null, () => {});
  closing.addEventListener("abort", close, { once: true });
  try {
    const { statusCode, headers, body } = await client.request({
      path: `${url.pathname}${url.search}`,
      method: options.method ?? "GET",
      reset: true,
      headers: {
        // Names the site, so that operators of other servers can see who requests their pages and why.
        // A header has no letters beyond ASCII.
        "user-agent": `${getSite().name.replace(/[^\x20-\x7e]+/g, "-")} curation (+${getConfig().siteUrl.href})`,
        accept: options.accept.join(", "),
        "accept-encoding": DECODES_ZSTD ? "gzip, deflate, br, zstd" : "gzip, deflate, br",
        ...(options.credentials && {
          [options.credentials.header ?? "authorization"]: options.credentials.authorization,
        }),
        ...(options.body && { "content-type": options.body.type }),
      },
      ...(options.body && { body: options.body.text }),
    });
    // A body that nobody reads any more may still fail.
    body.on("error", () => {});
    return { status: statusCode, headers, body, close };
  } catch (error) {
    close();
    throw toFetchError(error, url, "unreachable");
  }
}

/** The addresses of a host, if all of them may be connected to. */
async function resolve(url: URL, zone: Zone, resolver: Resolver): Promise<readonly ResolvedAddress[]> {
  const host = bareHost(url);
  const family = isIP(host);
  const refuse = (error: unknown) => {
    throw toFetchError(error, url, "unreachable");
  };
  // A literal address never gets to a resolver, so it is checked here like the others.
  const addresses = family > 0 ? [{ address: host, family }] : await resolver(host).catch(refuse);
  if (addresses.length === 0) throw new FetchError("unreachable", `${formatUrl(url)}: '${host}' has no address.`);
  for (const { address } of addresses) {
    const why = checkAddress(address, zone);
    if (why) throw new FetchError("not-public", `${formatUrl(url)} leads to ${address}, which ${why}.`);
  }
  return addresses;
}

export function resolveBySystem(host: string): Promise<readonly ResolvedAddress[]> {
  return lookUp(host, { all: true, order: "verbatim" });
}

/** Connects to the addresses given and to no other, whatever the name means by then. */
function connectTo(addresses: readonly ResolvedAddress[], zone: Zone, signal: AbortSignal): buildConnector.connector {
  const [first] = addresses;
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
  const connect = buildConnector({
    lookup,
    signal,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: FAMILY_ATTEMPT_MS,
    allowH2: false,
    timeout: 0,
  });
  return (target, callback) =>
    connect(target, (...[error, socket]) => {
      if (error) return callback(error, null);
      // The connection itself is checked too, so that nothing gets around the checks above.
      const why = checkAddress(socket.remoteAddress ?? "", zone);
      if (!why) return callback(null, socket);
      socket.destroy();
      callback(new FetchError("not-public", `${target.hostname} was connected to what ${why}.`), null);
    });
}

function readLocation(url: URL, { headers, status }: OpenResponse): string {
  const location = headers["location"];
  if (typeof location === "string" && location.trim() !== "") return asUtf8(location);
  const what = location === undefined ? "no address" : "no address that can be read";
  throw new FetchError("bad-redirect", `${formatUrl(url)} answers ${status}, a redirect, with ${what}.`, { status });
}

/** Node decodes headers as Latin-1, and many servers write addresses in UTF-8. */
function asUtf8(header: string): string {
  const bytes = Buffer.from(header, "latin1");
  return isUtf8(bytes) ? bytes.toString() : header;
}

/** Refuses a response by its headers, or reads its body within the limit. */
async function read(
  url: URL,
  response: OpenResponse,
  { accept, maxBytes, anyStatus, truncates = false }: FetchOptions,
): Promise<FetchResult> {
  const headers = pickHeaders(response.headers);
  const { status, body } = response;
  if (!anyStatus && !COMPLETE.includes(status)) {
    const retryAfter = readRetryAfter(headers["retry-after"], headers.date);
    throw new FetchError("status", `${formatUrl(url)} answers with status ${status}.`, { status, retryAfter });
  }
  const type = mediaTypeOf(headers["content-type"]);
  if (!accept.some((wanted) => matches(type, wanted))) {
    const what = type === "" ? "does not say what it is" : `is ${quoteText(type)}`;
    throw new FetchError("wrong-type", `${formatUrl(url)} ${what}; wanted: ${accept.join(", ")}.`, { status });
  }
  const tooLarge = new FetchError("too-large", `${formatUrl(url)} is larger than ${maxBytes} bytes.`, { status });
  const decoder = findDecoder(url, one(response.headers["content-encoding"]));
  const rawLimit = decoder === undefined ? maxBytes : maxBytes + COMPRESSION_OVERHEAD;
  if (!truncates && Number(one(response.headers["content-length"])) > rawLimit) throw tooLarge;
  try {
    const bytes = await collect(body, decoder, rawLimit, maxBytes, truncates ? undefined : tooLarge);
    return { url: url.href, status, headers, body: bytes };
  } catch (error) {
    throw toFetchError(error, url, "cut-off");
  }
}

/** Reads to the end or to the limit; nothing beyond the limit is decompressed. Without `tooLarge` the limit is the end. */
async function collect(
  body: Readable,
  decoder: CreateDecoder | undefined,
  rawLimit: number,
  limit: number,
  tooLarge: FetchError | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (decoder === undefined) return gather(body, limit, tooLarge);
  const chunks = body[Symbol.asyncIterator]();
  const start = await chunks.next();
  if (start.done) return new Uint8Array();
  async function* raw() {
    let size = 0;
    for (let chunk = start; !chunk.done; chunk = await chunks.next()) {
      size += chunk.value.length;
      if (size > rawLimit) {
        if (tooLarge) throw tooLarge;
        return;
      }
      yield chunk.value;
    }
  }
  let gathered: Uint8Array<ArrayBuffer> | undefined;
  try {
    await pipeline(raw, decoder(start.value), async (decoded: AsyncIterable<Uint8Array>) => {
      gathered = await gather(decoded, limit, tooLarge);
    });
  } catch (error) {
    // To stop at the limit breaks off what is still being decompressed.
    if (gathered?.length !== limit) throw error;
  }
  return gathered ?? new Uint8Array();
}

async function gather(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  tooLarge: FetchError | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    size += part.length;
    if (size > limit && tooLarge) throw tooLarge;
    parts.push(part);
    if (size >= limit && !tooLarge) break;
  }
  return Buffer.concat(parts, Math.min(size, limit));
}

/** Makes the decompressor of a body from its first bytes; undefined for a body that is not compressed. */
function findDecoder(url: URL, encoding: string): CreateDecoder | undefined {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const [name = "identity"] = names;
  // HTTP allows several encodings in a row; nobody uses them, and they could hide a bomb in a bomb.
  const decoder = names.length > 1 ? undefined : DECODERS.get(name);
  if (name === "identity") return undefined;
  if (decoder) return decoder;
  throw new FetchError("bad-encoding", `${formatUrl(url)} is compressed as ${quoteText(encoding)}, unknown here.`);
}

type CreateDecoder = (start: Uint8Array) => Transform;

const DECODERS: ReadonlyMap<string, CreateDecoder> = new Map<string, CreateDecoder>([
  ["gzip", () => zlib.createGunzip()],
  ["x-gzip", () => zlib.createGunzip()],
  ["br", () => zlib.createBrotliDecompress()],
  // Specified with a zlib header, which many servers leave out.
  ["deflate", ([first = 0]: Uint8Array) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
  ...(DECODES_ZSTD ? ([["zstd", createZstd]] as const) : []),
]);

function createZstd(): Transform {
  return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
}

function pickHeaders(headers: OpenResponse["headers"]): FetchResult["headers"] {
  return Object.fromEntries(EXPOSED_HEADERS.map((name) => [name, one(headers[name])]).filter(([, value]) => value));
}

/** Of a header that was sent twice, the last value. */
function one(value: string | readonly string[] | undefined): string {
  return (typeof value === "string" ? value : (value?.at(-1) ?? "")).trim();
}

function mediaTypeOf(contentType = ""): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

function matches(type: string, range: string): boolean {
  const wanted = mediaTypeOf(range);
  if (wanted === "*/*" || type === wanted) return true;
  return wanted.endsWith("/*") && type.startsWith(wanted.slice(0, -1));
}

function withoutHash(url: URL): string {
  return url.href.replace(/#.*$/s, "");
}

/** Error codes of the system in words. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the host has no address",
  EAI_AGAIN: "the name service does not answer",
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host closed the connection",
  EPIPE: "the host closed the connection",
  UND_ERR_SOCKET: "the host closed the connection",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "what came is not as long as was said",
  ETIMEDOUT: "the host does not answer",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the host",
};

const BROKEN_COMPRESSION = /^(?:Z_|ERR_+(?:ERROR|BROTLI|ZSTD|ZLIB|FORMAT|PADDING)|ZSTD_)/;
const BROKEN_CERTIFICATE = /CERT|^UNABLE_TO_|^ERR_TLS_/;

/** `otherwise` is the reason when the error has no better one: before the response began, or in it. */
function toFetchError(error: unknown, url: URL, otherwise: "unreachable" | "cut-off"): FetchError {
  if (error instanceof FetchError) return error;
  const code = codeOf(error);
  const requested = formatUrl(url);
  if (BROKEN_COMPRESSION.test(code))
    return new FetchError("bad-encoding", `${requested} is broken where it is compressed.`);
  if (BROKEN_CERTIFICATE.test(code))
    return new FetchError("bad-certificate", `${requested} has no valid certificate (${code}).`);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new FetchError("too-large", `${requested} answers with headers of more than ${MAX_HEADER_BYTES} bytes.`);
  }
  if (error instanceof errors.HTTPParserError) {
    return new FetchError("bad-answer", `${requested} answers with what is not HTTP.`);
  }
  const words = WORDS[code] ?? (code || "the reason is not known");
  const told = otherwise === "cut-off" ? "ended in the middle" : "could not be reached";
  return new FetchError(otherwise, `${requested} ${told}: ${words}.`);
}

/** Of several failed attempts at one host, the code of the first. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
