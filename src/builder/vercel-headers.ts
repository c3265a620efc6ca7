/** The headers that `vercel.json` has for a path, read as Vercel would. */
import { escapeRegExp } from "../lib/escape-reg-exp.ts";
import type { VercelConfig } from "../outputs/hosts/vercel.ts";

/** By lower-case name; where two rules fit, the later counts. */
export function vercelHeaders({ headers }: VercelConfig, path: string): Map<string, string> {
  const found = headers.filter(({ source }) => toRegExp(source).test(path));
  return new Map(found.flatMap((rule) => rule.headers.map(({ key, value }) => [key.toLowerCase(), value] as const)));
}

/** Of path-to-regexp what `renderVercelConfig` writes: literal text, signs after a backslash, and groups. */
export function toRegExp(source: string): RegExp {
  const parts = source.match(/\\.|\([^)]*\)|[^\\(]/gs) ?? [];
  return new RegExp(`^${parts.map((part) => (/^[\\(]/.test(part) ? part : escapeRegExp(part))).join("")}$`);
}
