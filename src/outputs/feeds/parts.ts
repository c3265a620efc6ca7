/** What feeds of more than one format have in common. */
import { getSite } from "../../config/settings.ts";
import { getMessages } from "../../messages/messages.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { element } from "./xml.ts";

export function rights(): string {
  return getMessages().feeds.rights(getSite().licence.name);
}

/**
 * A link for a reader who opened the feed in a browser. Only an element of HTML can be clicked in a document of XML,
 * and both formats allow elements of other namespaces; feed readers pass it over.
 */
export function wayToPage(page: string): string {
  const href = absoluteUrl(page);
  return element("a", getMessages().feeds.page(getSite().name), { xmlns: "http://www.w3.org/1999/xhtml", href });
}

/** How often a feed is worth requesting: editors publish at most a few times a day. */
const TIMES_A_DAY = 4;

/** For RSS itself, in minutes. */
export const TIME_TO_LIVE = (24 * 60) / TIMES_A_DAY;

/** For the module at https://web.resource.org/rss/1.0/modules/syndication/. */
export const SCHEDULE: readonly string[] = [
  element("sy:updatePeriod", "daily"),
  element("sy:updateFrequency", String(TIMES_A_DAY)),
  element("sy:updateBase", "2000-01-01T00:00:00Z"),
];
