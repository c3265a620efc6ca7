/** The parts of records from the graph; what is unknown becomes null, and nothing is added. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { htmlToPlainText } from "../../lib/footnotes.ts";
import type { SafeHtml } from "../../lib/html.ts";
import { htmlToText } from "../../lib/html-to-text.ts";
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

export function toRichText(html: SafeHtml | undefined): RichText | null {
  // A text may be footnotes alone.
  return html === undefined ? null : { html, text: htmlToPlainText(html) || htmlToText(html) };
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
  return { licence: { ...getSite().licence }, covers: [...covers], exceptions };
}

const aliasesOf = memoize(({ aliases }: Catalog) =>
  Map.groupBy(aliases, ({ kind, slug }) => entityUrl({ kind, slug })),
);

export function formerUrlsOf(entity: Entity, catalog: Catalog): string[] {
  return (aliasesOf(catalog).get(entityUrl(entity)) ?? []).map(({ from }) => absoluteUrl(from));
}
