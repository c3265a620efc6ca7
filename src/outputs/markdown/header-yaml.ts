/** Texts and lists of texts as a block of YAML, word for word as the library writes it, which is asked only where a text needs quotes. */
import { stringify } from "yaml";

export type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

/** Long lines are not folded: a reader of one line at a time shall see the whole value. A list has at least one text. */
export function toYaml(fields: HeaderFields): string {
  return Object.entries(fields).map(toLines).join("");
}

function toLines([name, value]: [string, HeaderFields[string]]): string {
  if (typeof value === "string") return isPlain(value) ? `${name}: ${value}\n` : askLibrary(name, value);
  return value.every(isPlain) ? `${name}:\n${value.map((one) => `  - ${one}\n`).join("")}` : askLibrary(name, value);
}

function askLibrary(name: string, value: HeaderFields[string]): string {
  return stringify({ [name]: value }, { lineWidth: 0 });
}

/** A letter first, since no number and no sign of YAML begins with one. */
const PLAIN = /^[A-Za-z](?:[^\p{C}\p{Z}:#]| (?!#)|:(?=\S)|(?<=\S)#)*$/u;
/** The library takes it for no number, whose sign would be in front. */
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;
const RESERVED = /^(?:null|true|false)$/i;

/** True for most texts that need no quotes, and for none that does. */
function isPlain(text: string): boolean {
  return DATE.test(text) || (PLAIN.test(text) && !RESERVED.test(text) && !text.endsWith(" "));
}
