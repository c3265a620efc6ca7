/** The document that belongs to a story. */
import type { NewsItem } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";
import { documentUrl } from "./urls.ts";

export function toDocument({ document }: Pick<NewsItem, "document">) {
  if (!document) return undefined;
  const { format, news } = getMessages();
  const size = format.size(document.length);
  return {
    href: documentUrl(document.file),
    label: news.story.document(size),
    type: "application/pdf",
    /** In bytes, and as people say it. */
    length: document.length,
    size,
  };
}
