/** The API of a small catalog as a built site without violations, for tests. */

import { getConfig } from "../../src/config/config.ts";
import { sampleApiFiles, sampleRecords } from "../../src/outputs/api/testing.ts";
import { entityUrl } from "../../src/views/urls.ts";
import { publishedKinds } from "../../src/vocab/entity-kind.ts";
import { pageOf, SITE_URL } from "./testing.ts";

const { siteUrl } = getConfig();

export type SiteFiles = Readonly<Record<string, string>>;

/** Files by their path below the site's folder, under the address of the sites of tests. */
export const apiSiteFiles: SiteFiles = Object.fromEntries([
  ...sampleApiFiles.map(({ path, text }) => [
    decodeURIComponent(path.slice(1)),
    text.replaceAll(siteUrl.href, SITE_URL.href).replaceAll(siteUrl.origin, SITE_URL.origin),
  ]),
  ...publishedKinds.flatMap((kind) =>
    sampleRecords[kind].map((record) => [
      decodeURIComponent(`${entityUrl(record).slice(1)}index.html`),
      pageOf(entityUrl(record), {
        head: `<link rel="alternate" type="application/json" href="/${record.self.slice(siteUrl.href.length)}">`,
      }),
    ]),
  ),
]);

/** The site with one file changed by `change`, or without it where that gives nothing. */
export function withFile(file: string, change: (text: string) => string | undefined): SiteFiles {
  const { [file]: text, ...rest } = apiSiteFiles;
  if (text === undefined) throw new Error(`There is no file ${file}`);
  const changed = change(text);
  if (changed === text) throw new Error(`The change leaves ${file} as it is`);
  return changed === undefined ? rest : { ...rest, [file]: changed };
}
