/** The home page: the latest stories, what changed in the catalog, and ways in. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { type DeclaredChanges, interfaceChanges, lifecycleChanges } from "../catalog/queries.ts";
import { site } from "../config.ts";
import { byText } from "../lib/order.ts";
import { formatDate } from "../lib/partial-date.ts";
import { formatCount } from "../lib/text.ts";
import { describeChanges } from "./interfaces.ts";
import { facetLinks } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { busiestTopics, type CountedLink, lifecycleSentence, toBadge, toLink, toStoryRow } from "./parts.ts";
import { homeStatement } from "./structured-data/site-statements.ts";
import { homeUrl, indexUrl } from "./urls.ts";

export const homeHeading = "What changed in health data exchange, and what to build it with";

const STORIES = 12;
const TOPICS = 12;
const CHANGES = 6;

export type HomePageView = ReturnType<typeof buildHomePage>;

export function buildHomePage(catalog: Catalog) {
  return {
    ...buildPage({
      title: `${site.name}: ${site.tagline}`,
      description: site.description,
      path: homeUrl,
      statement: homeStatement,
    }),
    heading: homeHeading,
    kicker: site.tagline,
    stories: catalog.news.slice(0, STORIES).map((item) => toStoryRow(item)),
    allStories: all(catalog.news.length, indexUrl("news")),
    changes: [
      ...lifecycleChanges(catalog).map(toLifecycleChange),
      ...interfaceChanges(catalog.offerings).map(toInterfaceChange),
    ]
      .sort((a, b) => byText(b.date, a.date))
      .slice(0, CHANGES),
    topics: busiestTopics(catalog, TOPICS),
    allTopics: all(catalog.topics.length, indexUrl("topic")),
    kinds: facetLinks(catalog, "kind"),
    allOfferings: all(catalog.offerings.length, indexUrl("offering")),
  };
}

/** What became of an offering. */
function toLifecycleChange(offering: Offering) {
  return {
    ...toLink(offering),
    date: offering.statusDate ?? "",
    badge: toBadge(offering),
    text: lifecycleSentence(offering) ?? "",
    successor: offering.successor && toLink(offering.successor),
    successorName: offering.successorName,
  };
}

/** What a server declares otherwise than before. */
function toInterfaceChange({ offering, day, changes }: DeclaredChanges) {
  return {
    ...toLink(offering),
    date: day,
    badge: undefined,
    text: `Interface: ${describeChanges(changes)}; seen on ${formatDate(day)}`,
    successor: undefined,
    successorName: undefined,
  };
}

function all(count: number, href: string): CountedLink {
  return { href, label: `all ${formatCount(count)}`, count };
}
