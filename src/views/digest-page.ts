/** The digests of all weeks, and that of one. */
import type { Catalog } from "../catalog/graph.ts";
import { listWeeks, type Week } from "../catalog/weeks.ts";
import { getSettings, getSite } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import { buildDigest, countsOf, spanOf, weekLabel } from "./digest.ts";
import { toFormatLinks } from "./feed-links.ts";
import { buildPage } from "./page.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { digestDataUrl, digestIndexUrl, digestListDataUrl, digestUrl, mailUrl } from "./urls.ts";

export type DigestIndexPageView = ReturnType<typeof buildDigestIndexPage>;

export function buildDigestIndexPage(catalog: Catalog) {
  const { digest: messages } = getMessages();
  const weeks = listWeeks(catalog).map((week) => ({
    href: digestUrl(week.name),
    label: spanOf(week),
    note: weekLabel(week.name),
    counts: countsOf(week),
    /** The year of the last day, so that a week over New Year belongs to the new one. */
    year: week.to.slice(0, 4),
    isOver: week.isOver,
  }));
  return {
    ...buildPage({
      title: messages.title,
      description: messages.index.description(getSettings().words.subject),
      path: digestIndexUrl,
      section: "news",
      feeds: messages.feed(getSite().name),
      data: digestListDataUrl,
      statement: { type: "CollectionPage", mainEntity: toItemList(digestIndexUrl, weeks) },
    }),
    heading: messages.title,
    count: messages.index.count(weeks.length),
    feeds: toFormatLinks(digestIndexUrl),
    years: [...Map.groupBy(weeks, ({ year }) => year)].map(([year, own]) => ({ year, weeks: own })),
  };
}

export type DigestPageView = ReturnType<typeof buildDigestPage>;

/**
 * Depends on neither the day of the build nor other weeks: the page of a week that is over stays as it is, to the byte,
 * until its own content changes.
 */
export function buildDigestPage(week: Week) {
  const { digest: messages } = getMessages();
  const digest = buildDigest(week);
  const stories = digest.groups.flatMap(({ stories: some, more }) => [...some, ...more]);
  return {
    ...buildPage({
      title: digest.heading,
      description: `${digest.kicker}: ${digest.lead}`,
      path: digest.href,
      section: "news",
      parent: { href: digestIndexUrl, label: messages.title },
      breadcrumb: spanOf(week),
      data: digestDataUrl(week.name),
      statement: { type: "CollectionPage", mainEntity: toItemList(digest.href, stories, week.news.length) },
    }),
    ...digest,
    contents: digest.groups.map(({ label, anchor, count }) => ({ href: `#${anchor}`, label, count })),
    feeds: toFormatLinks(digestIndexUrl),
    rest: digestDataUrl(week.name),
    /** None while the week is not over: what is sent cannot be added to. */
    mails: week.isOver
      ? [
          { href: mailUrl(week.name, "html"), label: "HTML", file: `${week.name}.html` },
          { href: mailUrl(week.name, "txt"), label: messages.plainText, file: `${week.name}.txt` },
        ]
      : [],
  };
}
