import type { APIRoute } from "astro";
import { getCatalog, readBody } from "../../catalog/get-catalog.ts";
import type { Catalog } from "../../catalog/graph.ts";
import { onceForEach } from "../../lib/once-for-each.ts";
import { type ApiFile, buildApiFiles } from "../../outputs/api/api-files.ts";
import { readRecords } from "../../outputs/api/records.ts";
import { typeOfFile } from "../../outputs/hosts/file-types.ts";
import { getCommit } from "../../site.config.ts";
import { apiUrl } from "../../views/urls.ts";

/** All together and once a build: a dump of all records needs every body at once anyway. */
const makeFiles = onceForEach(async (catalog: Catalog) => {
  const records = await readRecords(catalog, readBody);
  return buildApiFiles(catalog, records, { buildDate: catalog.buildDate, commit: getCommit() });
});

/** Every file of the data. */
export async function getApiFiles(): Promise<readonly ApiFile[]> {
  return makeFiles(await getCatalog());
}

/** A route for each ending: one whose name has none would want a slash behind each path while it is developed. */
export async function pathsEndingIn(ending: string) {
  return (await getApiFiles())
    .filter(({ path }) => path.endsWith(ending))
    .map((file) => ({
      params: { file: decodeURIComponent(file.path.slice(apiUrl.length, -ending.length)) },
      props: { file },
    }));
}

export const answer: APIRoute<{ file: ApiFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { "Content-Type": typeOfFile(file.path) ?? "" } });
