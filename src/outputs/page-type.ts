/** What a type of page must state, and the pages that follow from it. */
import type { Catalog } from "../catalog/graph.ts";
import { digestOf } from "../lib/digest.ts";
import { memoize } from "../lib/memoize.ts";
import type { PageView } from "../views/page.ts";
import type { SocialImageView } from "../views/social-image.ts";
import type { PublishedKind } from "../vocab/entity-kind.ts";
import { isPublished } from "../vocab/published-paths.ts";
import type { Data } from "./api/data.ts";
import type { FileDigest, ReadBody } from "./api/records.ts";
import { type MarkdownDocument, writeMarkdownDocument } from "./markdown/write-document.ts";

/** What pages are made from. */
export interface PageSources {
  readonly catalog: Catalog;
  readonly readBody: ReadBody;
  readonly fileDigest: FileDigest;
  /** The data, for the page about it. */
  readonly getData: () => Promise<Data>;
}

/** The file of the sitemap that a page stands in, after the kind of thing that it shows: `sitemap-<section>-<n>.xml`. */
type SitemapSection = "site" | "digest" | PublishedKind;

/** `S` is what a page is about; `V` is its view, or a promise of it. */
interface PageType<S, V extends PageView | Promise<PageView>> {
  /** What there is a page about, one for each. */
  readonly subjects: (catalog: Catalog, sources: PageSources) => readonly S[];
  readonly path: (subject: S) => string;
  /** Day of the last change, YYYY-MM-DD; undefined where the content tells no day. */
  readonly modified: (catalog: Catalog, subject: S) => string | undefined;
  /** The same as in the head of the page. */
  readonly isIndexed: (subject: S) => boolean;
  /** The content file that the page is about, from the content root; undefined for lists and pages of the site itself. */
  readonly source: (subject: S) => string | undefined;
  /** `body` is the text of that file below its front matter; empty without a file. */
  readonly view: (catalog: Catalog, subject: S, body: string) => V;
  readonly markdown: (view: Awaited<V>, path: string) => MarkdownDocument;
  /** Undefined for a page that has a picture of its own. */
  readonly socialImage: (catalog: Catalog, subject: S) => SocialImageView | undefined;
  readonly section: SitemapSection;
  /** False where rendering costs no more than a key. A key is made at once, so a view that is promised has none. */
  readonly isKeyed: V extends Promise<unknown> ? false : boolean;
}

/** One page of the site. */
export interface SitePage<S = unknown, V = PageView> {
  readonly subject: S;
  readonly path: string;
  readonly modified: string | undefined;
  readonly isIndexed: boolean;
  readonly section: SitemapSection;
  readonly getView: () => Promise<V>;
  readonly getMarkdown: () => Promise<string>;
  readonly findSocialImage: () => SocialImageView | undefined;
  /** Decides the page and its Markdown, together with the code. */
  readonly findCacheKey: () => string | undefined;
}

/** The pages of a type, listed once for the same sources. */
export type ListPages<S = unknown, V = PageView> = (sources: PageSources) => readonly SitePage<S, V>[];

export function definePageType<S, V extends PageView | Promise<PageView>>(
  type: PageType<S, V>,
): ListPages<S, Awaited<V>> {
  return memoize((sources) =>
    type
      .subjects(sources.catalog, sources)
      .map((subject) => toSitePage(type, sources, subject))
      .filter(({ path }) => isPublished(path)),
  );
}

function toSitePage<S, V extends PageView | Promise<PageView>>(
  type: PageType<S, V>,
  { catalog, readBody, fileDigest }: PageSources,
  subject: S,
): SitePage<S, Awaited<V>> {
  const path = type.path(subject);
  const modified = type.modified(catalog, subject);
  const file = type.source(subject);
  const getView = async (): Promise<Awaited<V>> =>
    await type.view(catalog, subject, file === undefined ? "" : await readBody(file));
  let cacheKey: string | undefined;
  // The view is built without the text of the file, which the digest of the file represents: what a view derives from
  // the text depends on the text alone.
  const toKey = () => digestOf([type.view(catalog, subject, ""), modified, file && fileDigest(file)]);
  return {
    subject,
    path,
    modified,
    isIndexed: type.isIndexed(subject),
    section: type.section,
    getView,
    getMarkdown: async () => writeMarkdownDocument(type.markdown(await getView(), path), modified),
    findSocialImage: () => type.socialImage(catalog, subject),
    // The page and its Markdown both ask.
    findCacheKey: () => {
      if (type.isKeyed) cacheKey ??= toKey();
      return cacheKey;
    },
  };
}
