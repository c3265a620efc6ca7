/** Promise: a built site made of texts, for tests of checks. */
import { type BuiltSite, toSite } from "./built-site.ts";
import { type Check, type Outcome, shortfalls } from "./check.ts";

export const SITE_URL = new URL("https://site.example/");

/** A site of these files, by their path below its folder. */
export function siteOf(files: Readonly<Record<string, string | Buffer>>): BuiltSite {
  const read = (file: string) => {
    const content = files[file];
    if (content === undefined) throw new Error(`There is no file ${file}`);
    return Buffer.from(content);
  };
  return toSite(Object.keys(files).sort(), read, SITE_URL);
}

/** A page that no check of pages finds anything wrong with; `head` and `body` are added. */
export function pageOf(path: string, { head = "", body = "" } = {}): string {
  return `<!doctype html><html lang="en"><head><title>Page ${path}</title><meta name="description" content="About ${path}"><link rel="canonical" href="${new URL(path, SITE_URL)}">${head}</head><body><a href="#main">Skip</a><h1>${path}</h1><main id="main">${body}</main></body></html>`;
}

/** What a check says of these files: `where: message`, sorted; what it looked at too little is not said. */
export async function faultsIn(check: Check, files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const { faults } = await check.run(siteOf(files));
  return faults.map(({ where, message }) => `${where}: ${message}`).sort();
}

/** What a check says it looked at, and of what too little. */
export async function lookedIn(
  check: Check,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<{ readonly looked: Outcome["looked"]; readonly short: string[] }> {
  const outcome = await check.run(siteOf(files));
  return { looked: outcome.looked, short: shortfalls(outcome).map(({ message }) => message) };
}
