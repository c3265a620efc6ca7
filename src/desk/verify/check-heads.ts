/** Promise: every page says in its head what it is, as no other page does, and names its own address. */
import { type BuiltSite, canonicalOf, elementsOf, fileAt, metaOf, type Page } from "./built-site.ts";
import { type Check, type Fault, faultOf } from "./check.ts";
import { typeOf } from "./page-type.ts";

export const headsCheck: Check = {
  name: "heads",
  run(site) {
    const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
    const canonical = site.pages.filter((page) => canonicalOf(page) !== undefined);
    return {
      looked: [
        { what: "heads", count: documents.length, least: Math.floor(site.pages.length / 2) },
        { what: "canonical addresses", count: canonical.length, least: site.pages.length - 1 },
      ],
      faults: [
        ...documents.flatMap(headFaults),
        ...site.pages.flatMap((page) => canonicalFaults(page, site)),
        ...sharedHeads(documents),
      ],
    };
  },
};

function headFaults(page: Page): Fault[] {
  const headings = elementsOf(page, "h1").length;
  const faults: string[] = [];
  if (headings !== 1) faults.push(`${headings} h1 elements`);
  if (titleOf(page) === "") faults.push("no title");
  if ((metaOf(page, "description") ?? "").trim() === "") faults.push("no description");
  if (!elementsOf(page, "html")[0]?.attributes["lang"]) faults.push("no language");
  return faults.map((message) => faultOf(page, message));
}

function canonicalFaults(page: Page, site: BuiltSite): Fault[] {
  const canonical = canonicalOf(page);
  if (typeOf(page) === "404") return canonical === undefined ? [] : [faultOf(page, "the 404 page is canonical")];
  if (canonical === undefined) return [faultOf(page, "no canonical address")];
  const own = new URL(page.path.split("/").map(encodeURIComponent).join("/"), site.url).href;
  if (page.isRedirect) {
    const leadsOn = canonical !== own && fileAt(site, new URL(canonical, site.url).pathname) !== undefined;
    return leadsOn ? [] : [faultOf(page, `leads to ${canonical}, which is no page`)];
  }
  return canonical === own ? [] : [faultOf(page, `canonical is ${canonical}`)];
}

function sharedHeads(documents: readonly Page[]): Fault[] {
  const byHead = Map.groupBy(documents, (page) => `"${titleOf(page)}" / "${metaOf(page, "description")}"`);
  return [...byHead]
    .filter(([, same]) => same.length > 1)
    .flatMap(([head, same]) => same.map((page) => faultOf(page, `shared: ${head}`)));
}

function titleOf(page: Page): string {
  // An inline drawing may have a title of its own.
  return elementsOf(page, "title")[0]?.text.trim() ?? "";
}
