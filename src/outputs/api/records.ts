/** Promise: the records of every kind, each once, in the order of the kind's list. */
import type { Catalog } from "../../catalog/graph.ts";
import { byText } from "../../lib/order.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import type { AuthorRecord, NewsRecord, OfferingRecord, OrganizationRecord, TopicRecord } from "./shapes.ts";
import { toAuthorRecord, toNewsRecord, toOfferingRecord, toOrganizationRecord, toTopicRecord } from "./to-record.ts";

interface RecordOf {
  readonly news: NewsRecord;
  readonly offering: OfferingRecord;
  readonly topic: TopicRecord;
  readonly organization: OrganizationRecord;
  readonly author: AuthorRecord;
}

export type ApiRecord = RecordOf[PublishedKind];
export type Records = { readonly [K in PublishedKind]: readonly RecordOf[K][] };

/** Text below the front matter of a file, by its path from the content root. */
export type ReadBody = (file: string) => Promise<string>;

/**
 * News by the day of its curation, newest first: what is new stands in front,
 * and whoever reads on stops at the first record that is known already. By the
 * date of publication an old article would be let in somewhere in the middle.
 * Everything else by slug, which never changes, so that nothing trades places.
 */
export async function readRecords(catalog: Catalog, readBody: ReadBody): Promise<Records> {
  const bodyOf = (entity: { file: string; bodyWords: number }) => (entity.bodyWords > 0 ? readBody(entity.file) : "");
  const { news, offerings, topics, organizations, authors } = catalog;
  return {
    news: (await Promise.all(news.map(async (item) => toNewsRecord(catalog, item, await bodyOf(item))))).sort(
      (a, b) => byText(b.curated, a.curated) || byText(a.slug, b.slug),
    ),
    offering: bySlug(
      await Promise.all(offerings.map(async (one) => toOfferingRecord(catalog, one, await bodyOf(one)))),
    ),
    topic: bySlug(await Promise.all(topics.map(async (topic) => toTopicRecord(catalog, topic, await bodyOf(topic))))),
    organization: bySlug(organizations.map((one) => toOrganizationRecord(catalog, one))),
    author: bySlug(authors.map(toAuthorRecord)),
  };
}

function bySlug<T extends { readonly slug: string }>(records: T[]): T[] {
  return records.sort((a, b) => byText(a.slug, b.slug));
}
