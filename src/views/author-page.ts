/** One author with the stories that name them. */
import type { Author } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";
import { toOwnNews } from "./entity-news.ts";
import { toFormatLinks } from "./feed-links.ts";
import { toMostCounted } from "./most-counted.ts";
import { buildPage } from "./page.ts";
import { toAuthorStatement } from "./structured-data/site-statements.ts";
import { entityDataUrl, entityUrl } from "./urls.ts";

export type AuthorPageView = ReturnType<typeof buildAuthorPage>;

export function buildAuthorPage(author: Author) {
  const { author: messages, format } = getMessages();
  return {
    ...buildPage({
      title: author.name,
      description: messages.description(author.name, author.news.length),
      path: entityUrl(author),
      data: entityDataUrl(author),
      section: "news",
      feeds: messages.feed(author.name),
      statement: toAuthorStatement(author),
    }),
    heading: author.name,
    count: format.count(author.news.length),
    feeds: toFormatLinks(entityUrl(author)),
    ...toOwnNews(author),
    /** Where the stories were published, and what they are about. */
    publishers: toMostCounted(author.news.flatMap(({ publisher }) => publisher ?? [])),
    topics: toMostCounted(author.news.flatMap(({ topics }) => topics)),
  };
}
