/** Every internal link leads to a file of the site by its exact address, every fragment to an id, and every page can be reached from the home page. */
import {
  addressOfPath,
  type BuiltPage,
  type BuiltSite,
  type Element,
  elementsOf,
  fileAt,
  isBrokenAddress,
  pathOfAddress,
  refreshTarget,
  sourcesOf,
} from "../../src/built-site/built-site.ts";
import { decodePercent } from "../../src/lib/decode-percent.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { typeOf } from "./page-type.ts";

/** Attributes that name one address. */
const LINKING = ["href", "src", "action", "poster"];

/** Metadata whose content is an address. */
const LINKING_META = ["og:url", "og:image", "twitter:image"];

interface Link {
  readonly from: string;
  readonly written: string;
  /** The path of the site that it leads to; undefined for one that leads out of the site, though it should not. */
  readonly to: string | undefined;
  /** With its `#`; empty without one. */
  readonly fragment: string;
}

export const linksCheck: Check = {
  name: "links",
  run(site) {
    const { pages } = site;
    const links = pages.flatMap((page) => internalLinks(page, site));
    const fragments = links.filter(({ fragment }) => fragment !== "");
    const ids = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
    const reached = reachableFrom("/", site);
    const orphans = pages.filter((page) => isFindable(page) && !reached.has(page.path));
    const documents = pages.filter(({ isRedirect }) => !isRedirect).length;
    return {
      counts: [
        { what: "internal links", count: links.length, least: documents * 3 },
        { what: "links with a fragment", count: fragments.length, least: documents - 1 },
        { what: "pages reached from the home page", count: reached.size, least: Math.floor(documents * 0.9) },
        { what: "ids", count: pages.flatMap(idsOf).length, least: documents - 1 },
      ],
      violations: [
        ...pages.flatMap((page) => unreadableLinks(page, site)),
        ...links.flatMap((link) => brokenLink(link, site)),
        ...fragments.flatMap((link) => missingFragment(link, ids)),
        ...orphans.map((page) => violationOf(page, "no page links here")),
        ...pages.flatMap((page) => repeated(idsOf(page)).map((id) => violationOf(page, `the id "${id}" occurs twice`))),
      ],
    };
  },
};

/** A whole address may lead to what else there is on the domain. */
function internalLinks(page: BuiltPage, site: BuiltSite): Link[] {
  const own = addressOfPath(site, page.path);
  return page.elements.flatMap(addressesOf).flatMap((written) => {
    const target = URL.parse(written, own);
    if (target?.origin !== site.url.origin) return [];
    const to = pathOfAddress(site, target.href);
    const isInternal = to !== undefined || !URL.canParse(written) || isBrokenAddress(site, written);
    return isInternal ? [{ from: page.path, written, to, fragment: target.hash }] : [];
  });
}

function unreadableLinks(page: BuiltPage, site: BuiltSite): Violation[] {
  const own = addressOfPath(site, page.path);
  const unreadable = page.elements.flatMap(addressesOf).filter((written) => !URL.canParse(written, own));
  return unreadable.map((written) => violationOf(page, `${written} is no address`));
}

function addressesOf(element: Element): string[] {
  const { name, attributes } = element;
  const addresses = LINKING.flatMap((key) => attributes[key] ?? []);
  addresses.push(...sourcesOf(element));
  if (name !== "meta") return addresses;
  const content = attributes["content"] ?? "";
  if (LINKING_META.includes(attributes["property"] ?? attributes["name"] ?? "")) addresses.push(content);
  if (attributes["http-equiv"] === "refresh") addresses.push(refreshTarget(content));
  return addresses;
}

function brokenLink({ from, written, to }: Link, site: BuiltSite): Violation[] {
  if (to === undefined) return [{ where: from, message: `${written} lacks the base ${site.url.pathname}` }];
  if (fileAt(site, to) !== undefined) return [];
  const hasPage = fileAt(site, `${to}/`) !== undefined;
  return [{ where: from, message: `${written} ${hasPage ? "lacks its closing slash" : "leads nowhere"}` }];
}

function missingFragment(
  { from, written, to = "", fragment }: Link,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Violation[] {
  const id = decodePercent(fragment.slice(1)) ?? "";
  if (ids.get(decodePercent(to) ?? "")?.has(id)) return [];
  return [{ where: from, message: `${written} names no id of its target` }];
}

function reachableFrom(start: string, site: BuiltSite): Set<string> {
  const linked = new Map(site.pages.map((page) => [page.path, anchorsOf(page, site)]));
  const reached = new Set([start]);
  for (const path of reached) {
    for (const next of linked.get(path) ?? []) if (linked.has(next)) reached.add(next);
  }
  return reached;
}

/** Paths that a reader can click to; the head's links do not count. */
function anchorsOf(page: BuiltPage, site: BuiltSite): string[] {
  const own = addressOfPath(site, page.path);
  return elementsOf(page, "a")
    .flatMap(({ attributes }) => attributes["href"] ?? [])
    .flatMap((href) => pathOfAddress(site, href, own) ?? [])
    .flatMap((path) => decodePercent(path) ?? []);
}

/** Former addresses and the 404 page are linked from nowhere; the search page is reached through its form. */
function isFindable(page: BuiltPage): boolean {
  return !["redirect", "404", "search"].includes(typeOf(page));
}

function idsOf(page: BuiltPage): string[] {
  return page.elements.flatMap(({ attributes }) => attributes["id"] ?? []);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
