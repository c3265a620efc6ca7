/** The text of an HTML page from its bytes, in the encoding that it is in, even where it claims another. */
import { isUtf8 } from "node:buffer";

export interface DecodedHtml {
  readonly text: string;
  /** Name by the WHATWG: `utf-8`, `windows-1252`. */
  readonly encoding: string;
}

/** Pages declare their encoding early; browsers look at no less than this. */
const PRESCAN = 8192;

/** One byte a character, and never valid UTF-8 by chance once it holds more than ASCII. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-|macintosh$|x-mac-|ibm)/;

/**
 * Decodes in the order of the WHATWG: byte order mark, `Content-Type`, `<meta>`,
 * windows-1252. Two lies are seen through, because bytes cannot lie: what
 * claims a single-byte encoding, or none, and is valid UTF-8 is UTF-8; what
 * claims UTF-8 and is not is windows-1252, unless most of it is UTF-8 after all.
 */
export function decodeHtml(bytes: Uint8Array, contentType = ""): DecodedHtml {
  const marked = encodingOfMark(bytes);
  if (marked) return decode(bytes, marked);
  const declared = encodingOf(charsetOf(contentType)) ?? declaredInside(bytes) ?? "windows-1252";
  if (declared === "utf-8") return decode(bytes, isMostlyUtf8(bytes) ? "utf-8" : "windows-1252");
  return decode(bytes, SINGLE_BYTE.test(declared) && isUtf8(bytes) ? "utf-8" : declared);
}

function decode(bytes: Uint8Array, encoding: string): DecodedHtml {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return undefined;
}

/** The encoding that a label stands for (`latin1` is windows-1252), or undefined for a label that nobody knows. */
function encodingOf(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function charsetOf(text: string): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([^"'\s;,>]+)/i.exec(text)?.[1];
}

/** From `<meta charset>`, `<meta http-equiv>` or the XML declaration, outside comments. */
function declaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?-->/g, "");
  const metas = [...head.matchAll(/<meta[\s/][^>]*>/gi)].map(([meta]) => charsetOf(meta));
  const xml = /^<\?xml\s[^>]*\bencoding\s*=\s*["']([^"'>]+)["']/.exec(head)?.[1];
  const encoding = [...metas, xml].map(encodingOf).find((found) => found !== undefined);
  // The declaration was read byte by byte, so the page is not in two bytes a character.
  return encoding?.startsWith("utf-16") ? "utf-8" : encoding;
}

/** One broken byte, as in a comment of a reader, does not make a page of another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}
