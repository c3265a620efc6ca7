/** Hosts are told to send every file with its headers, and a content security policy that allows what pages and drawings hold and no more. */

import { copyEndings } from "../../src/builder/compress-site.ts";
import {
  type BuiltPage,
  type BuiltSite,
  elementsOf,
  parsePage,
  policyOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { getSearchEngine } from "../../src/config/settings.ts";
import { addBase } from "../../src/lib/base-path.ts";
import { hashOf, isDrawing } from "../../src/outputs/hosts/content-policy.ts";
import { hiddenPaths, hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import { cloudflareDetached, cloudflareLimits } from "../../src/outputs/hosts/netlify.ts";
import { buildPagePolicy } from "../../src/views/content-policy.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { type HeaderRule, readHeadersFile, readVercelHeaders } from "./read-host-files.ts";
import { readPolicy } from "./read-policy.ts";

const pagePolicy = buildPagePolicy(getSearchEngine()?.address);

/** Sent with every file, besides the policy. */
const EVERYWHERE: readonly (readonly [name: string, value: string])[] = [
  ["Strict-Transport-Security", "max-age=31536000"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

const FEED = /^(?!api\/)(?:.+\/)?(?:feed\.xml|atom\.xml|feed\.json)$|^feeds\/topics\.opml$/;
const API = /^api\/v1\/|^\.well-known\/api-catalog$|^apis\.json$/;

/** Sent with some files: of each name, the first that fits. */
const byFile = (base: string): readonly (readonly [name: string, files: RegExp, value: string])[] => [
  ["content-type", /^(?!api\/)(?:.+\/)?feed\.json$/, "application/feed+json"],
  [
    "content-type",
    /^\.well-known\/api-catalog$|^api\/v1\/interfaces\.linkset\.json$/,
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  ],
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
  ["cache-control", /^service-worker\.js$/, "no-cache"],
  ["cache-control", /^(?:images|documents)\//, "public, max-age=86400, stale-while-revalidate=604800"],
  ["access-control-allow-origin", FEED, "*"],
  ["access-control-allow-origin", API, "*"],
  ["link", /^\.well-known\/api-catalog$/, `<${addBase(base, "/.well-known/api-catalog")}>; rel="api-catalog"`],
  ["content-security-policy", /^digest\/[^/]+\/mail\.html$/, MAIL_POLICY],
  ["content-security-policy", /^documents\/.*\.pdf$/, HEADER_ONLY],
  ["x-robots-tag", /\.md$|^digest\/[^/]+\/mail\.(?:html|txt)$/, "noindex"],
];

/** What only a header can say; beside an editing page, that of all files has nothing else. */
const HEADER_ONLY = "frame-ancestors 'none'";

/** A mail has its styles at its elements, and asks for nothing. */
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ${HEADER_ONLY}`;

/** Every host knows the type of these by itself. */
const COMMON_FILE = /\.(?:html|css|js|json|xml|svg|png|jpe?g|gif|webp|avif|ico|woff2|pdf)$/;

export const headersCheck: Check = {
  name: "headers",
  async run(site) {
    const files = [...site.files].filter((file) => !isForHosts(file) && !isCopy(file, site));
    const base = site.url.pathname;
    const headersFile = hostTextOf(site, hostFileNames.headers);
    const { rules, errors } = await readHeadersFile(headersFile);
    const vercel = site.files.has(hostFileNames.vercel)
      ? readVercelHeaders(hostTextOf(site, hostFileNames.vercel))
      : [];
    const policy = headersOf(vercel, base).get("content-security-policy") ?? "";
    const byName = byFile(base);
    const styles = stylesOf(site);
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
        { what: "policies of pages", count: site.pages.filter(hasSitePolicy).length, least: 1 },
        { what: "styles of drawings", count: styles.length, least: 0 },
      ],
      violations: [
        ...hostFiles.filter((file) => !site.files.has(file)).map((where) => ({ where, message: "is missing" })),
        ...[...errors, ...limitViolations(headersFile, rules)].map((message) => ({ where: "_headers", message })),
        ...files.flatMap((file) => {
          const expected = expectedHeaders(file, byName, policy);
          const joined = new Map([...expected, ["content-security-policy", joinedPolicies(file, expected)]]);
          return [
            ...fileViolations(file, "_headers", headersOf(rules, base + file, "joined"), joined),
            ...fileViolations(file, "vercel.json", headersOf(vercel, base + file), expected),
          ];
        }),
        ...[hostFileNames.apache, hostFileNames.nginxServer, hostFileNames.caddy].flatMap((file) =>
          serverViolations(file, hostTextOf(site, file)),
        ),
        ...[hostFileNames.apache, hostFileNames.nginxMaps, hostFileNames.caddy]
          .filter((file) => site.files.has(file) && !textOf(site, file).includes(`"${policy}"`))
          .map((where) => ({ where, message: `does not set Content-Security-Policy to ${policy}` })),
        ...site.pages
          .filter((page) => !hasSitePolicy(page))
          .map((page) => violationOf(page, `has another policy than other pages: ${policyOf(page)}`)),
        ...policyViolations(policy, site.hasEditor ? readPolicy(HEADER_ONLY) : expectedPolicy(styles)),
      ],
    };
  },
};

function isForHosts(file: string): boolean {
  return hiddenPaths().some((path) => `/${file}`.startsWith(path));
}

function isCopy(file: string, site: BuiltSite): boolean {
  const ending = Object.values(copyEndings).find((end) => file.endsWith(end));
  return ending !== undefined && site.files.has(file.slice(0, -ending.length));
}

/** Empty where the file is missing, which is a violation of its own. */
function hostTextOf(site: BuiltSite, file: string): string {
  return site.files.has(file) ? textOf(site, file) : "";
}

function hasSitePolicy(page: BuiltPage): boolean {
  return policyOf(page) === pagePolicy;
}

/** Styles in drawings of our own; a browser applies the header's policy to them. */
function stylesOf(site: BuiltSite): string[] {
  const drawings = [...site.files].filter(isDrawing).map((file) => parsePage(file, textOf(site, file)));
  return drawings.flatMap((drawing) => elementsOf(drawing, "style").map(({ text }) => text));
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
    // Netlify's parser, which reads the rules here, passes over this line; the first rule is that of every path.
    ...(/^(?:#.*\n|\n)*\/\*\n(?: {2}.*\n)*/.exec(text)?.[0].includes(`\n  ${cloudflareDetached}\n`)
      ? []
      : [`Cloudflare opens every file to other sites, since /* lacks ${cloudflareDetached}`]),
    ...(rules.length > headerRules ? [`${rules.length} rules, and Cloudflare takes ${headerRules}`] : []),
  ];
}

/** By lower-case name. */
function expectedHeaders(file: string, byName: ReturnType<typeof byFile>, policy: string): Map<string, string> {
  const expected = new Map(EVERYWHERE.map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, files, value] of [...byName, ["content-security-policy", /^/, policy] as const])
    if (!expected.has(name) && files.test(file)) expected.set(name, value);
  return expected;
}

/** In `_headers` all have what a page cannot say, and what states no policy itself has its own besides. */
function joinedPolicies(file: string, expected: ReadonlyMap<string, string>): string {
  const own = expected.get("content-security-policy") ?? HEADER_ONLY;
  const isSent = /\.(?:js|svg|xml)$|^digest\/[^/]+\/mail\.html$/.test(file) && own !== HEADER_ONLY;
  return isSent ? `${HEADER_ONLY}, ${own}` : HEADER_ONLY;
}

function fileViolations(
  file: string,
  host: string,
  found: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): Violation[] {
  const messages = [...new Set([...expected.keys(), ...found.keys()])]
    .filter((name) => found.get(name) !== expected.get(name))
    .map((name) => `${host} gives ${name} as ${found.get(name)}, not ${expected.get(name)}`);
  if (!expected.has("content-type") && !COMMON_FILE.test(file))
    messages.push(`${host} gives no type, and no host knows it by the name of the file`);
  return messages.map((message) => ({ where: file, message }));
}

/** Servers have syntaxes of their own; tests/site/hosts.test.ts asks real ones. */
function serverViolations(where: string, text: string): Violation[] {
  return EVERYWHERE.filter(([name, value]) => text !== "" && !text.includes(`${name} "${value}"`)).map(
    ([name, value]) => ({ where, message: `does not set ${name} to ${value}` }),
  );
}

/** What pages allow, and the styles of drawings. */
function expectedPolicy(styles: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const pages = readPolicy(pagePolicy);
  const sources = [...(pages.get("default-src") ?? []), ...styles.map((style) => `'${hashOf(style)}'`)];
  return new Map([
    ...pages,
    ...readPolicy(HEADER_ONLY),
    ...(styles.length > 0 ? [["style-src", sources] as const] : []),
  ]);
}

function policyViolations(header: string, expected: ReadonlyMap<string, readonly string[]>): Violation[] {
  const found = readPolicy(header);
  const show = (sources: readonly string[] | undefined) => sources && [...new Set(sources)].sort().join(" ");
  return [...new Set([...expected.keys(), ...found.keys()])]
    .map((name) => ({ name, is: show(found.get(name)), should: show(expected.get(name)) }))
    .filter(({ is, should }) => is !== should)
    .map(({ name, is, should }) => ({
      where: hostFileNames.vercel,
      message: `the policy has ${name} as ${is}, not ${should}`,
    }));
}
