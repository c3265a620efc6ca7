/** The digests of weeks as data. */
import type { Catalog } from "../../catalog/graph.ts";
import { groupByTopic, listWeeks, type Week } from "../../catalog/weeks.ts";
import { tellOnce } from "../../lib/tell-once.ts";
import { absoluteUrl, digestDataUrl, digestListDataUrl, digestUrl } from "../../views/urls.ts";
import type { Digest, DigestList } from "./digest-shapes.ts";
import { toReference } from "./to-parts.ts";

export function toDigestData({ name, from, to, news, changes, added }: Week): Digest {
  return {
    week: name,
    from,
    to,
    url: absoluteUrl(digestUrl(name)),
    self: absoluteUrl(digestDataUrl(name)),
    topics: groupByTopic(tellOnce(news)).map(({ topic, stories }) => ({
      topic: topic ? toReference(topic) : null,
      news: stories.flatMap(({ lead, others }) => [lead, ...others].map((item) => toReference(item))),
    })),
    changes: changes.map((change) => ({
      day: change.day,
      offering: toReference(change.offering),
      change: change.kind === "interface" ? "interface" : change.status,
      interface: change.kind === "interface" ? change.interface.name : null,
    })),
    added: added.map((offering) => toReference(offering)),
  };
}

export function toDigestList(catalog: Catalog): DigestList {
  const weeks = listWeeks(catalog);
  return {
    self: absoluteUrl(digestListDataUrl),
    total: weeks.length,
    items: weeks.map(({ name, from, to, news, changes, added }) => ({
      week: name,
      from,
      to,
      url: absoluteUrl(digestUrl(name)),
      self: absoluteUrl(digestDataUrl(name)),
      stories: news.length,
      changes: changes.length,
      added: added.length,
    })),
  };
}
