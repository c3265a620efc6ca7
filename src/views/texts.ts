/** The texts of entities as HTML, the same wherever they are read; undefined where no word is left to be read. */
import type { NewsItem, Offering, Topic } from "../catalog/graph.ts";
import { renderMarkdown, type SafeHtml } from "../lib/html.ts";
import { resolveLink } from "./urls.ts";

type Kind = "excerpt" | "insights" | "text";

/** `body` is the Markdown or HTML below the front matter, which is quoted from the source. */
export function toExcerpt(item: NewsItem, body: string): SafeHtml | undefined {
  return renderMarkdown(body, { ids: idsOf(item, "excerpt"), quotedFrom: item.url }) || undefined;
}

/** `page` is the address of the page, where the text is read elsewhere. */
export function toInsights(item: NewsItem, page?: string): SafeHtml | undefined {
  return (
    renderMarkdown(item.insights ?? "", { ids: idsOf(item, "insights"), toAddress: toAddressFrom(page) }) || undefined
  );
}

/** `body` is the Markdown below the front matter, in our own words, which stands right below the title; `page` as above. */
export function toOwnText(entity: Offering | Topic, body: string, page?: string): SafeHtml | undefined {
  return renderMarkdown(body, { ids: idsOf(entity, "text"), toAddress: toAddressFrom(page), top: 2 }) || undefined;
}

function toAddressFrom(page: string | undefined): ((href: string) => string | undefined) | undefined {
  return page === undefined ? undefined : (href) => resolveLink(href, page);
}

/** A feed or a file of the whole has the texts of many entities. */
function idsOf({ kind, slug }: NewsItem | Offering | Topic, text: Kind): string {
  return `${kind}-${slug}-${text}-`;
}
