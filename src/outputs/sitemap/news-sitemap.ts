/** A news sitemap after Google's extension: the stories of the last two days, for sites that are registered as news. */
import type { Catalog } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { byText } from "../../lib/order.ts";
import { daysBetween } from "../../lib/partial-date.ts";
import { absoluteUrl, entityUrl } from "../../views/urls.ts";

const DAYS = 2;
const MAX_STORIES = 1000;

/** The date of a story here is that of its curation: the day on which this site published it. */
export function buildNewsSitemap({ news, buildDate }: Catalog): string {
  const stories = news
    .filter(({ date, isIndexed }) => isIndexed && daysBetween(date, buildDate) < DAYS)
    .sort((a, b) => byText(b.date, a.date) || byText(a.slug, b.slug))
    .slice(0, MAX_STORIES);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...stories.map((story) =>
      [
        `<url><loc>${escapeMarkup(absoluteUrl(entityUrl(story)))}</loc>`,
        `<news:news><news:publication><news:name>${escapeMarkup(getSite().name)}</news:name>`,
        `<news:language>${getSite().language}</news:language></news:publication>`,
        `<news:publication_date>${story.date}</news:publication_date>`,
        `<news:title>${escapeMarkup(story.title)}</news:title></news:news></url>`,
      ].join(""),
    ),
    "</urlset>",
    "",
  ].join("\n");
}
