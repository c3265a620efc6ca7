/** The number beside a link to the offerings with a value of a filter is how many rows its pages have. */
import { type BuiltPage, type BuiltSite, elementsOf, pathOfAddress, relOf } from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";

/** `/offering/kind/fhir-server/`, without its further pages. */
const VALUE_PAGE = /^\/offering\/(?!page\/)[^/]+\/[^/]+\/$/;

export const countsCheck: Check = {
  name: "counts",
  run(site) {
    const pages = new Map(site.pages.map((page) => [page.path, page]));
    const filters = pages.get("/offering/filters/");
    const links = filters ? countedLinks(filters, site) : [];
    return {
      counts: [{ what: "values of filters", count: links.length, least: site.pages.filter(isPageOfValue).length }],
      violations: links.flatMap(({ path, count }): Violation[] => {
        const page = pages.get(path);
        const rows = countRows(page, pages, site);
        return page && rows !== count ? [violationOf(page, `lists ${rows} offerings, not ${count}`)] : [];
      }),
    };
  },
};

function isPageOfValue({ path, isRedirect }: BuiltPage): boolean {
  return VALUE_PAGE.test(path) && !isRedirect;
}

/** Links to pages of values, each with the number that follows it. */
function countedLinks({ path: from, elements }: BuiltPage, site: BuiltSite) {
  return elements.flatMap(({ name, attributes }, at) => {
    const path = pathOfAddress(site, attributes["href"] ?? "", new URL(from, site.url)) ?? "";
    const count = elements.slice(at, at + 3).find((element) => element.attributes["class"] === "count");
    return name === "a" && VALUE_PAGE.test(path) && count ? [{ path, count: Number(count.text) }] : [];
  });
}

/** With those of the pages that follow. */
function countRows(page: BuiltPage | undefined, pages: ReadonlyMap<string, BuiltPage>, site: BuiltSite): number {
  if (!page) return 0;
  const rows = elementsOf(page, "th").filter(({ attributes }) => attributes["scope"] === "row").length;
  const next = elementsOf(page, "a").find((link) => relOf(link).includes("next"))?.attributes["href"];
  const path = next === undefined ? undefined : pathOfAddress(site, next, site.url);
  return rows + (path === undefined ? 0 : countRows(pages.get(path), pages, site));
}
