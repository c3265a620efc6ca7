import { brotliDecompressSync } from "node:zlib";

/** First and last code point of a run of characters, both included. */
export type CharacterRange = readonly [first: number, last: number];

const HEADER_BYTES = 48;
/** Numbers of tables that the format knows by number; 63 stands for a tag that is written out. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const WRITTEN_OUT = 63;

/**
 * The characters that a WOFF2 font has a glyph for, in order. A font that is
 * cut for the web is often said to serve characters that it lacks, and what
 * draws a missing glyph draws an empty box.
 * The format: https://www.w3.org/TR/WOFF2/#table_dir_format
 */
export function woff2Characters(font: Buffer): CharacterRange[] {
  if (font.toString("latin1", 0, 4) !== "wOF2") throw new Error("This is no WOFF2 font.");
  const { start, length, data } = findCmap(font);
  const tables = brotliDecompressSync(font.subarray(data, data + font.readUInt32BE(20)));
  return readCmap(tables.subarray(start, start + length));
}

/** Where the character map stands among the decompressed tables, and where the compressed ones begin. */
function findCmap(font: Buffer): { start: number; length: number; data: number } {
  let position = HEADER_BYTES;
  let stream = 0;
  let found: { start: number; length: number } | undefined;
  const readNumber = () => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80; ) {
      byte = font.readUInt8(position++);
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  for (let count = font.readUInt16BE(12); count > 0; count--) {
    const flags = font.readUInt8(position++);
    const table = flags & 63;
    const version = flags >> 6;
    if (table === WRITTEN_OUT) position += 4;
    const plainLength = readNumber();
    const isTransformed = table === GLYF || table === LOCA ? version !== 3 : version !== 0;
    const length = isTransformed ? readNumber() : plainLength;
    if (table === CMAP) found = { start: stream, length };
    stream += length;
  }
  if (!found) throw new Error("The font has no character map.");
  return { ...found, data: position };
}

function readCmap(cmap: Buffer): CharacterRange[] {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4)),
  );
  const full = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (full) return readGroups(full);
  const basic = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (basic) return readSegments(basic);
  throw new Error("The font has a character map of an unknown format.");
}

/** Format 12: all of Unicode. */
function readGroups(subtable: Buffer): CharacterRange[] {
  return Array.from({ length: subtable.readUInt32BE(12) }, (_, index) => {
    const group = 16 + index * 12;
    return [subtable.readUInt32BE(group), subtable.readUInt32BE(group + 4)] as const;
  });
}

/** Format 4: up to U+FFFE; the last segment, U+FFFF, is no character. */
function readSegments(subtable: Buffer): CharacterRange[] {
  const bytes = subtable.readUInt16BE(6);
  const ranges = Array.from({ length: bytes / 2 }, (_, index) => {
    const last = subtable.readUInt16BE(14 + index * 2);
    const first = subtable.readUInt16BE(16 + bytes + index * 2);
    return [first, last] as const;
  });
  return ranges.filter(([first]) => first !== 0xffff);
}
