/** Elements and dates as XML feeds spell them; every text and value is escaped here, once. */
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { midnightOf } from "../../lib/partial-date.ts";
import { type Attributes, attributesOf } from "../html-parts.ts";

/** An element with a text; attributes without a value are left out. */
export function element(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${attributesOf(attributes)}>${escapeMarkup(text)}</${name}>`;
}

/** An element with other elements in it, which are XML already. */
export function group(name: string, children: readonly string[], attributes: Attributes = {}): string {
  return [`<${name}${attributesOf(attributes)}>`, ...children, `</${name}>`].join("\n");
}

/** An element with nothing in it. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

/** A whole document; `style` is the path of the style sheet that makes it readable in a browser. */
export function xmlDocument(style: string, root: string): string {
  const styleSheet = `<?xml-stylesheet type="text/css" href="${escapeMarkup(style)}"?>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', styleSheet, root, ""].join("\n");
}

/** Midnight UTC of a day as RFC 822 with a year of four digits: `Fri, 02 Jan 2026 00:00:00 +0000`. */
export function rfc822(day: string): string {
  return new Date(midnightOf(day)).toUTCString().replace("GMT", "+0000");
}
