/** Paths with one `*`, the only pattern that every host understands, and what they match. */
import { escapeRegExp } from "../../lib/escape-reg-exp.ts";

/** True when the path fits; `*` stands for any characters, slashes too, as on Netlify and Cloudflare. */
export function isMatch(pattern: string, path: string): boolean {
  return new RegExp(toRegExp(pattern)).test(path);
}

/** The pattern for servers that take regular expressions; the same text in JavaScript, PCRE and RE2. */
export function toRegExp(pattern: string): string {
  return `^${pattern.split("*").map(escapeRegExp).join(".*")}$`.replace(/\.\*\$$/, "");
}

/** One expression for several patterns. */
export function toAnyRegExp(patterns: readonly string[]): string {
  return patterns.map(toRegExp).join("|");
}
