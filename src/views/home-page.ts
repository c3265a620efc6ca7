/** The home page: the latest stories, what changed in the catalog, and ways in. */
import type { Catalog } from "../catalog/graph.ts";
import { listWeeks } from "../catalog/weeks.ts";
import { getSettings, getSite, hasSection } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import { latestChanges } from "./catalog-changes.ts";
import { spanOf } from "./digest.ts";
import { facetLinks } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { busiestTopics, type CountedLink } from "./parts.ts";
import { firstStoryRows } from "./story-rows.ts";
import { buildHomeStatement } from "./structured-data/site-statements.ts";
import { digestUrl, homeUrl, indexUrl } from "./urls.ts";

const STORIES = 12;
const TOPICS = 12;
const CHANGES = 6;

export type HomePageView = ReturnType<typeof buildHomePage>;

export function buildHomePage(catalog: Catalog) {
  const [week] = listWeeks(catalog);
  const { home: messages } = getMessages();
  return {
    ...buildPage({
      title: `${getSite().name}: ${getSite().tagline}`,
      description: getSite().description,
      path: homeUrl,
      statement: buildHomeStatement(),
    }),
    heading: getSettings().words.headline,
    kicker: getSite().tagline,
    stories: firstStoryRows(catalog.news, STORIES),
    allStories: all(catalog.news.length, indexUrl("news")),
    /** The latest; none while nothing was curated. */
    digest:
      hasSection("digest") && week ? { href: digestUrl(week.name), label: messages.digest(spanOf(week)) } : undefined,
    changes: latestChanges(catalog.offerings, CHANGES),
    topics: busiestTopics(catalog, TOPICS),
    allTopics: all(catalog.topics.length, indexUrl("topic")),
    kinds: facetLinks(catalog, "kind"),
    allOfferings: all(catalog.offerings.length, indexUrl("offering")),
  };
}

function all(count: number, href: string): CountedLink {
  return { href, label: getMessages().home.all(count), count };
}
