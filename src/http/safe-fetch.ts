/** Fetches what someone else wrote, from public servers only, whole or not at all, within a time and a size, and tells them nothing. */
import { isUtf8 } from "node:buffer";
import { lookup as lookUp } from "node:dns/promises";
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from "node:net";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect as connectSecure } from "node:tls";
import * as zlib from "node:zlib";
import { type buildConnector, Client, errors } from "undici";
import { getConfig, site } from "../config.ts";
import { bareHost, checkAddress, checkUrl, type Zone } from "./addresses.ts";
import { FetchError, printUrl, quote } from "./fetch-error.ts";

/** What an answer may say of itself that is kept; everything else is dropped. */
const KEPT_HEADERS = [
  "content-type",
  "content-language",
  "last-modified",
  "etag",
  "retry-after",
  "x-robots-tag",
] as const;

export type KeptHeader = (typeof KEPT_HEADERS)[number];

export interface Fetched {
  /** Where the answer came from, after all redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Partial<Record<KeptHeader, string>>>;
  /** Decompressed, and whole. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Every address of a name. */
export type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface FetchOptions {
  /** `GET` without it; the answer to `HEAD` has no body. */
  readonly method?: "GET" | "HEAD" | undefined;
  /** Media types that are wanted, as `text/html` or with a star for the second half; two stars take anything, even what does not say its type. */
  readonly accept: readonly string[];
  /** Counted after decompression. */
  readonly maxBytes: number;
  /** For everything together: names, connections, redirects, headers and body. */
  readonly timeoutMs: number;
  /** Allows `localhost`, 127.0.0.0/8 and [::1] at any port, for the address given here; never for a redirect to another. */
  readonly allowsLoopback?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Instead of the system's resolver. */
  readonly resolve?: Resolver | undefined;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** 206 is half a thing, 202 what doors show before they open; only these bring the thing itself. */
const COMPLETE: readonly number[] = [200, 203];
const MAX_HEADER_BYTES = 32_768;
/** How much longer a compressed body may be than what it holds: headers, checksums, empty blocks. */
const COMPRESSION_OVERHEAD = 65_536;
/** zstd in HTTP needs no more (RFC 9659); without it a few bytes could ask for 128 MB. */
const ZSTD_WINDOW_LOG = 23;
/** Older runtimes do not; it is then not asked for. */
const DECODES_ZSTD = "createZstdDecompress" in zlib;
/** So that a host with a dead IPv6 address is still reached by its other one. */
const FAMILY_ATTEMPT_MS = 500;

/**
 * Asks `text` for its content with GET. No cookies, credentials, Referer or
 * proxy. Names are resolved here, each of their addresses is checked, and the
 * connection goes to one that was checked, so a name that changes its address
 * in between changes nothing. Redirects are followed by hand, each checked like
 * the first address; one from https to http is refused, because what comes then
 * can be changed on the way without anyone noticing. Throws a `FetchError`.
 */
export async function safeFetch(text: string, options: FetchOptions): Promise<Fetched> {
  const closing = new AbortController();
  const asked = printUrl(text);
  const seconds = options.timeoutMs / 1000;
  const timer = setTimeout(
    () => closing.abort(new FetchError("too-slow", `${asked} was not whole after ${seconds} s.`)),
    options.timeoutMs,
  );
  const cancel = () => closing.abort(new FetchError("cancelled", `Fetching ${asked} was cancelled.`));
  options.signal?.addEventListener("abort", cancel, { once: true });
  if (options.signal?.aborted) cancel();
  try {
    return await orAbort(follow(text, options, closing.signal), closing.signal);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", cancel);
    // Destroys every socket that is still open, whatever came of it.
    closing.abort();
  }
}

/** Where a redirect leads, or a `FetchError`: it passes the checks of a first address, and those below. */
export function checkRedirect(location: string, from: URL, first: URL, allowsLoopback = false): URL {
  const to = URL.parse(location, from);
  const told = `${printUrl(from)} redirects to ${printUrl(to ?? location)}`;
  const check = checkUrl(location, { base: from, allowsLoopback });
  if ("refusal" in check) throw new FetchError(check.refusal.reason, `${told}, which ${check.refusal.why}.`);
  const { url, zone } = check;
  if (from.protocol === "https:" && url.protocol === "http:") {
    throw new FetchError("insecure-redirect", `${told}: from https to http, where anyone on the way can change it.`);
  }
  // A local server is asked because someone named it; no answer may choose another one.
  if (zone === "loopback" && url.origin !== first.origin) {
    throw new FetchError("not-public", `${told}, which is this machine, but not the server that was asked for.`);
  }
  if (!url.hash) url.hash = from.hash;
  return url;
}

async function follow(text: string, options: FetchOptions, closing: AbortSignal): Promise<Fetched> {
  const check = checkUrl(text, options);
  if ("refusal" in check) throw new FetchError(check.refusal.reason, `${printUrl(text)} ${check.refusal.why}.`);
  const first = check.url;
  const seen = new Set<string>();
  let { url, zone } = check;
  for (;;) {
    seen.add(withoutHash(url));
    const answer = await ask(url, zone, options, closing);
    try {
      if (!REDIRECTS.includes(answer.status)) return await read(url, answer, options);
      const next = checkRedirect(readLocation(url, answer), url, first, options.allowsLoopback);
      if (seen.has(withoutHash(next))) {
        throw new FetchError("too-many-redirects", `${printUrl(first)} redirects in a circle, by ${printUrl(next)}.`);
      }
      if (seen.size > MAX_REDIRECTS) {
        throw new FetchError("too-many-redirects", `${printUrl(first)} redirects more than ${MAX_REDIRECTS} times.`);
      }
      zone = options.allowsLoopback && next.origin === first.origin ? check.zone : "public";
      url = next;
    } finally {
      answer.close();
    }
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readable;
  close(): void;
}

/** One request to one address; the body is not read yet. */
async function ask(url: URL, zone: Zone, options: FetchOptions, closing: AbortSignal): Promise<Answer> {
  const addresses = await resolve(url, zone, options.resolve ?? resolveBySystem);
  closing.throwIfAborted();
  const client = new Client(url.origin, {
    connect: connectTo(addresses, zone, closing),
    maxHeaderSize: MAX_HEADER_BYTES,
    allowH2: false,
    // The deadline of the whole is ours; these would only count parts of it.
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
        // The address of the site, so that whoever is asked can see what for.
        "user-agent": `${site.name} curation (+${getConfig().siteUrl.href})`,
        accept: options.accept.join(", "),
        "accept-encoding": DECODES_ZSTD ? "gzip, deflate, br, zstd" : "gzip, deflate, br",
      },
    });
    // A body that nobody reads any more may still fail.
    body.on("error", () => {});
    return { status: statusCode, headers, body, close };
  } catch (error) {
    close();
    throw toFetchError(error, url, "unreachable");
  }
}

/** The addresses of a host, all of them fit to be asked. */
async function resolve(url: URL, zone: Zone, resolver: Resolver): Promise<readonly ResolvedAddress[]> {
  const host = bareHost(url);
  const family = isIP(host);
  // A literal address never gets to a resolver, so it is checked here like the others.
  const addresses = family > 0 ? [{ address: host, family }] : await resolveName(host, url, resolver);
  if (addresses.length === 0) throw new FetchError("unreachable", `${printUrl(url)}: '${host}' has no address.`);
  for (const { address } of addresses) {
    const why = checkAddress(address, zone);
    if (why) throw new FetchError("not-public", `${printUrl(url)} leads to ${address}, which ${why}.`);
  }
  return addresses;
}

async function resolveName(host: string, url: URL, resolver: Resolver): Promise<readonly ResolvedAddress[]> {
  try {
    return await resolver(host);
  } catch (error) {
    throw toFetchError(error, url, "unreachable");
  }
}

function resolveBySystem(host: string): Promise<readonly ResolvedAddress[]> {
  return lookUp(host, { all: true, order: "verbatim" });
}

/** Connects to the addresses given and to no other, whatever the name means by then. */
function connectTo(addresses: readonly ResolvedAddress[], zone: Zone, closing: AbortSignal): buildConnector.connector {
  const [first] = addresses;
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
  return ({ hostname, port, protocol }, callback) => {
    const isSecure = protocol === "https:";
    const host = hostname.replace(/^\[|\]$/g, "");
    const target = {
      host,
      port: Number(port) || (isSecure ? 443 : 80),
      lookup,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: FAMILY_ATTEMPT_MS,
    };
    const socket: Socket = isSecure
      ? connectSecure({ ...target, servername: isIP(host) > 0 ? "" : host, ALPNProtocols: ["http/1.1"] })
      : connectPlain(target);
    const close = () => socket.destroy();
    closing.addEventListener("abort", close, { once: true });
    socket
      .once("close", () => closing.removeEventListener("abort", close))
      .once(isSecure ? "secureConnect" : "connect", () => {
        // Asked of the connection itself, so that no way around the checks above can go unseen.
        const why = checkAddress(socket.remoteAddress ?? "", zone);
        if (why) socket.destroy(new FetchError("not-public", `${host} was connected to what ${why}.`));
        else callback(null, socket);
      })
      .on("error", (error) => callback(error, null));
  };
}

function readLocation(url: URL, { headers, status }: Answer): string {
  const location = headers["location"];
  if (typeof location === "string" && location.trim() !== "") return asUtf8(location);
  const what = location === undefined ? "no address" : "no address that can be read";
  throw new FetchError("bad-redirect", `${printUrl(url)} answers ${status}, a redirect, with ${what}.`, { status });
}

/** Headers are read a character a byte, and many servers write addresses in UTF-8. */
function asUtf8(header: string): string {
  const bytes = Buffer.from(header, "latin1");
  return isUtf8(bytes) ? bytes.toString() : header;
}

/** The answer that is no redirect: refused by what its headers say, then read within the limit. */
async function read(url: URL, answer: Answer, { accept, maxBytes }: FetchOptions): Promise<Fetched> {
  const headers = keepHeaders(answer.headers);
  const { status, body } = answer;
  if (!COMPLETE.includes(status)) {
    const retryAfter = headers["retry-after"];
    throw new FetchError("status", `${printUrl(url)} answers with status ${status}.`, { status, retryAfter });
  }
  const type = mediaTypeOf(headers["content-type"]);
  if (!accept.some((wanted) => matches(type, wanted))) {
    const what = type === "" ? "does not say what it is" : `is ${quote(type)}`;
    throw new FetchError("wrong-type", `${printUrl(url)} ${what}; wanted: ${accept.join(", ")}.`, { status });
  }
  const tooLarge = new FetchError("too-large", `${printUrl(url)} is larger than ${maxBytes} bytes.`, { status });
  const decoder = openDecoder(url, one(answer.headers["content-encoding"]));
  const rawLimit = decoder === undefined ? maxBytes : maxBytes + COMPRESSION_OVERHEAD;
  if (Number(one(answer.headers["content-length"])) > rawLimit) throw tooLarge;
  try {
    const bytes = await collect(body, decoder, rawLimit, maxBytes, tooLarge);
    return { url: url.href, status, headers, body: bytes };
  } catch (error) {
    throw toFetchError(error, url, "cut-off");
  }
}

/** Reads to the end or to the limit, whichever is first; nothing beyond it is decompressed. */
async function collect(
  body: Readable,
  decoder: ((start: Uint8Array) => Transform) | undefined,
  rawLimit: number,
  limit: number,
  tooLarge: FetchError,
): Promise<Uint8Array<ArrayBuffer>> {
  if (decoder === undefined) return gather(body, limit, tooLarge);
  const chunks = body[Symbol.asyncIterator]();
  const start = await chunks.next();
  if (start.done) return new Uint8Array();
  async function* raw() {
    let size = 0;
    for (let chunk = start; !chunk.done; chunk = await chunks.next()) {
      size += chunk.value.length;
      if (size > rawLimit) throw tooLarge;
      yield chunk.value;
    }
  }
  return pipeline(raw, decoder(start.value), (decoded: AsyncIterable<Uint8Array>) => gather(decoded, limit, tooLarge));
}

async function gather(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  tooLarge: FetchError,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    size += part.length;
    if (size > limit) throw tooLarge;
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** What decompresses the body, made from its first bytes; undefined for a body that is not compressed. */
function openDecoder(url: URL, encoding: string): ((start: Uint8Array) => Transform) | undefined {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const [name = "identity"] = names;
  // One after the other is allowed by HTTP, used by nobody, and a bomb in a bomb.
  const decoder = names.length > 1 ? undefined : DECODERS.get(name);
  if (name === "identity") return undefined;
  if (decoder) return decoder;
  throw new FetchError("bad-encoding", `${printUrl(url)} is compressed as ${quote(encoding)}, unknown here.`);
}

const DECODERS: ReadonlyMap<string, (start: Uint8Array) => Transform> = new Map<
  string,
  (start: Uint8Array) => Transform
>([
  ["gzip", () => zlib.createGunzip()],
  ["x-gzip", () => zlib.createGunzip()],
  ["br", () => zlib.createBrotliDecompress()],
  // Meant with a zlib header, sent without one by many.
  ["deflate", ([first = 0]: Uint8Array) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
  ...(DECODES_ZSTD ? ([["zstd", openZstd]] as const) : []),
]);

function openZstd(): Transform {
  return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
}

function keepHeaders(headers: Answer["headers"]): Fetched["headers"] {
  const kept: Partial<Record<KeptHeader, string>> = {};
  for (const name of KEPT_HEADERS) {
    const value = one(headers[name]);
    if (value !== "") kept[name] = value;
  }
  return kept;
}

/** A header that was sent twice counts as it was sent last. */
function one(value: string | readonly string[] | undefined): string {
  return (typeof value === "string" ? value : (value?.at(-1) ?? "")).trim();
}

function mediaTypeOf(contentType = ""): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

function matches(type: string, wanted: string): boolean {
  if (wanted === "*/*" || type === wanted) return true;
  return wanted.endsWith("/*") && type.startsWith(wanted.slice(0, -1));
}

function withoutHash(url: URL): string {
  return url.href.replace(/#.*$/s, "");
}

/** What the system says, in words; by the code of the error. */
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

/** `otherwise` is what it was when the error does not say more: before the answer began, or after. */
function toFetchError(error: unknown, url: URL, otherwise: "unreachable" | "cut-off"): FetchError {
  if (error instanceof FetchError) return error;
  const code = codeOf(error);
  const asked = printUrl(url);
  if (BROKEN_COMPRESSION.test(code))
    return new FetchError("bad-encoding", `${asked} is broken where it is compressed.`);
  if (BROKEN_CERTIFICATE.test(code))
    return new FetchError("bad-certificate", `${asked} has no valid certificate (${code}).`);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new FetchError("too-large", `${asked} answers with headers of more than ${MAX_HEADER_BYTES} bytes.`);
  }
  if (error instanceof errors.HTTPParserError) {
    return new FetchError("bad-answer", `${asked} answers with what is not HTTP.`);
  }
  const words = WORDS[code] ?? (code || "the reason is not known");
  const told = otherwise === "cut-off" ? "ended in the middle" : "could not be reached";
  return new FetchError(otherwise, `${asked} ${told}: ${words}.`);
}

/** Of several attempts at one host, the first is the one to tell of. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** What `work` comes to, unless the signal comes first; `work` may then still end, unheard. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject);
  });
}
