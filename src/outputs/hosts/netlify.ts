/** `_headers` and `_redirects` as Netlify and Cloudflare Pages read them, one file for both. */
import { addBase } from "../../lib/base-path.ts";
import { HEADER_ONLY } from "./content-policy.ts";
import type { HeaderTable } from "./header-table.ts";
import { formsOf, type Redirect, toRequestPath } from "./redirect-table.ts";

/**
 * What Cloudflare takes; the rest of a file is dropped without a word.
 * https://developers.cloudflare.com/pages/configuration/headers/ and redirects/
 */
export const cloudflareLimits = {
  headerRules: 100,
  headerLine: 2000,
  redirects: 2000,
} as const;

/**
 * Cloudflare opens every file of a site to the pages of others, unless a rule takes that header away; rules below it may
 * give it back. Netlify, which opens nothing, passes over a line without a colon.
 * https://developers.cloudflare.com/pages/configuration/headers/#detach-a-header
 */
export const cloudflareDetached = "! Access-Control-Allow-Origin";

/** What can run scripts, or loads something, and has no policy in its text as pages have. */
const WITHOUT_POLICY = ["/*.js", "/*.svg", "/*.xml"];

/**
 * Where two rules fit a path, both values are sent: every rule of a header has paths of its own. A browser holds a file
 * to each policy that it is sent with, so that no path could have a looser one than all. What all have is therefore what
 * a page cannot say; pages rely on the policy in their head, and files that have none get it by their ending.
 */
export function renderHeadersFile({ base, policy, everywhere, byPath }: HeaderTable): string {
  const all = [["Content-Security-Policy", HEADER_ONLY] as const, ...everywhere];
  const rules = new Map([["/*", [...all.map(([name, value]) => `${name}: ${value}`), cloudflareDetached]]]);
  const choices = [
    ...WITHOUT_POLICY.map((path) => ({ name: "Content-Security-Policy", path: addBase(base, path), value: policy })),
    ...byPath.flatMap(({ name, choices }) =>
      choices.flatMap(({ paths, value }) => paths.map((path) => ({ name, path, value }))),
    ),
  ].filter(({ value }) => value !== HEADER_ONLY);
  for (const { name, path, value } of choices) rules.set(path, [...(rules.get(path) ?? []), `${name}: ${value}`]);
  const blocks = [...rules].map(([path, lines]) => [path, ...lines.map((line) => `  ${line}`)].join("\n"));
  return `# Headers for Netlify and Cloudflare Pages.\n\n${blocks.join("\n\n")}\n`;
}

/**
 * Netlify redirects from an address that has a file only when told to with `!`,
 * which Cloudflare takes for a mistake; it skips the line and reads the next.
 * Netlify takes a path with and without its slash for one, Cloudflare for two.
 */
export function renderRedirectsFile(redirects: readonly Redirect[]): string {
  const lines = redirects.flatMap(({ from, to }) => {
    const source = toRequestPath(from);
    const target = to.replace(/\*$/, ":splat");
    return [`${source} ${target} 301!`, ...formsOf(source).map((path) => `${path} ${target} 301`)];
  });
  return [
    "# Former addresses, for Netlify (lines that end in !) and Cloudflare Pages (the others; it skips Netlify's).",
    ...lines,
    "",
  ].join("\n");
}
