/** Host names as people write them and as machines compare them: `müller.example` is `xn--mller-kva.example`. */
import { domainToASCII, domainToUnicode } from "node:url";

/** Characters that end a host in an address, or encode another in it. */
const NO_HOST = /[\s/\\?#%@:[\]]/;

/** A host in the form that addresses have, in lower case; empty for a text that is none. */
export function toAsciiHost(text: string): string {
  return NO_HOST.test(text) ? "" : domainToASCII(text);
}

/** `аpple`, with a Cyrillic а, reads like another name: such a host is shown as machines have it. */
const MIXED = /(?=.*\p{Script=Latin})(?=.*[\p{Script=Cyrillic}\p{Script=Greek}])/u;

/** A host as readers know it, in its own letters. */
export function toReadableHost(host: string): string {
  if (!host.includes("xn--")) return host;
  const readable = domainToUnicode(host);
  return readable === "" || readable.split(".").some((label) => MIXED.test(label)) ? host : readable;
}
