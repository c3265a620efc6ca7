/** A feed as Atom (RFC 4287); a public format, versioned with the site. */

import { getSite } from "../../config/settings.ts";
import { midnightOf } from "../../lib/partial-date.ts";
import type { FeedItem, FeedView } from "../../views/feed.ts";
import { absoluteUrl, feedUrl, homeUrl, indexUrl } from "../../views/urls.ts";
import { feedFormats } from "../../vocab/feed-format.ts";
import { ownWords } from "./own-words.ts";
import { rights, schedule, wayToPage } from "./parts.ts";
import { element, emptyElement, group, xmlDocument } from "./xml.ts";

const NAMESPACES = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:sy": "http://purl.org/rss/1.0/modules/syndication/",
};

/** `style` is the path of the style sheet for a feed opened in a browser. */
export function renderAtom(feed: FeedView, style: string): string {
  const page = absoluteUrl(feed.page);
  const children = [
    element("title", feed.title),
    element("subtitle", feed.description),
    element("id", page),
    element("updated", midnightOf(feed.updated)),
    emptyElement("link", { rel: "self", type: feedFormats.atom.type, href: absoluteUrl(feedUrl("atom", feed.page)) }),
    emptyElement("link", { rel: "alternate", type: "text/html", href: page }),
    person(getSite().name, absoluteUrl(homeUrl)),
    element("rights", rights()),
    element("icon", absoluteUrl("/favicon.svg")),
    ...schedule(feed.page),
    wayToPage(feed.page),
    ...feed.items.map(toEntry),
  ];
  return xmlDocument(style, group("feed", children, { ...NAMESPACES, "xml:lang": getSite().language }));
}

function toEntry(item: FeedItem): string {
  const { image, document, language, source, via } = item;
  return group("entry", [
    element("title", item.title, { "xml:lang": language === getSite().language ? undefined : language }),
    element("id", item.id),
    emptyElement("link", { rel: "alternate", type: "text/html", href: item.url }),
    ...(source ? [emptyElement("link", { rel: "via", href: source.href, title: source.host })] : []),
    ...(via?.link === undefined ? [] : [emptyElement("link", { rel: "via", href: via.link, title: via.name })]),
    ...(document ? [enclosure(document, document.label)] : []),
    ...(image ? [enclosure(image, image.alt)] : []),
    ...(item.teaser === undefined ? [] : [element("summary", item.teaser)]),
    element("published", midnightOf(item.curated)),
    element("updated", midnightOf(item.updated)),
    ...item.authors.map(({ label, href }) => person(label, href)),
    ...item.topics.map(({ slug, label }) =>
      emptyElement("category", { term: slug, scheme: absoluteUrl(indexUrl("topic")), label }),
    ),
    element("content", ownWords(item), { type: "html" }),
  ]);
}

type Enclosed = Pick<NonNullable<FeedItem["image"]>, "href" | "type" | "length">;

function enclosure({ href, type, length }: Enclosed, title: string | undefined): string {
  return emptyElement("link", { rel: "enclosure", href, type, length, title });
}

function person(name: string, uri: string | undefined): string {
  return group("author", [element("name", name), ...(uri === undefined ? [] : [element("uri", uri)])]);
}
