/** Headers of `vercel.json` for a path. */
import { escapeRegExp } from "../lib/escape-reg-exp.ts";
import type { VercelConfig } from "../outputs/hosts/vercel.ts";

/** Keys are lower-case; the last matching rule wins, as at Vercel. */
export function vercelHeaders({ headers }: VercelConfig, path: string): Map<string, string> {
  const found = headers.filter(({ source }) => toRegExp(source).test(path));
  return new Map(found.flatMap((rule) => rule.headers.map(({ key, value }) => [key.toLowerCase(), value] as const)));
}

/** Supports the part of path-to-regexp that `renderVercelConfig` writes: literals, escapes and groups. */
export function toRegExp(source: string): RegExp {
  const parts = source.match(/\\.|\([^)]*\)|[^\\(]/gs) ?? [];
  return new RegExp(`^${parts.map((part) => (/^[\\(]/.test(part) ? part : escapeRegExp(part))).join("")}$`);
}
