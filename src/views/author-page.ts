/** One author with the stories that name them. */
import type { Author } from "../catalog/graph.ts";
import { formatCount } from "../lib/text.ts";
import { toOwnNews } from "./entity-news.ts";
import { toFormatLinks } from "./feed-links.ts";
import { toMostCounted } from "./most-counted.ts";
import { buildPage } from "./page.ts";
import { storyCount } from "./parts.ts";
import { toAuthorStatement } from "./structured-data/site-statements.ts";
import { entityDataUrl, entityUrl } from "./urls.ts";

export type AuthorPageView = ReturnType<typeof buildAuthorPage>;

export function buildAuthorPage(author: Author) {
  return {
    ...buildPage({
      title: author.name,
      description: `${storyCount(author.news.length)} by ${author.name}, curated.`,
      path: entityUrl(author),
      data: entityDataUrl(author),
      section: "news",
      feeds: `${author.name}: stories`,
      statement: toAuthorStatement(author),
    }),
    heading: author.name,
    count: formatCount(author.news.length),
    feeds: toFormatLinks(entityUrl(author)),
    ...toOwnNews(author),
    /** Where the stories were published, and what they are about. */
    publishers: toMostCounted(author.news.flatMap(({ publisher }) => publisher ?? [])),
    topics: toMostCounted(author.news.flatMap(({ topics }) => topics)),
  };
}
