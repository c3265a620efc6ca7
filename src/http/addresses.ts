/** Which addresses may be requested: public web servers, by names and addresses written as what they are. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { LOCAL_SUFFIX } from "../lib/host-name.ts";

/** The network that an address must belong to: `private` is any, `loopback` this machine alone. */
export type Zone = "public" | "private" | "loopback";

export interface UrlRefusal {
  readonly reason: "bad-url" | "not-public";
  /** The end of a sentence that begins with the address: `is an ftp address, and …`. */
  readonly why: string;
}

export type UrlCheck = { readonly url: URL; readonly zone: Zone } | { readonly refusal: UrlRefusal };

export interface UrlCheckOptions {
  /** What a relative address starts from: that of the page that redirects. */
  readonly base?: URL | undefined;
  /** Allows `localhost`, 127.0.0.0/8 and [::1], at any port: for tests and for a local server. */
  readonly allowsLoopback?: boolean | undefined;
  /**
   * Allows https at any address and port, for a server of the organization's own network that
   * its operator named; plain http is then left to this machine, and only with `allowsLoopback`.
   */
  readonly allowsPrivate?: boolean | undefined;
}

/** Browsers leave these out of an address; in an honest one they do not occur. */
const CONTROL = /[\p{Cc}\p{Cf}]/u;

/** What comes before the path; the slashes are exactly these, though a URL parser takes others. */
const AUTHORITY = /^(?:(?:https?):)?\/\/([^/?#\\]*)/i;

/**
 * Checks an address before it is requested. Names pass here: what they stand
 * for is known only after they are resolved, and goes through `checkAddress`.
 * Takes text, not a `URL`: parsing turns `2130706433` into `127.0.0.1`, and
 * someone who writes the one means to be misread.
 */
export function checkUrl(
  text: string,
  { base, allowsLoopback = false, allowsPrivate = false }: UrlCheckOptions = {},
): UrlCheck {
  const spelled = text.trim();
  const url = URL.parse(spelled, base);
  if (/^[^/?#]*\/\/[^/?#]*\[[^\]]*%/.test(spelled)) {
    return refuse("bad-url", "names a network interface (an IPv6 zone), which means something on one machine only");
  }
  if (!url) return refuse("bad-url", "is not a web address");
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refuse("bad-url", `is of the kind '${url.protocol}', and only http and https are fetched`);
  }
  if (url.username || url.password) return refuse("bad-url", "carries a name or password, and none is ever sent");
  if (CONTROL.test(spelled)) return refuse("bad-url", "has invisible characters in it");

  const hidden = refuseSpelling(spelled, url, base);
  if (hidden) return hidden;
  const zone: Zone = allowsLoopback && isLoopbackHost(url) ? "loopback" : allowsPrivate ? "private" : "public";
  if (zone === "private" && url.protocol !== "https:") {
    return refuse("bad-url", "is not an https address, and whatever is sent to it could be read on its way");
  }
  const why = zone === "public" ? (refusePort(url) ?? refuseHost(url)) : undefined;
  return why ? refuse("not-public", why) : { url, zone };
}

/**
 * Checks the address of a server whose API is asked: it may be in the
 * organization's network; plain http is for this machine, where nobody listens
 * in. The address comes back with a slash at its end, without query and anchor.
 */
export function checkServerUrl(text: string): UrlCheck {
  const check = checkUrl(text, { allowsLoopback: true, allowsPrivate: true });
  if ("refusal" in check) return check;
  const { url } = check;
  url.search = "";
  url.hash = "";
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/`;
  return check;
}

/**
 * Why an address may not be connected to, or undefined: the end of a sentence,
 * `is a private address …`. Takes what a resolver gives: no brackets.
 */
export function checkAddress(address: string, zone: Zone): string | undefined {
  if (isIP(address) === 0) return "is not an IP address";
  if (address.includes("%")) return "names a network interface, which means something on one machine only";
  if (zone === "private") return undefined;
  const range = rangeOf(address);
  if (zone === "loopback") return range === "loopback" ? undefined : "is not this machine, though the name says so";
  return range === undefined
    ? undefined
    : `is ${RANGES[range] ?? "in a reserved range"}, and only public ones are fetched`;
}

/** The host of an address as sockets take it: IPv6 without its brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

const RANGES: Readonly<Record<string, string>> = {
  unspecified: "an address for no or any machine",
  broadcast: "a broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address, where clouds keep their secrets",
  loopback: "a loopback address: this machine",
  carrierGradeNat: "an address inside a provider's network",
  private: "a private address of a local network",
  uniqueLocal: "a private address of a local network",
  deprecatedSiteLocal: "a private address of a local network",
  ipv4Mapped: "an IPv4 address in the disguise of IPv6",
  rfc6145: "an IPv4 address in the disguise of IPv6",
  rfc6052: "an IPv4 address behind a translator (NAT64)",
  "6to4": "an IPv4 address behind a tunnel (6to4)",
  teredo: "an IPv4 address behind a tunnel (Teredo)",
  cloudHost: "an address that answers only inside a cloud",
  unassigned: "outside the range that public IPv6 addresses come from",
};

/** The only IPv6 addresses given to public machines so far (RFC 4291, IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public by its number, but the host of the virtual machines in one large cloud answers there. */
const CLOUD_HOST = "168.63.129.16";

/** The special range that an address is in; undefined when it is public unicast. */
function rangeOf(address: string): string | undefined {
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== "unicast") return range;
  if (address === CLOUD_HOST) return "cloudHost";
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_UNICAST) ? "unassigned" : undefined;
}

/** A host that becomes an IP address must be spelled as that address, and an authority must be spelled as one. */
function refuseSpelling(spelled: string, url: URL, base: URL | undefined): UrlCheck | undefined {
  const authority = AUTHORITY.exec(spelled)?.[1];
  if (!authority) {
    const staysThere =
      base !== undefined && url.origin === base.origin && !/^[a-z][a-z\d+.-]*:|^[/\\]{2}/i.test(spelled);
    return staysThere ? undefined : refuse("bad-url", "does not begin with http:// or https:// and a host");
  }
  const host = authority.replace(/:\d*$/, "").toLowerCase();
  if (host.endsWith(".") || url.hostname.endsWith(".")) return refuse("bad-url", "has a host that ends in a dot");
  if (isIP(bareHost(url)) === 4 && host !== url.hostname) {
    return refuse("not-public", `hides the address ${url.hostname} behind another spelling`);
  }
  return undefined;
}

export function isLoopbackHost(url: URL): boolean {
  const host = bareHost(url);
  return isIP(host) > 0 ? rangeOf(host) === "loopback" : /(?:^|\.)localhost$/.test(host);
}

/** A port that is the default of its scheme is the empty string. */
function refusePort({ port }: URL): string | undefined {
  return ["", "80", "443"].includes(port) ? undefined : `uses port ${port}, and only 80 and 443 are allowed`;
}

function refuseHost(url: URL): string | undefined {
  const host = bareHost(url);
  if (isIP(host) > 0) return checkAddress(host, "public");
  if (/(?:^|\.)localhost$/.test(host)) return "is this machine, and only public ones are fetched";
  if (!host.includes(".")) return "has a host without a dot, as only local networks know them";
  if (LOCAL_SUFFIX.test(host)) return "has a host of a local network, and only public ones are fetched";
  return undefined;
}

function refuse(reason: UrlRefusal["reason"], why: string): UrlCheck {
  return { refusal: { reason, why } };
}
