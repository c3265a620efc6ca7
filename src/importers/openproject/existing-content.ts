/** The content before an import: news files by work package, and what new ones may refer to or must not collide with. */
import { basename } from "node:path";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import type { RawFile } from "../../ingest/read-content.ts";
import { cleanUrl, urlKey } from "../../lib/clean-url.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { isObject } from "../../lib/plain-value.ts";
import { folderOfStory } from "../../vocab/news-folder.ts";
import { entityPath } from "../../vocab/paths.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";
import { readAll, readEntries } from "../read-entries.ts";
import type { Fields } from "./merge.ts";
import type { KnownOffering, KnownOrganization } from "./to-news.ts";

export interface NewsFile {
  readonly file: string;
  readonly text: string;
  readonly fields: Fields;
  readonly body: string;
}

export type ExistingContent = Awaited<ReturnType<typeof readExistingContent>>;

export async function readExistingContent(contentRoot: string) {
  const files = new Set<string>();
  /** More than one where two files claim one work package. */
  const byId = new Map<number, NewsFile[]>();
  const sources = new Map<string, string>();
  const paths = new Set<string>();
  /** Called again for each file that the import writes. */
  const add = (news: NewsFile): void => {
    const { id, link, slug, aliases } = dropBlank(news.fields) as Fields;
    const url = isObject(link) ? link["href"] : link;
    files.add(news.file.toLowerCase());
    if (typeof id === "number") byId.set(id, [...(byId.get(id) ?? []), news]);
    if (typeof url === "string") sources.set(toSourceKey(url), news.file);
    paths.add(toPathKey(entityPath("news", typeof slug === "string" ? slug : basename(news.file, ".md"))));
    for (const alias of [aliases].flat()) if (typeof alias === "string") paths.add(toPathKey(alias));
  };
  for (const news of await readAll(contentRoot, ["news"], readNews)) add(news);
  const entries = await readEntries(contentRoot, ["offering", "organization", "topic"]);
  return {
    byId: byId as ReadonlyMap<number, readonly NewsFile[]>,
    offerings: entriesOf(entries, "offering").map(({ slug, data }): KnownOffering => ({ ...data, slug })),
    organizations: entriesOf(entries, "organization").map(
      ({ slug, data: { name, legalName, alsoKnownAs } }): KnownOrganization => ({
        slug,
        names: [name, ...alsoKnownAs, ...(legalName === undefined ? [] : [legalName])],
      }),
    ),
    topics: new Set(entriesOf(entries, "topic").map(({ data }) => data.name)),
    /** The news file whose link leads to the same page. */
    findBySource: (link: string) => sources.get(toSourceKey(link)),
    /** The folder of a new story of this day. */
    folderOf: (date: string) => folderOfStory(date, files),
    /** Ignores case, as some file systems do. */
    isTakenFile: (file: string) => files.has(file.toLowerCase()),
    isTakenPath: (path: string) => paths.has(toPathKey(path)),
    add,
  };
}

function readNews({ file, bytes }: RawFile) {
  const parsed = parseContentFile(bytes, file);
  if (!parsed.ok) return parsed;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return { entry: { file, text, fields: parsed.value.data, body: parsed.value.body }, diagnostics: [] };
}

function toSourceKey(link: string): string {
  return urlKey(cleanUrl(link, getVocabulary().trackingParameters));
}

function toPathKey(path: string): string {
  return `/${path.toLowerCase().replace(/^\/+|\/+$/g, "")}/`;
}
