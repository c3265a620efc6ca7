/** What of a document may be published: short texts and public addresses, and nothing that reaches a person. */
import { checkUrl } from "../../http/addresses.ts";
import { byText } from "../../lib/order.ts";
import { isPartialDate, type PartialDate } from "../../lib/partial-date.ts";
import { toLine } from "../../lib/text.ts";

const MAX_TEXT = 200;

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Grouped as people write them, or ten digits alone; versions such as 5.0.1.693 are not. */
const TELEPHONE = /(?:^|\s)\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}\b|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b|^1?\d{10}$/;
/** What programs and templates write where a value belongs. */
const PLACEHOLDER = /^IGNORED_FIELD$|\$\{|\{\{|<[a-z_ -]+>/i;
/** Words for no value in a name or a version; as codes they mean something: clients may authenticate by `none`. */
const NO_VALUE = /^(?:string|unknown|none|null|undefined|n\/?a|tbd|todo|-+|\?+)$/i;
const NO_TEXT = /[\uFFFD\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|(?!\s)\p{Cc}/gu;

/** A text on one line; undefined for what is no text, says nothing, or reaches a person or a network that is not public. */
export function publishText(value: unknown): string | undefined {
  const read = readText(value);
  return "text" in read && read.text !== "" ? read.text : undefined;
}

/** The text, empty where it says nothing, or why it is not published, as the end of a sentence. */
function readText(value: unknown): { readonly text: string } | { readonly objection: string } {
  if (value === undefined || value === null) return { text: "" };
  if (typeof value !== "string") return { objection: "not a text" };
  // Measured before it is cleaned: composing letters takes quadratic time in a text of unlimited length.
  if (value.length > 10 * MAX_TEXT) return TOO_LONG;
  const text = toLine(value.replace(NO_TEXT, ""));
  if (text.length > MAX_TEXT) return TOO_LONG;
  if (EMAIL.test(text) || TELEPHONE.test(text)) return { objection: "with an e-mail address or a telephone number" };
  if (PLACEHOLDER.test(text)) return { objection: "with a placeholder, such as <id>" };
  const addresses = text.match(/\bhttps?:\/\/[^\s|]+/gi) ?? [];
  return addresses.every(isPublic) ? { text } : { objection: "with an address that is not public" };
}

const TOO_LONG = { objection: `longer than ${MAX_TEXT} characters` };

const PORT = /^(https?:\/\/[^/?#:]+):\d{1,5}(?=[/?#]|$)/i;

/** Any port may be published; the rules of what may be requested are narrower. */
function isPublic(address: string): boolean {
  return !("refusal" in checkUrl(address.replace(PORT, "$1")));
}

/** A name or a version; undefined for a word that stands for none. */
export function publishName(value: unknown): string | undefined {
  const text = publishText(value);
  return text === undefined || NO_VALUE.test(text) ? undefined : text;
}

/** The texts that may be published, each once, in the order of the alphabet: the order of a document means nothing. */
export function publishTexts(values: readonly unknown[] | null | undefined): string[] {
  return [...new Set(values?.flatMap((value) => publishText(value) ?? []))].sort(byText);
}

/** As `publishTexts`; `field` is the path of the list in the record. */
export type PublishList = (field: string, values: readonly unknown[] | null | undefined) => string[];

/** Publishes lists, and remembers what had to be left out of each. */
export function createListPublisher() {
  const losses: string[] = [];
  const publish: PublishList = (field, values) => {
    const objections = [...new Set(values)].map(readText).flatMap((read) => ("text" in read ? [] : read.objection));
    for (const [objection, { length }] of Map.groupBy(objections, (one) => one))
      losses.push(`${field}: ${length} left out, ${objection}`);
    return publishTexts(values);
  };
  return {
    publish,
    /** `resources.Patient.searchParameters: 1 left out, longer than 200 characters`. */
    losses: losses as readonly string[],
  };
}

/** A web address of a public host without a query; undefined for localhost, private networks and placeholders. */
export function publishAddress(value: unknown): string | undefined {
  const text = publishText(value);
  if (text === undefined || !/^https?:\/\//i.test(text) || !isPublic(text)) return undefined;
  // `isPublic` does not look at the port, and 99999 is not one.
  const url = URL.parse(text);
  if (url === null) return undefined;
  url.search = "";
  url.hash = "";
  return /^[a-z\d.-]+(?::\d+)?$/.test(url.host) ? url.href : undefined;
}

export function publishHost(value: unknown): string | undefined {
  const address = publishAddress(value);
  return address === undefined ? undefined : new URL(address).host;
}

/** Addresses such as canonicals, with `|version`; one with a query, or of a server's own network, is not published. */
export function publishCanonicals(values: readonly unknown[] | null | undefined): string[] {
  return publishTexts(values).filter(
    (value) => !value.includes("?") && publishAddress(value.split("|")[0]) !== undefined,
  );
}

/** The day of a moment, or a date at the precision that is stated. */
export function publishDate(value: unknown): PartialDate | undefined {
  const text = publishText(value)?.replace(/T.*$/, "");
  return text !== undefined && isPartialDate(text) ? text : undefined;
}
