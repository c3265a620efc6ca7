/** What stands in the content folder already: files by work package, addresses that are taken, offerings and topics to refer to. */
import { stat } from "node:fs/promises";
import { readTextIn } from "../../catalog/load-content.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { formatDiagnostics } from "../../ingest/format-diagnostics.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { locateDiagnostics } from "../../ingest/locate-diagnostics.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { cleanUrl, urlKey } from "../../lib/clean-url.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { entityKinds } from "../../vocab/entity-kind.ts";
import { entityPath } from "../../vocab/paths.ts";
import { trackingParams } from "../../vocab/tracking-params.ts";
import { isFields } from "./merge.ts";
import type { Fields, KnownOffering } from "./to-news.ts";

/** A news file as it stands on disk. */
export interface NewsFile {
  readonly file: string;
  readonly text: string;
  readonly fields: Fields;
  readonly body: string;
}

export interface CurationContext {
  /** More than one where two files claim one work package. */
  readonly byId: ReadonlyMap<number, readonly NewsFile[]>;
  readonly offerings: readonly KnownOffering[];
  readonly topics: ReadonlySet<string>;
  /** The file that a source is curated in. */
  findBySource(link: string): string | undefined;
  /** Case does not count, as on some file systems. */
  isTakenFile(file: string): boolean;
  isTakenPath(path: string): boolean;
  /** From now on the file counts as one of the folder. */
  add(file: NewsFile): void;
}

/** A file that cannot be read may be the one of any work package, so nothing is imported beside it. */
export async function readContext(contentRoot: string): Promise<CurationContext> {
  const folder = await stat(contentRoot).catch(() => undefined);
  if (!folder?.isDirectory()) throw new InputError(`There is no content folder ${contentRoot}`);
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  const byId = new Map<number, NewsFile[]>();
  const sources = new Map<string, string>();
  const paths = new Set<string>();
  const add = (news: NewsFile): void => {
    const fields = dropBlank(news.fields) as Fields;
    const { id, link, slug, aliases } = fields;
    const url = isFields(link) ? link["href"] : link;
    files.add(news.file.toLowerCase());
    if (typeof id === "number") byId.set(id, [...(byId.get(id) ?? []), news]);
    if (typeof url === "string") sources.set(toSourceKey(url), news.file);
    paths.add(toPathKey(entityPath("news", typeof slug === "string" ? slug : stemOf(news.file))));
    for (const alias of [aliases].flat()) if (typeof alias === "string") paths.add(toPathKey(alias));
  };
  const news = await readFiles(contentRoot, entityKinds.news.folder, ".md");
  for (const { file, bytes } of news) {
    const parsed = parseContentFile(bytes, file);
    if (parsed.ok)
      add({
        file,
        text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
        fields: parsed.value.data,
        body: parsed.value.body,
      });
    else diagnostics.push(...parsed.diagnostics);
  }
  const offerings: KnownOffering[] = [];
  for (const raw of await readFiles(contentRoot, entityKinds.offering.folder, ".md")) {
    const { entry, diagnostics: found } = readEntry("offering", raw);
    if (entry) offerings.push({ slug: entry.slug, ...(entry.data as Omit<KnownOffering, "slug">) });
    else diagnostics.push(...found);
  }
  const topics = new Set<string>();
  for (const raw of await readFiles(contentRoot, entityKinds.topic.folder, ".md")) {
    const { entry, diagnostics: found } = readEntry("topic", raw);
    if (entry) topics.add((entry.data as { name: string }).name);
    else diagnostics.push(...found);
  }
  if (diagnostics.length > 0) {
    const issues = await locateDiagnostics(diagnostics, readTextIn(contentRoot));
    throw new InputError(
      `${formatDiagnostics(issues, news.length)}\n\nNothing was imported: correct these files first`,
    );
  }
  return {
    byId,
    offerings,
    topics,
    findBySource: (link) => sources.get(toSourceKey(link)),
    isTakenFile: (file) => files.has(file.toLowerCase()),
    isTakenPath: (path) => paths.has(toPathKey(path)),
    add,
  };
}

function toSourceKey(link: string): string {
  return urlKey(cleanUrl(link, trackingParams));
}

function toPathKey(path: string): string {
  return `/${path.toLowerCase().replace(/^\/+|\/+$/g, "")}/`;
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
