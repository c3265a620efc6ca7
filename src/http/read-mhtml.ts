/** The page in a file that a browser saved as .mhtml: the first HTML part of a MIME message (RFC 2557, RFC 2045). */

export interface MhtmlPage {
  /** As it was sent, in the encoding that `contentType` names. */
  readonly body: Uint8Array;
  readonly contentType: string;
  /** The address that it was saved from. */
  readonly location: string | undefined;
}

/** Browsers write a few lines of headers and, for each picture or style, one part. */
const MAX_HEADERS = 20_000;
const MAX_PARTS = 2000;

/** Undefined when the bytes hold no page. */
export function readMhtml(bytes: Uint8Array): MhtmlPage | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = splitHead(file);
  const message = readHeaders(head.headers);
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(message.get("content-type") ?? "");
  const parts = boundary ? partsOf(head.body, boundary[1] ?? boundary[2] ?? "") : [file];
  for (const part of parts) {
    const { headers: text, body } = splitHead(part);
    const headers = readHeaders(text);
    const contentType = headers.get("content-type") ?? "";
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) continue;
    return {
      body: decode(body, headers.get("content-transfer-encoding") ?? ""),
      contentType,
      location: message.get("snapshot-content-location") ?? headers.get("content-location"),
    };
  }
  return undefined;
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const mark = `--${boundary}`;
  const parts: Buffer[] = [];
  for (let start = body.indexOf(mark); start >= 0 && parts.length < MAX_PARTS; ) {
    const begin = start + mark.length;
    const end = body.indexOf(mark, begin);
    parts.push(body.subarray(begin, end < 0 ? body.length : end));
    start = end;
  }
  return parts;
}

/** Headers and body, which the first empty line parts. */
function splitHead(bytes: Buffer): { readonly headers: string; readonly body: Buffer } {
  const text = bytes.subarray(0, MAX_HEADERS).toString("latin1");
  const [lead = ""] = /^[\r\n]*/.exec(text) ?? [];
  const gap = /\r?\n\r?\n/.exec(text.slice(lead.length));
  const end = lead.length + (gap === null ? text.length : gap.index);
  return { headers: text.slice(lead.length, end), body: bytes.subarray(end + (gap?.[0].length ?? 0)) };
}

/** By name in lower case; a line that begins with white space goes on with the one before. */
function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function decode(body: Buffer, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) return Buffer.from(body.toString("latin1"), "base64");
  if (!/^quoted-printable$/i.test(encoding)) return body;
  const text = body
    .toString("latin1")
    .replace(/=\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, "latin1");
}
