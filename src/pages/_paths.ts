/** The pages of the site, and the paths of routes; no route itself. */
import { getCatalog, getDigests, readBody } from "../catalog/get-catalog.ts";
import type { Catalog } from "../catalog/graph.ts";
import { memoize } from "../lib/memoize.ts";
import type { ListPages, PageSources, SitePage } from "../outputs/page-type.ts";
import { listPages } from "../outputs/page-types.ts";
import { StaticPath } from "./_static-path.ts";
import { getData } from "./api/_data.ts";

const sourcesOf = memoize(async (catalog: Catalog): Promise<PageSources> => {
  const digests = await getDigests();
  return { catalog, readBody, fileDigest: (file) => digests.get(file), getData };
});

/** Every page of the site. */
export async function getPages(): Promise<readonly SitePage[]> {
  return listPages(await sourcesOf(await getCatalog()));
}

/** The paths of the pages of a type. `toParams` gives what stands in brackets in the name of the route's file. */
export function pathsOf<S, V>(list: ListPages<S, V>, toParams: (subject: S) => Readonly<Record<string, string>>) {
  return async () =>
    list(await sourcesOf(await getCatalog())).map(
      (page) => new StaticPath(toParams(page.subject), { page }, (props) => props.page.findCacheKey()),
    );
}
