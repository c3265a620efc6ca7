/** The text of an HTML page from its bytes, in the encoding that it is in, even where it claims another. */
import { isUtf8 } from "node:buffer";
import sniffHtmlEncoding from "html-encoding-sniffer";

/** Browsers look at 1024 bytes; some pages declare their encoding later. */
const PRESCAN_BYTES = 8192;

/** One byte a character, and never valid UTF-8 by chance once it holds more than ASCII. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-|macintosh$|x-mac-|ibm)/;

/**
 * Decodes as browsers do, except for two false declarations that the bytes
 * reveal: a page that claims a single-byte encoding, or none, and is valid
 * UTF-8 is UTF-8; one that claims UTF-8 and mostly is not is windows-1252.
 */
export function decodeHtml(bytes: Uint8Array, contentType = ""): string {
  const declared = decodable(
    sniffHtmlEncoding(bytes, {
      transportLayerEncodingLabel: charsetOf(contentType),
      maxPrescanBytes: PRESCAN_BYTES,
    }),
  );
  const isUtf8Declared = declared === "utf-8";
  const isFalse = isUtf8Declared ? !isMostlyUtf8(bytes) : SINGLE_BYTE.test(declared) && isUtf8(bytes);
  const encoding = isFalse ? (isUtf8Declared ? "windows-1252" : "utf-8") : declared;
  return new TextDecoder(encoding).decode(bytes);
}

/** Two encodings of the standard are no decoders (`replacement`, `x-user-defined`), and Node lacks some others. */
function decodable(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return "windows-1252";
  }
}

function charsetOf(contentType: string): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([^"'\s;,>]+)/i.exec(contentType)?.[1];
}

/** A few broken bytes, as in a reader's comment, do not make a page of another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}
