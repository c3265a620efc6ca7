/** What a topic can be narrowed by, with the entries of each value, for readers without script. */
import type { Topic } from "../catalog/graph.ts";
import { offeringsOfSubject } from "../catalog/queries.ts";
import { getMessages } from "../messages/messages.ts";
import { newsOf, rowsOf, yearLinks } from "./entity-news.ts";
import { kindAnchor, type OfferingGroup } from "./entity-offerings.ts";
import { countEntities } from "./most-counted.ts";
import { narrowingOptions, valuesOfFacet } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { toOfferingRow } from "./parts.ts";
import { countStories } from "./story-rows.ts";
import { topicStart } from "./topic-page.ts";
import { entityFiltersUrl, entityUrl, indexUrl, offeringTableUrl } from "./urls.ts";

/** So many are within 60 kB of HTML. */
const PUBLISHERS = 80;
const TITLES = 5;
const OFFERINGS = 20;

export type TopicFiltersPageView = ReturnType<typeof buildTopicFiltersPage>;

export function buildTopicFiltersPage(topic: Topic) {
  const { filtersPage: messages } = getMessages().topic;
  const path = entityFiltersUrl(topic);
  const page = entityUrl(topic);
  const { areAllLatest, areAllKey } = topicStart(topic);
  const news = areAllLatest ? [] : newsOf(topic);
  const offerings = areAllKey ? [] : offeringsOfSubject(topic);
  const published = Map.groupBy(news, ({ publisher }) => publisher);
  const publishers = countEntities(news.flatMap(({ publisher }) => publisher ?? []));
  const without = published.get(undefined)?.length ?? 0;
  const kinds = narrowingOptions(offerings, "kind");
  const standards = narrowingOptions(offerings, "standard");
  /** The parts of the page that it has. */
  const parts = [
    ...(news.length > 0 ? (["publisher", "year"] as const) : []),
    ...(kinds.length > 0 ? (["kind"] as const) : []),
    ...(standards.length > 0 ? (["standard"] as const) : []),
  ];
  return {
    ...buildPage({
      title: messages.title(topic.name),
      description: messages.description(topic.name),
      path,
      section: "topic",
      parent: { href: page, label: topic.label },
      breadcrumb: messages.breadcrumb,
      isIndexed: false,
    }),
    owner: { href: page, label: topic.label },
    heading: messages.heading(parts),
    contents: parts.map((part) => ({ href: `#${part}`, label: messages.parts[part] })),
    years: (areAllLatest ? [] : yearLinks(topic, path)).map(({ href, label, count }) => ({ href, label, count })),
    kinds: kinds.map(({ value, label, count }) => ({
      href: `${page}#${kindAnchor(value)}`,
      label,
      count,
    })),
    publishers: publishers.slice(0, PUBLISHERS).map(({ entity, count }) => {
      const stories = rowsOf(topic, (published.get(entity) ?? []).slice(0, TITLES));
      const rest = count - countStories(stories);
      return {
        anchor: `publisher-${entity.slug}`,
        link: { href: entityUrl(entity), label: entity.name },
        count,
        stories,
        rest: rest > 0 ? { href: entityUrl(entity), label: messages.moreOfPublisher(rest) } : undefined,
      };
    }),
    /** Where the other publishers are. */
    morePublishers:
      publishers.length > PUBLISHERS
        ? {
            href: indexUrl("organization"),
            label: messages.morePublishers(publishers.length - PUBLISHERS),
          }
        : undefined,
    withoutPublisher: without > 0 ? messages.withoutPublisher(without) : undefined,
    standards: standards.map(({ value, label, count }): OfferingGroup => {
      const members = offerings.filter((offering) => valuesOfFacet(offering, "standard").includes(value));
      return {
        anchor: `standard-${value}`,
        label,
        count,
        offerings: members.slice(0, OFFERINGS).map((offering) => toOfferingRow(offering)),
        rest:
          count > OFFERINGS
            ? {
                href: offeringTableUrl({
                  topic: [topic, ...topic.sameAs].map(({ slug }) => slug),
                  standard: [value],
                }),
                label: messages.moreOfStandard(count - OFFERINGS),
              }
            : undefined,
      };
    }),
  };
}
