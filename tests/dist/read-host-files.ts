/** What `_headers`, `_redirects` and `vercel.json` say, read by Netlify's own parsers and as Vercel documents its file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { toRegExp } from "../../src/builder/vercel-headers.ts";
import type { VercelConfig } from "../../src/outputs/hosts/vercel.ts";

export interface HeaderRule {
  /** Of paths, from the root of the domain. */
  readonly pattern: RegExp;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface HostRedirect {
  /** As it reads: a host compares decoded paths. */
  readonly from: string;
  /** As a link has it. */
  readonly to: string;
}

/**
 * Surprises of the parser: it skips a line without a colon in silence, and its
 * pattern for a path ignores case and takes a dot beside `*` for any character.
 * https://github.com/netlify/build/blob/main/packages/headers-parser/src/for_regexp.ts
 */
export async function readHeadersFile(text: string): Promise<{ rules: HeaderRule[]; errors: string[] }> {
  const { headers, errors } = await withFile(text, (file) =>
    parseAllHeaders({ headersFiles: [file], configHeaders: undefined, minimal: false }),
  );
  const rules = headers.flatMap((rule) =>
    "forRegExp" in rule ? [{ pattern: rule.forRegExp, headers: toMap(Object.entries(rule.values)) }] : [],
  );
  return { rules, errors: errors.map(({ message }) => message) };
}

export function readVercelHeaders(text: string): HeaderRule[] {
  const { headers }: VercelConfig = JSON.parse(text);
  return headers.map(({ source, headers }) => ({
    pattern: toRegExp(source),
    headers: toMap(headers.map(({ key, value }) => [key, value])),
  }));
}

/**
 * Netlify's lines end in `!` and hold for a path with its closing slash and
 * without. Cloudflare skips those as mistakes and needs a line for each form,
 * so only redirects that both hosts have are returned.
 *
 * Surprises of the parser: its result has the type `unknown[]`, and of lines
 * that say the same it returns one, so that repetitions are counted here.
 * https://github.com/netlify/build/blob/main/packages/redirect-parser/src/merge.ts
 */
export async function readRedirectsFile(text: string): Promise<HostRedirect[]> {
  const { redirects } = await withFile(text, (file) =>
    parseAllRedirects({ redirectsFiles: [file], configRedirects: [], minimal: true }),
  );
  const lines = text.split("\n");
  const all = (redirects as { from: string; to: string; status: number; force: boolean }[])
    .filter(({ status }) => status === 301)
    .flatMap(({ from, to, force }) =>
      lines
        .filter((line) => line === `${from} ${to} 301${force ? "!" : ""}`)
        .map(() => ({ from: decodeURIComponent(from), to: to.replace(/:splat$/, "*"), force })),
    );
  const forced = new Set(
    all
      .filter(({ force }) => force)
      .flatMap(withBothForms)
      .map(toText),
  );
  return all.filter((redirect) => !redirect.force && forced.has(toText(redirect)));
}

/** The redirect from a page with its closing slash, and from the path without it; any other as it is. */
export function withBothForms({ from, to }: HostRedirect): HostRedirect[] {
  return [{ from, to }, ...(from.endsWith("/") ? [{ from: from.slice(0, -1), to }] : [])];
}

export function toText({ from, to }: HostRedirect): string {
  return `${from} -> ${to}`;
}

/** Both parsers read a file by its path only, and take a missing one for an empty one. */
async function withFile<T>(text: string, read: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-host-file-"));
  try {
    const file = join(folder, "file");
    await writeFile(file, text);
    return await read(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function toMap(headers: readonly (readonly [name: string, value: string])[]): Map<string, string> {
  return new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
}
