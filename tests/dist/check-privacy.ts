/** No page makes a browser request anything from elsewhere, be it on the same domain, or run inline code, and every page has a strict content security policy. */
import {
  addressOfPath,
  type BuiltPage,
  type BuiltSite,
  type Element,
  pathOfAddress,
  policyOf,
  refreshTarget,
  relOf,
  sourcesOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { getSearchEngine } from "../../src/config/settings.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { readPolicy } from "./read-policy.ts";

/** Relations of a `link` for which a browser fetches nothing. */
const STATEMENTS = ["canonical", "alternate", "license", "author", "search"];

/** What the policy must say; those that fetch and are left out fall back to default-src. */
const CLOSED_DIRECTIVES = ["default-src", "base-uri", "form-action"];

/** Of the search engine that pages ask, where it is not the built-in one. */
const engineAddress = getSearchEngine()?.address;
const engineOrigin = engineAddress === undefined ? undefined : new URL(engineAddress).origin;

/** Types of a `script` that a browser runs; any other is data. */
const SCRIPT_TYPE = /^(|module|importmap|speculationrules|(text|application)\/javascript)$/i;

export const privacyCheck: Check = {
  name: "privacy",
  run(site) {
    const { pages, files } = site;
    const documents = pages.filter(({ isRedirect }) => !isRedirect).length;
    const requests = pages.flatMap((page) => page.elements.flatMap(requestedBy));
    const sheets = [...files].filter((file) => file.endsWith(".css"));
    const scripts = [...files].filter((file) => /\.m?js$/.test(file));
    return {
      counts: [
        { what: "addresses that a browser requests", count: requests.length, least: documents },
        { what: "policies", count: pages.filter((page) => policyOf(page) !== undefined).length, least: pages.length },
        { what: "style sheets", count: sheets.length, least: 1 },
        { what: "scripts", count: scripts.length, least: 1 },
      ],
      violations: [
        ...pages.flatMap((page) => elementViolations(page, site)),
        ...pages.flatMap((page) => policyViolations(page).map((message) => violationOf(page, message))),
        ...sheets.flatMap((file) => styleViolations(file, textOf(site, file), site)),
        ...scripts.flatMap((file) => scriptViolations(file, site)),
      ],
    };
  },
};

function elementViolations(page: BuiltPage, site: BuiltSite): Violation[] {
  return page.elements.flatMap((element) => {
    const { name, attributes } = element;
    const foreign = requestedBy(element).filter((address) => isForeign(address, site, page.path));
    const inline = Object.keys(attributes).filter((key) => key === "style" || key.startsWith("on"));
    const isUnsafe = name === "a" && !isPlainAddress(attributes["href"] ?? "/", site);
    return [
      ...(isInlineCode(element) ? [violationOf(page, `has an inline <${name}>`)] : []),
      ...foreign.map((address) => violationOf(page, `<${name}> requests ${address}`)),
      ...inline.map((key) => violationOf(page, `<${name}> has the attribute ${key}`)),
      ...(isUnsafe ? [violationOf(page, `links to ${attributes["href"]}`)] : []),
    ];
  });
}

/** Script or style that a browser would run from within the page. */
export function isInlineCode({ name, attributes }: Element): boolean {
  if (name === "style") return true;
  return name === "script" && attributes["src"] === undefined && SCRIPT_TYPE.test(attributes["type"] ?? "");
}

function styleViolations(where: string, css: string, site: BuiltSite): Violation[] {
  const foreign = addressesIn(css).filter((address) => isForeign(address, site, `/${where}`));
  return foreign.map((address) => ({ where, message: `loads ${address}` }));
}

function scriptViolations(file: string, site: BuiltSite): Violation[] {
  const text = textOf(site, file);
  const hosts = [...text.matchAll(/["'`](?:https?:|wss?:)?\/\/[^"'`\s]+/g)].map(([address]) => address.slice(1));
  return hosts
    .filter((address) => isForeign(address, site, `/${file}`))
    .map((address) => ({ where: file, message: `names ${address}` }));
}

/** Addresses that a browser requests without a click, or sends a form to. */
function requestedBy(element: Element): string[] {
  const { name, attributes } = element;
  const addresses = ["src", "action", "formaction", "poster", "data", "background", "ping"].map(
    (key) => attributes[key] ?? "",
  );
  // In SVG, `href` of these loads a resource.
  if (["use", "image", "feimage"].includes(name.toLowerCase()))
    addresses.push(attributes["href"] ?? "", attributes["xlink:href"] ?? "");
  if (name === "base") addresses.push(attributes["href"] ?? "");
  if (name === "link" && !relOf(element).every((rel) => STATEMENTS.includes(rel)))
    addresses.push(attributes["href"] ?? "");
  if (name === "meta" && attributes["http-equiv"] === "refresh")
    addresses.push(refreshTarget(attributes["content"] ?? ""));
  return [...addresses, ...sourcesOf(element)].filter((address) => address !== "");
}

/** `from` is the path of the page or file that names it. */
function isForeign(address: string, site: BuiltSite, from: string): boolean {
  if (address.startsWith("data:") || address.startsWith("#")) return false;
  return pathOfAddress(site, address, addressOfPath(site, from)) === undefined;
}

function isPlainAddress(href: string, { url }: BuiltSite): boolean {
  return URL.canParse(href, url) && ["http:", "https:", "mailto:"].includes(new URL(href, url).protocol);
}

function policyViolations(page: BuiltPage): string[] {
  const policy = policyOf(page);
  if (policy === undefined) return ["no content security policy"];
  const directives = readPolicy(policy);
  const violations = CLOSED_DIRECTIVES.filter((name) => !directives.has(name)).map(
    (name) => `the policy has no ${name}`,
  );
  const position = page.elements.findIndex(
    ({ attributes }) => attributes["http-equiv"]?.toLowerCase() === "content-security-policy",
  );
  if (
    page.elements.slice(0, position).some((element) => element.name === "script" || relOf(element)[0] === "stylesheet")
  )
    violations.push("the policy comes after scripts or styles that it should apply to");
  for (const [name, sources] of directives) {
    for (const source of sources) {
      const isEngine = name === "connect-src" && source === engineOrigin;
      if (!isEngine && !/^'(self|none)'$/.test(source)) violations.push(`${name} of the policy allows ${source}`);
    }
  }
  return violations;
}

function addressesIn(css: string): string[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/gi)].map(([, address = ""]) => address);
  const imports = [...css.matchAll(/@import\s+["']([^"']+)["']/gi)].map(([, address = ""]) => address);
  return [...urls, ...imports];
}
