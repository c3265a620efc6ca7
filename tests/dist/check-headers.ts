/** Every host's file is printed from the one table, gives every file of the site its headers, and its policy allows every page what it holds and no more. */

import { copyEndings } from "../../src/builder/compress-site.ts";
import { hashOf, sitePolicy } from "../../src/builder/site-policy.ts";
import { vercelHeaders } from "../../src/builder/vercel-headers.ts";
import { type BuiltPage, type BuiltSite, elementsOf, policyOf, textOf } from "../../src/built-site/built-site.ts";
import { readPolicy } from "../../src/outputs/hosts/content-policy.ts";
import { fileTypes, typeOfFile } from "../../src/outputs/hosts/file-types.ts";
import { type HeaderTable, headersFor, headerTable } from "../../src/outputs/hosts/header-table.ts";
import { hiddenPaths } from "../../src/outputs/hosts/host-file-names.ts";
import { buildHostFiles } from "../../src/outputs/hosts/host-files.ts";
import { cloudflareLimits } from "../../src/outputs/hosts/netlify.ts";
import type { VercelConfig } from "../../src/outputs/hosts/vercel.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { tableOf } from "./check-redirects.ts";
import { type HeaderRule, headersIn, readHeaderRules } from "./read-headers-file.ts";

export const headersCheck: Check = {
  name: "headers",
  run(site) {
    const policy = sitePolicy(site);
    const hosts = [...buildHostFiles(policy, tableOf(site))];
    const files = [...site.files].filter((file) => !isForHosts(file) && !isCopy(file, site));
    const rules = readHeaderRules(hostTextOf(site, "_headers"));
    const inline = site.pages.flatMap(inlineOf);
    return {
      counts: [
        { what: "files for hosts", count: hosts.filter(([file]) => site.files.has(file)).length, least: hosts.length },
        { what: "files with their headers", count: files.length, least: site.pages.length },
        { what: "rules in _headers", count: rules.length, least: 10 },
        {
          what: "policies of pages",
          count: site.pages.filter((page) => policyOf(page) !== undefined).length,
          least: 1,
        },
        { what: "inline scripts and styles", count: inline.length, least: 0 },
      ],
      violations: [
        ...hosts.flatMap(([file, text]) => printingViolations(site, file, text)),
        ...limitViolations(hostTextOf(site, "_headers"), rules),
        ...fileViolations(site, files, headerTable(policy), rules),
        ...site.pages.flatMap((page) => policyViolations(page, policy)),
      ],
    };
  },
};

function isForHosts(file: string): boolean {
  return hiddenPaths.some((path) => `/${file}`.startsWith(path));
}

function isCopy(file: string, site: BuiltSite): boolean {
  const ending = Object.values(copyEndings).find((end) => file.endsWith(end));
  return ending !== undefined && site.files.has(file.slice(0, -ending.length));
}

/** Empty where the file is missing, which is a violation of its own. */
function hostTextOf(site: BuiltSite, file: string): string {
  return site.files.has(file) ? textOf(site, file) : "";
}

function printingViolations(site: BuiltSite, file: string, text: string): Violation[] {
  if (!site.files.has(file)) return [{ where: file, message: "is missing" }];
  return hostTextOf(site, file) === text
    ? []
    : [{ where: file, message: "is not what the table of headers and the redirects print" }];
}

function limitViolations(text: string, rules: readonly HeaderRule[]): Violation[] {
  const { headerRules, headerLine } = cloudflareLimits;
  const messages = text
    .split("\n")
    .filter((line) => line.length > headerLine)
    .map(
      (line) => `a line has ${line.length} characters, and Cloudflare takes ${headerLine}: ${line.trim().slice(0, 40)}`,
    );
  if (rules.length > headerRules) messages.push(`${rules.length} rules, and Cloudflare takes ${headerRules}`);
  return messages.map((message) => ({ where: "_headers", message }));
}

function fileViolations(
  site: BuiltSite,
  files: readonly string[],
  table: HeaderTable,
  rules: readonly HeaderRule[],
): Violation[] {
  // A static host sends these by itself: its own caching, and the types of common file endings.
  const untold = new Set([
    ...table.byPath.map(({ otherwise }) => otherwise),
    ...fileTypes.filter(({ isCommon }) => isCommon).map(({ type }) => type),
  ]);
  const vercel: VercelConfig | undefined = site.files.has("vercel.json")
    ? JSON.parse(textOf(site, "vercel.json"))
    : undefined;
  return files.flatMap((file) => {
    const path = `/${file}`;
    if (typeOfFile(path) === undefined) return [{ where: file, message: "no type in the table of files" }];
    const expected = headersFor(table, path);
    const said = [
      ["_headers", headersIn(rules, path)],
      ["vercel.json", vercel ? vercelHeaders(vercel, path) : new Map<string, string>()],
    ] as const;
    return said.flatMap(([host, found]) =>
      [...new Set([...expected.keys(), ...found.keys()])]
        .filter((name) => found.get(name) !== expected.get(name))
        .filter((name) => found.has(name) || !untold.has(expected.get(name)))
        .map((name) => ({
          where: file,
          message: `${host} gives ${name} as ${found.get(name)}, not ${expected.get(name)}`,
        })),
    );
  });
}

interface Inline {
  readonly directive: "script-src" | "style-src";
  readonly text: string;
}

/** Scripts and styles that a policy must name by their hash. A script of a type that no browser runs is data. */
function inlineOf(page: BuiltPage): Inline[] {
  const scripts = elementsOf(page, "script")
    .filter(({ attributes }) => attributes["src"] === undefined)
    .filter(({ attributes }) =>
      /^(|module|importmap|speculationrules|(text|application)\/javascript)$/i.test(attributes["type"] ?? ""),
    );
  const styles = elementsOf(page, "style");
  return [
    ...scripts.map(({ text }) => ({ directive: "script-src" as const, text })),
    ...styles.map(({ text }) => ({ directive: "style-src" as const, text })),
  ];
}

function policyViolations(page: BuiltPage, header: string): Violation[] {
  const allowed = readPolicy(header);
  const own = policyOf(page);
  const violations = inlineOf(page)
    .filter(({ directive, text }) => {
      const sources = allowed.get(directive) ?? allowed.get("default-src");
      return sources !== undefined && !sources.includes(`'${hashOf(text)}'`);
    })
    .map(({ directive, text }) => `${directive} of the header has no hash of "${text.trim().slice(0, 30)}"`);
  if (own === undefined) violations.push("no content security policy");
  // A directive that only some pages have would bind the others too.
  const known = own === undefined ? allowed : readPolicy(own);
  for (const name of allowed.keys())
    if (!known.has(name) && name !== "frame-ancestors")
      violations.push(`the header has ${name}, and the page's policy has not`);
  if (elementsOf(page, "*").some(({ attributes }) => attributes["style"] !== undefined))
    violations.push("a style attribute, which the policy refuses");
  return violations.map((message) => violationOf(page, message));
}
