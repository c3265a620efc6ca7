/** A graph says nothing that its page does not show: words, numbers, dates, addresses. */
import { formatCount } from "../../../src/lib/text.ts";
import { type GraphNode, type GraphPage, idOf, nodesOf, type Property, propertiesOf, quote } from "./graph-page.ts";
import { isDateProperty } from "./schema-org.ts";
import { comparable } from "./shown.ts";

export function shownViolations(page: GraphPage): string[] {
  const nodes = nodesOf(page);
  return [
    ...propertiesOf(nodes).flatMap((property) => {
      const place = `${property.type}.${property.name}`;
      return isShown(property, page) ? [] : [`${place} is not on the page: ${quote(property.value)}`];
    }),
    ...nodes.flatMap((node) => idViolations(node, page)),
  ];
}

function isShown({ name, value }: Property, { shown }: GraphPage): boolean {
  // The check of lists has the position; other values of these types are not shown as text.
  if (name === "position" || typeof value === "object" || typeof value === "boolean") return true;
  if (typeof value === "number") return hasWord(shown.text, formatCount(value));
  const text = String(value);
  if (name === "inLanguage") return shown.languages.has(text);
  // `application/pdf` is said as PDF.
  if (name === "encodingFormat") return shown.text.includes(text.replace("application/", "").toUpperCase());
  if (isDateProperty(name)) return shown.dates.has(text.replace(/T.*$/, ""));
  if (/^https?:\/\//.test(text)) return hasAddress(shown.addresses, text);
  return shown.text.includes(comparable(text));
}

/** An id begins with the address of the page that says more, or of the source: a reader must be able to get there too. */
function idViolations(node: GraphNode, { canonical, shown }: GraphPage): string[] {
  const id = idOf(node);
  if (id === undefined) return [];
  const address = id.replace(/#.*$/, "");
  if (address === canonical || hasAddress(shown.addresses, address) || hasAddress(shown.addresses, id)) return [];
  return [`no link leads to ${id}`];
}

function hasAddress(addresses: ReadonlySet<string>, address: string): boolean {
  return addresses.has(URL.parse(address)?.href ?? address);
}

/** A number that is no part of a longer one. */
function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\d,.])${word}(?![\\d]|[,.]\\d)`).test(text);
}
