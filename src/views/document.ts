/** The document that belongs to a story. */
import type { NewsItem } from "../catalog/graph.ts";
import { formatSize } from "../lib/file-size.ts";
import { documentUrl } from "./urls.ts";

export function toDocument({ document }: Pick<NewsItem, "document">) {
  if (!document) return undefined;
  const size = formatSize(document.length);
  return {
    href: documentUrl(document.file),
    label: `Read the document (PDF, ${size})`,
    type: "application/pdf",
    /** In bytes, and as people say it. */
    length: document.length,
    size,
  };
}
