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
  // Cut before it is cleaned: composing letters of a text without limit takes the square of its length.
  if (typeof value !== "string" || value.length > 10 * MAX_TEXT) return undefined;
  const text = toLine(value.replace(NO_TEXT, ""));
  if (text === "" || text.length > MAX_TEXT) return undefined;
  if ([EMAIL, TELEPHONE, PLACEHOLDER].some((no) => no.test(text))) return undefined;
  const addresses = text.match(/\bhttps?:\/\/[^\s|]+/gi) ?? [];
  return addresses.every(isPublic) ? text : undefined;
}

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

/** A web address of a public host without a query; undefined for localhost, private networks and placeholders. */
export function publishAddress(value: unknown): string | undefined {
  const text = publishText(value);
  if (text === undefined || !/^https?:\/\//i.test(text) || !isPublic(text)) return undefined;
  const url = new URL(text);
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
