/** The entities of every kind in the order of the kind's list, and the record of each. */

import type { Catalog, NewsItem, Offering, Topic } from "../../catalog/graph.ts";
import { digestOf } from "../../lib/digest.ts";
import { memoize } from "../../lib/memoize.ts";
import { byText } from "../../lib/order.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import type { AuthorRecord, NewsRecord, OfferingRecord, OrganizationRecord, TopicRecord } from "./shapes.ts";
import type { Entity } from "./to-parts.ts";
import { toAuthorRecord, toNewsRecord, toOfferingRecord, toOrganizationRecord, toTopicRecord } from "./to-record.ts";

type OfKind<T, K extends PublishedKind> = readonly Extract<T, { readonly kind: K }>[];

export type Entities = { readonly [K in PublishedKind]: OfKind<Entity, K> };
export type ApiRecord = NewsRecord | OfferingRecord | TopicRecord | OrganizationRecord | AuthorRecord;
export type Records = { readonly [K in PublishedKind]: OfKind<ApiRecord, K> };

/** Text below the front matter of a file, by its path from the content root. */
export type ReadBody = (file: string) => Promise<string>;

/** Digest of the bytes of a content file; undefined where nobody knows. */
export type FileDigest = (file: string) => string | undefined;

/**
 * News by the day of its curation, newest first: what is new stands in front,
 * and whoever reads on stops at the first record that is known already. By the
 * date of publication an old article would be let in somewhere in the middle.
 * Everything else by slug, which never changes, so that nothing trades places.
 */
export const listEntities = memoize(
  ({ news, offerings, topics, organizations, authors }: Catalog): Entities => ({
    news: [...news].sort((a, b) => byText(b.date, a.date) || byText(a.slug, b.slug)),
    offering: bySlug(offerings),
    topic: bySlug(topics),
    organization: bySlug(organizations),
    author: bySlug(authors),
  }),
);

function bySlug<T extends { readonly slug: string }>(entities: readonly T[]): readonly T[] {
  return [...entities].sort((a, b) => byText(a.slug, b.slug));
}

export async function readRecord(catalog: Catalog, entity: Entity, readBody: ReadBody): Promise<ApiRecord> {
  return toRecord(catalog, entity, hasBody(entity) ? await readBody(entity.file) : "");
}

/** The record with null for each text with markup: these are the expensive part of it. */
export function toBareRecord(catalog: Catalog, entity: Entity): ApiRecord {
  return toRecord(catalog, entity.kind === "news" ? { ...entity, insights: undefined } : entity, "");
}

/** Decides the record, together with the code. The digest of its file represents its texts with markup. */
export function keyOfRecord(catalog: Catalog, entity: Entity, fileDigest: FileDigest): string {
  const file = "file" in entity ? fileDigest(entity.file) : undefined;
  return digestOf([toBareRecord(catalog, entity), file]);
}

export function hasBody(entity: Entity): entity is NewsItem | Offering | Topic {
  return "hasBody" in entity && entity.hasBody;
}

function toRecord(catalog: Catalog, entity: Entity, body: string): ApiRecord {
  switch (entity.kind) {
    case "news":
      return toNewsRecord(catalog, entity, body);
    case "offering":
      return toOfferingRecord(catalog, entity, body);
    case "topic":
      return toTopicRecord(catalog, entity, body);
    case "organization":
      return toOrganizationRecord(catalog, entity);
    case "author":
      return toAuthorRecord(entity);
  }
}
