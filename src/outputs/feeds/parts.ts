/** What feeds of more than one format say in the same words. */
import { site } from "../../config.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { element } from "./xml.ts";

export const rights = `Summaries ${site.licence.name}; excerpts belong to their publishers`;

/**
 * A link for a reader who opened the feed in a browser. Only an element of HTML can be clicked in a document of XML,
 * and both formats allow elements of other namespaces; feed readers pass it over.
 */
export function wayToPage(page: string): string {
  const href = absoluteUrl(page);
  return element("a", `Read these stories on ${site.name}`, { xmlns: "http://www.w3.org/1999/xhtml", href });
}
