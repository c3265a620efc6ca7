/** Hosts are told to send every file with its headers, and a content security policy that allows what the pages hold and no more. */

import { copyEndings } from "../../src/builder/compress-site.ts";
import { hashOf } from "../../src/builder/site-policy.ts";
import {
  type BuiltPage,
  type BuiltSite,
  elementsOf,
  parsePage,
  policyOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { readPolicy } from "../../src/outputs/hosts/content-policy.ts";
import { hiddenPaths, hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import { cloudflareLimits } from "../../src/outputs/hosts/netlify.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { type HeaderRule, readHeadersFile, readVercelHeaders } from "./read-host-files.ts";

/** Sent with every file, besides the policy. */
const EVERYWHERE: readonly (readonly [name: string, value: string])[] = [
  ["Strict-Transport-Security", "max-age=31536000"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

const FEED = /^(?!api\/)(?:.+\/)?(?:feed\.xml|atom\.xml|feed\.json)$|^feeds\/topics\.opml$/;
const API = /^api\/v1\//;

/** Sent with some files: of each name, the first that fits. */
const BY_FILE: readonly (readonly [name: string, files: RegExp, value: string])[] = [
  ["content-type", /^(?!api\/)(?:.+\/)?feed\.json$/, "application/feed+json"],
  ["content-type", /^opensearch\.xml$/, "application/opensearchdescription+xml; charset=utf-8"],
  ["content-type", /\.txt$/, "text/plain; charset=utf-8"],
  ["content-type", /\.md$/, "text/markdown; charset=utf-8"],
  ["content-type", /\.csv$/, "text/csv; charset=utf-8"],
  ["content-type", /\.ndjson$/, "application/x-ndjson"],
  ["content-type", /\.jsonld$/, "application/ld+json"],
  ["content-type", /\.ttl$/, "text/turtle; charset=utf-8"],
  ["content-type", /\.opml$/, "application/xml; charset=utf-8"],
  ["content-type", /\.webmanifest$/, "application/manifest+json"],
  // Named by their content.
  ["cache-control", /^assets\/|^search\/(?!latest\.).*\.json$/, "public, max-age=31536000, immutable"],
  ["cache-control", FEED, "public, max-age=900, stale-while-revalidate=86400"],
  ["cache-control", API, "public, max-age=900, stale-while-revalidate=86400"],
  ["cache-control", /^images\//, "public, max-age=86400, stale-while-revalidate=604800"],
  ["access-control-allow-origin", FEED, "*"],
  ["access-control-allow-origin", API, "*"],
  ["x-robots-tag", /\.md$/, "noindex"],
];

/** Every host knows the type of these by itself. */
const COMMON_FILE = /\.(?:html|css|js|json|xml|svg|png|jpe?g|gif|webp|avif|ico|woff2)$/;

export const headersCheck: Check = {
  name: "headers",
  async run(site) {
    const files = [...site.files].filter((file) => !isForHosts(file) && !isCopy(file, site));
    const headersFile = hostTextOf(site, hostFileNames.headers);
    const { rules, errors } = await readHeadersFile(headersFile);
    const vercel = site.files.has(hostFileNames.vercel)
      ? readVercelHeaders(hostTextOf(site, hostFileNames.vercel))
      : [];
    const policy = headersOf(rules, "/").get("content-security-policy") ?? "";
    const documents = [...site.pages, ...drawingsOf(site)];
    const hostFiles = Object.values(hostFileNames);
    return {
      counts: [
        {
          what: "files for hosts",
          count: hostFiles.filter((file) => site.files.has(file)).length,
          least: hostFiles.length,
        },
        { what: "files with their headers", count: files.length, least: site.pages.length },
        { what: "rules in _headers", count: rules.length, least: 10 },
        {
          what: "policies of pages",
          count: site.pages.filter((page) => policyOf(page) !== undefined).length,
          least: 1,
        },
        { what: "inline scripts and styles", count: documents.flatMap(inlineOf).length, least: 0 },
      ],
      violations: [
        ...hostFiles.filter((file) => !site.files.has(file)).map((where) => ({ where, message: "is missing" })),
        ...[...errors, ...limitViolations(headersFile, rules)].map((message) => ({ where: "_headers", message })),
        ...files.flatMap((file) => [
          ...fileViolations(file, "_headers", headersOf(rules, `/${file}`, "joined"), policy),
          ...fileViolations(file, "vercel.json", headersOf(vercel, `/${file}`), policy),
        ]),
        ...[hostFileNames.apache, hostFileNames.nginxServer, hostFileNames.caddy].flatMap((file) =>
          serverViolations(file, hostTextOf(site, file), policy),
        ),
        ...documents.flatMap((page) => policyViolations(page, policy, site)),
        ...excessViolations(policy, documents),
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

/** Drawings of our own; a browser applies the header's policy to them. */
function drawingsOf(site: BuiltSite): BuiltPage[] {
  return [...site.files]
    .filter((file) => file.endsWith(".svg") && !file.startsWith("images/"))
    .map((file) => parsePage(file, textOf(site, file)));
}

/** What the rules that fit give. Netlify and Cloudflare join the values of several rules, with Vercel the last counts. */
function headersOf(rules: readonly HeaderRule[], path: string, several?: "joined"): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of rules
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ headers }) => [...headers])) {
    const before = several && found.get(name);
    found.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return found;
}

function limitViolations(text: string, rules: readonly HeaderRule[]): string[] {
  const { headerRules, headerLine } = cloudflareLimits;
  const long = text.split("\n").filter((line) => line.length > headerLine);
  return [
    ...long.map(
      (line) => `a line has ${line.length} characters, and Cloudflare takes ${headerLine}: ${line.trim().slice(0, 40)}`,
    ),
    ...(rules.length > headerRules ? [`${rules.length} rules, and Cloudflare takes ${headerRules}`] : []),
  ];
}

function fileViolations(file: string, host: string, found: ReadonlyMap<string, string>, policy: string): Violation[] {
  const expected = new Map(EVERYWHERE.map(([name, value]) => [name.toLowerCase(), value]));
  expected.set("content-security-policy", policy);
  for (const [name, files, value] of BY_FILE) if (!expected.has(name) && files.test(file)) expected.set(name, value);
  const messages = [...new Set([...expected.keys(), ...found.keys()])]
    .filter((name) => found.get(name) !== expected.get(name))
    .map((name) => `${host} gives ${name} as ${found.get(name)}, not ${expected.get(name)}`);
  if (!expected.has("content-type") && !COMMON_FILE.test(file))
    messages.push(`${host} gives no type, and no host knows it by the name of the file`);
  return messages.map((message) => ({ where: file, message }));
}

/** Servers have syntaxes of their own; tests/site/hosts.test.ts asks real ones. */
function serverViolations(where: string, text: string, policy: string): Violation[] {
  return [["Content-Security-Policy", policy] as const, ...EVERYWHERE]
    .filter(([name, value]) => text !== "" && !text.includes(`${name} "${value}"`))
    .map(([name, value]) => ({ where, message: `does not set ${name} to ${value}` }));
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

function policyViolations(page: BuiltPage, header: string, site: BuiltSite): Violation[] {
  const allowed = readPolicy(header);
  const own = policyOf(page);
  const violations = inlineOf(page)
    .filter(({ directive, text }) => {
      const sources = allowed.get(directive) ?? allowed.get("default-src");
      return sources !== undefined && !sources.includes(`'${hashOf(text)}'`);
    })
    .map(({ directive, text }) => `${directive} of the header has no hash of "${text.trim().slice(0, 30)}"`);
  if (page.path.endsWith(".svg")) return violations.map((message) => violationOf(page, message));
  // A directive that only some pages have would bind the others too.
  const known = own === undefined ? allowed : readPolicy(own);
  for (const name of allowed.keys())
    if (!known.has(name) && name !== "frame-ancestors")
      violations.push(`the header has ${name}, and the page's policy has not`);
  // The header of a site with an editing page leaves everything else to the policy of each page.
  for (const name of site.hasEditor ? [] : known.keys())
    if (!allowed.has(name)) violations.push(`the page's policy has ${name}, and the header has not`);
  return violations.map((message) => violationOf(page, message));
}

/** What the header allows, and no page or drawing needs. */
function excessViolations(header: string, documents: readonly BuiltPage[]): Violation[] {
  const needed = new Set<string>(["frame-ancestors 'none'"]);
  for (const policy of new Set(documents.map(policyOf)))
    for (const [name, sources] of readPolicy(policy ?? ""))
      for (const source of sources) needed.add(`${name} ${source}`);
  for (const { directive, text } of documents.filter(({ path }) => path.endsWith(".svg")).flatMap(inlineOf))
    needed.add(`${directive} '${hashOf(text)}'`);
  return [...readPolicy(header)]
    .flatMap(([name, sources]) => sources.map((source) => `${name} ${source}`))
    .filter((source) => !needed.has(source))
    .map((source) => ({ where: "_headers", message: `allows ${source}, which no page does` }));
}
