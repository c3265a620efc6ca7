/** A list of feeds as OPML 2.0 (https://opml.org/spec2.opml), which feed readers take over; a public format. */
import { getSite } from "../../config/settings.ts";
import type { FeedOutline } from "../../views/feeds-page.ts";
import { absoluteUrl, homeUrl } from "../../views/urls.ts";
import { element, emptyElement, group, rfc822, xmlDocument } from "./xml.ts";

/** `style` is the path of the style sheet for a list opened in a browser. */
export function renderOpml({ title, updated, groups }: FeedOutline, style: string): string {
  const head = [
    element("title", title),
    element("dateModified", rfc822(updated)),
    element("ownerName", getSite().name),
    element("ownerId", absoluteUrl(homeUrl)),
    element("docs", "https://opml.org/spec2.opml"),
  ];
  const body = groups.map(({ name, feeds }) => group("outline", feeds.map(toOutline), { text: name, title: name }));
  return xmlDocument(style, group("opml", [group("head", head), group("body", body)], { version: "2.0" }));
}

function toOutline({ title, description, page, feed }: FeedOutline["groups"][number]["feeds"][number]): string {
  return emptyElement("outline", {
    type: "rss",
    version: "RSS2",
    text: title,
    title,
    description,
    xmlUrl: feed,
    htmlUrl: page,
  });
}
