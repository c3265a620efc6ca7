/** The list of stories, page by page, and the archive by year. */
import type { Catalog, NewsItem } from "../catalog/graph.ts";
import { type NewsYear, newsByYear } from "../catalog/queries.ts";
import { getSettings } from "../config/settings.ts";
import { memoize } from "../lib/memoize.ts";
import { getMessages } from "../messages/messages.ts";
import { buildPage } from "./page.ts";
import { countPages, itemsOfPage, paginate } from "./pagination.ts";
import { type CountedLink, storyCount } from "./parts.ts";
import { toStoryRows } from "./story-rows.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { newsListUrl, yearUrl } from "./urls.ts";

const STORIES_A_PAGE = 25;

export type NewsListPageView = ReturnType<typeof buildNewsListPage>;

export function countNewsPages(catalog: Catalog): number {
  return countPages(catalog.news.length, STORIES_A_PAGE);
}

/** The stories of one page of the list, in reading order. */
export function newsOfListPage(catalog: Catalog, page: number): readonly NewsItem[] {
  return itemsOfPage(catalog.news, page, STORIES_A_PAGE);
}

export function buildNewsListPage(catalog: Catalog, page: number) {
  const pages = countNewsPages(catalog);
  const stories = toStoryRows(newsOfListPage(catalog, page));
  const { entries, news, site } = getMessages();
  return {
    ...buildPage({
      title: news.list.title(page, pages),
      description: news.list.description(getSettings().words.subject, page, pages),
      path: newsListUrl(page),
      section: "news",
      breadcrumb: page === 1 ? site.sections.news : entries.pagination.page(page),
      statement: {
        type: "CollectionPage",
        mainEntity: toItemList(newsListUrl(page), stories, catalog.news.length),
      },
    }),
    heading: site.sections.news,
    count: storyCount(catalog.news.length),
    stories,
    pagination: paginate(page, pages, newsListUrl),
    years: yearLinks(catalog),
  };
}

/** Years that have a page, newest first; `undefined` is the page of stories without a date. */
export function archiveYears({ news }: Catalog): NewsYear[] {
  return [...newsByYear(news).keys()];
}

export function yearHeading(year: NewsYear): string {
  const { year: messages } = getMessages().news;
  return year === undefined ? messages.undatedHeading : messages.heading(year);
}

/** The stories published in a year, or those whose date nobody stated. */
export function newsOfYear({ news }: Catalog, year: NewsYear): readonly NewsItem[] {
  return newsByYear(news).get(year) ?? [];
}

export type NewsYearPageView = ReturnType<typeof buildNewsYearPage>;

export function buildNewsYearPage(catalog: Catalog, year: NewsYear) {
  const news = newsOfYear(catalog, year);
  const { format, news: messages } = getMessages();
  const heading = yearHeading(year);
  const path = yearUrl(year);
  const groups = [...Map.groupBy(news, monthOf)]
    .sort(([a], [b]) => (a.length === b.length ? (a < b ? 1 : -1) : b.length - a.length))
    .map(([month, items]) => ({
      heading:
        month.length === 7
          ? format.date(month)
          : month === ""
            ? messages.year.byDayOfCuration
            : messages.year.monthNotStated,
      count: items.length,
      stories: toStoryRows(items).map((row) => (month === "" ? { ...row, date: row.curated } : row)),
    }));
  const { subject } = getSettings().words;
  const stories = groups.flatMap((group) => group.stories);
  return {
    ...buildPage({
      title: year === undefined ? messages.year.undatedTitle : heading,
      description:
        year === undefined ? messages.year.undatedDescription(subject) : messages.year.description(subject, year),
      path,
      section: "news",
      breadcrumb: year === undefined ? heading : String(year),
      statement: { type: "CollectionPage", mainEntity: toItemList(path, stories, news.length) },
    }),
    heading,
    count: storyCount(news.length),
    groups,
    years: yearLinks(catalog),
  };
}

function monthOf({ published = "" }: NewsItem): string {
  return published.slice(0, 7);
}

/** The archive, the same on every page of the list. */
export const yearLinks = memoize((catalog: Catalog): readonly CountedLink[] => {
  return archiveYears(catalog).map((year) => ({
    href: yearUrl(year),
    label: year === undefined ? getMessages().news.years.dateNotStated : String(year),
    count: newsOfYear(catalog, year).length,
  }));
});
