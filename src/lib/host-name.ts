/** Host names as people write them and as machines compare them: `müller.example` is `xn--mller-kva.example`. */
import { domainToASCII, domainToUnicode } from "node:url";
import { hostOf } from "./clean-url.ts";

/** Names that never leave a local network or another naming system (RFC 6761, 6762, 7686, 8375; `.internal` by ICANN). */
export const LOCAL_SUFFIX = /\.(?:local|localdomain|internal|intranet|lan|home\.arpa|onion|invalid)$/;

/** True for a name that anybody can look up, as addresses have it: no IP address, and no name of this machine or of a local network. */
export function isPublicName(host: string): boolean {
  return /\.[a-z][a-z\d-]*$/.test(host) && !LOCAL_SUFFIX.test(host) && !host.endsWith(".localhost");
}

/** Characters that end a host in an address, or encode another in it. */
const NO_HOST = /[\s/\\?#%@:[\]]/;

/** A host in the form that addresses have, in lower case; empty for a text that is none. */
export function toAsciiHost(text: string): string {
  return NO_HOST.test(text) ? "" : domainToASCII(text);
}

const LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** `аpple`, with a Cyrillic а, reads like another name, and so does `аррӏе.com`, which is Cyrillic throughout. */
function readsLikeAnother(host: string): boolean {
  const labels = host.split(".");
  const isForeign = LIKE_LATIN.test(labels.at(-1) ?? "");
  return labels.some((label) => LIKE_LATIN.test(label) && (!isForeign || /\p{Script=Latin}/u.test(label)));
}

/** A host as readers know it, in its own letters; as machines have it where it would be taken for another. */
export function toReadableHost(host: string): string {
  if (!host.includes("xn--")) return host;
  const readable = domainToUnicode(host);
  return readable === "" || readsLikeAnother(readable) ? host : readable;
}

/** The host of an address as readers know it; empty when it is no web address. */
export function readableHostOf(address: string): string {
  return toReadableHost(hostOf(address));
}
