/** The parts of records from the graph; what is unknown becomes null, and nothing is added. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { site } from "../../config.ts";
import { htmlToText, renderMarkdown } from "../../lib/html.ts";
import { memoize } from "../../lib/memoize.ts";
import type { PartialDate } from "../../lib/partial-date.ts";
import { absoluteUrl, entityDataUrl, entityUrl } from "../../views/urls.ts";
import type { OutboundLink, Reference, RichText, Rights } from "./parts.ts";

export type Entity = NewsItem | Offering | Topic | Organization | Author;

/** Memoized, since a popular topic is named in thousands of records. */
export const toReference = memoize(
  (entity: Entity): Reference => ({
    kind: entity.kind,
    slug: entity.slug,
    name: entity.kind === "news" ? entity.title : entity.name,
    url: absoluteUrl(entityUrl(entity)),
    self: absoluteUrl(entityDataUrl(entity)),
  }),
) as <E extends Entity>(entity: E) => Reference & { readonly kind: E["kind"] };

export function toReferences(entities: readonly Entity[]): Reference[] {
  return entities.map((entity) => toReference(entity));
}

/** Relative links lead to where `base` says; an empty text is none. */
export function toRichText(source: string | undefined, base: string): RichText | null {
  if (!source) return null;
  const html = renderMarkdown(source, base);
  const text = htmlToText(html);
  return text === "" ? null : { html, text };
}

/** An address as any program reads it: characters outside ASCII are encoded. */
export function toAddress(url: string): string {
  return new URL(url).href;
}

export function toOutboundLink(url: string | undefined, { deadLinks }: Catalog): OutboundLink | null {
  return url === undefined ? null : { url: toAddress(url), goneAsOf: deadLinks.get(url) ?? null };
}

export function precisionOf(date: PartialDate | undefined): "day" | "month" | "year" | null {
  if (date === undefined) return null;
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

export function toRights(covers: readonly string[], exceptions: Rights["exceptions"] = []): Rights {
  return { licence: { ...site.licence }, covers: [...covers], exceptions };
}

const aliasesOf = memoize(({ aliases }: Catalog) =>
  Map.groupBy(aliases, ({ kind, slug }) => entityUrl({ kind, slug })),
);

export function formerUrlsOf(entity: Entity, catalog: Catalog): string[] {
  return (aliasesOf(catalog).get(entityUrl(entity)) ?? []).map(({ from }) => absoluteUrl(from));
}
