import { stringify, type ToStringOptions } from "yaml";

/**
 * The fields of front matter. By default lines are not folded, and texts are quoted only where YAML needs it; `options`
 * are those of the library: https://eemeli.org/yaml/#tostring-options
 */
export function formatYaml(fields: Readonly<Record<string, unknown>>, options?: ToStringOptions): string {
  return Object.entries(fields)
    .map(([name, value]) => (options ? undefined : formatPlain(name, value)) ?? formatField(name, value, options))
    .join("");
}

function formatField(name: string, value: unknown, options?: ToStringOptions): string {
  return stringify({ [name]: value }, { lineWidth: 0, ...options });
}

/** What the library writes by default, in a fraction of its time; undefined for all but plain texts and lists of them. */
function formatPlain(name: string, value: unknown): string | undefined {
  if (isPlain(value)) return `${name}: ${value}\n`;
  const isList = Array.isArray(value) && value.length > 0 && value.every(isPlain);
  return isList ? `${name}:\n${value.map((one) => `  - ${one}\n`).join("")}` : undefined;
}

/** A letter first, since no number and no sign of YAML begins with one. */
const PLAIN = /^[A-Za-z](?:[^\p{C}\p{Z}:#]| (?!#)|:(?=\S)|(?<=\S)#)*$/u;
/** The library does not take it for a number: a sign could only come first. */
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;
const RESERVED = /^(?:null|true|false)$/i;

/** True for most texts that need no quotes, and for none that does. */
function isPlain(value: unknown): value is string {
  if (typeof value !== "string") return false;
  return DATE.test(value) || (PLAIN.test(value) && !RESERVED.test(value) && !value.endsWith(" "));
}
