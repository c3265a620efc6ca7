/** What feeds of more than one format have in common. */
import { getSite } from "../../config/settings.ts";
import { getMessages } from "../../messages/messages.ts";
import { absoluteUrl, digestIndexUrl } from "../../views/urls.ts";
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

/** How often the feed of a page is worth requesting. A digest comes out once a week, and may be read a day late. */
function scheduleOf(page: string) {
  return page === digestIndexUrl
    ? { period: "weekly", times: 1, minutes: 24 * 60 }
    : // Editors publish at most a few times a day.
      { period: "daily", times: 4, minutes: 6 * 60 };
}

/** For RSS itself, in minutes. */
export function timeToLive(page: string): string {
  return element("ttl", String(scheduleOf(page).minutes));
}

/** For the module at https://web.resource.org/rss/1.0/modules/syndication/. The base is a Monday, when digests come out. */
export function schedule(page: string): string[] {
  const { period, times } = scheduleOf(page);
  return [
    element("sy:updatePeriod", period),
    element("sy:updateFrequency", String(times)),
    element("sy:updateBase", "2000-01-03T00:00:00Z"),
  ];
}
