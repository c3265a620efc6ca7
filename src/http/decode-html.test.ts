import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeHtml } from "./decode-html.ts";

/** Text with one byte a character. */
const latin = (text: string) => Buffer.from(text, "latin1");
const utf8 = (text: string) => Buffer.from(text);

describe("the encoding of a page", () => {
  const cases: [name: string, bytes: Uint8Array, contentType: string | undefined, text: string][] = [
    ["a mark of UTF-8", utf8("\uFEFFé"), "text/html; charset=iso-8859-1", "é"],
    ["a mark of UTF-16", Buffer.from("\uFEFFé", "utf16le"), "text/html; charset=utf-8", "é"],
    ["a mark of UTF-16, high byte first", Buffer.from("\uFEFFé", "utf16le").swap16(), undefined, "é"],
    ["the header, UTF-8", utf8("é"), "text/html; charset=utf-8", "é"],
    ["the header, in quotes and capitals", utf8("é"), 'text/html; x=y; Charset="UTF-8"', "é"],
    [
      "the header, latin1 being windows-1252",
      latin("caf\xe9 \x93x\x94 \x80"),
      "text/html; charset=latin1",
      "café “x” €",
    ],
    ["the header, another alphabet", latin("\xcf\xf0"), "text/html; charset=windows-1251", "Пр"],
    ["the header, two bytes a character", latin("\x83\x65"), "text/html; charset=shift_jis", "テ"],
    ["the header, UTF-16 without a mark", Buffer.from("é", "utf16le"), "text/html; charset=utf-16le", "é"],
    [
      "the header before the page",
      latin("<meta charset=windows-1252>\xcf\xf0"),
      "text/html; charset=windows-1251",
      "<meta charset=windows-1252>Пр",
    ],
    [
      "a header nobody knows, then the page",
      latin("<meta charset=windows-1251>\xcf\xf0"),
      "text/html; charset=nonsense",
      "<meta charset=windows-1251>Пр",
    ],
    ["the page", latin("<meta charset='windows-1251'>\xcf\xf0"), "text/html", "<meta charset='windows-1251'>Пр"],
    [
      "the page, as a header",
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xf0'),
      undefined,
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">П',
    ],
    [
      "the page, not its comments",
      latin("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>\xcf"),
      undefined,
      "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>П",
    ],
    [
      "the page, as XML",
      latin('<?xml version="1.0" encoding="windows-1251"?>\xcf'),
      undefined,
      '<?xml version="1.0" encoding="windows-1251"?>П',
    ],
    ["the page, claiming UTF-16 in plain bytes", utf8("<meta charset=utf-16>é"), undefined, "<meta charset=utf-16>é"],
    ["a header without a decoder", latin("\xe9"), "text/html; charset=iso-2022-kr", "é"],
    ["nothing said, UTF-8", utf8("é"), undefined, "é"],
    ["nothing said, not UTF-8", latin("\xe9"), undefined, "é"],
    ["nothing at all", utf8(""), undefined, ""],
    ["the lie: ASCII, and it is UTF-8", utf8("naïve “é”"), "text/html; charset=us-ascii", "naïve “é”"],
    ["the lie: latin1, and it is UTF-8", utf8("naïve “é”"), "text/html; charset=iso-8859-1", "naïve “é”"],
    ["the lie in the page", utf8("<meta charset=iso-8859-15>ï"), undefined, "<meta charset=iso-8859-15>ï"],
    ["the lie: UTF-8, and it is windows-1252", latin("caf\xe9 \x93x\x94"), "text/html; charset=utf-8", "café “x”"],
    [
      "UTF-8 with one broken byte",
      Buffer.concat([utf8("é “x” "), latin("\xe9.")]),
      "text/html; charset=utf-8",
      "é “x” \uFFFD.",
    ],
    ["no lie: a two-byte encoding that could be UTF-8", latin("\xc3\xa9"), "text/html; charset=gbk", "茅"],
  ];
  for (const [name, bytes, contentType, text] of cases) {
    test(name, () => assert.equal(decodeHtml(bytes, contentType), text));
  }
});
