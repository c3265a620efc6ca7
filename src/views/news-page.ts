/** One story: where it comes from, what it says, what the curator adds, and what belongs to it. */
import type { Catalog, NewsItem } from "../catalog/graph.ts";
import { offeringsLike, storiesLike } from "../catalog/related.ts";
import { htmlToPlainText } from "../lib/footnotes.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoizeLast } from "../lib/memoize-last.ts";
import { midnightOf } from "../lib/partial-date.ts";
import { getMessages } from "../messages/messages.ts";
import { toDeadLink } from "./dead-link.ts";
import { toDocument } from "./document.ts";
import { buildPage } from "./page.ts";
import { ownImage } from "./page-image.ts";
import {
  isLongTitle,
  sameTopics,
  storyReason,
  toDateView,
  toLink,
  toOfferingRow,
  toStoryRow,
  toTopicChip,
} from "./parts.ts";
import { toSameEvent } from "./story-rows.ts";
import { toNewsStatement } from "./structured-data/news-statement.ts";
import { toExcerpt, toInsights } from "./texts.ts";
import { editUrl, entityDataUrl, entityUrl, imageUrl, socialImageUrl } from "./urls.ts";
import { wordingOfOurs, wordingOfSource, wordOurs, wordSource } from "./wording.ts";

export type NewsPageView = ReturnType<typeof buildNewsPage>;

const STORIES = 5;
/** A story that names none gets a few of its topics; one that names some needs no more. */
const OFFERINGS = 4;

/** `body` is the Markdown or HTML below the front matter: the source's excerpt. */
export const buildNewsPage = memoizeLast(toNewsPage);

function toNewsPage(catalog: Catalog, item: NewsItem, body: string) {
  const { format, news } = getMessages();
  const quoted = toExcerpt(item, body);
  const excerpt = quoted && wordSource(quoted, item);
  const own = toInsights(item);
  const insights = own && wordOurs(own, item);
  const description =
    item.summary ?? ((own && htmlToPlainText(own)) || (quoted && htmlToPlainText(quoted)) || item.title);
  const named = item.offerings.map((offering) => {
    const shared = offering.topics.filter((topic) => item.topics.includes(topic));
    const role = offering === item.mainOffering ? news.story.isAbout : news.story.named;
    return toOfferingRow(offering, [role, ...sameTopics(shared)].join("; "));
  });
  const image = toImageView(item);
  const wording = wordingOfSource(item.title, item);
  const similar = offeringsLike(catalog, item, Math.max(0, OFFERINGS - named.length));
  return {
    ...buildPage({
      title: item.title,
      wording,
      description,
      path: entityUrl(item),
      data: entityDataUrl(item),
      section: "news",
      isIndexed: item.isIndexed,
      article: {
        published: midnightOf(item.date),
        modified: midnightOf(item.modified),
        tags: item.topics.map(({ name }) => name),
      },
      statement: toNewsStatement(item, {
        curator: own && item.insightsBy,
        image: image?.src ?? socialImageUrl(entityUrl(item)),
      }),
      image: ownImage(item),
    }),
    heading: item.title,
    isLong: isLongTitle(item.title),
    wordings: {
      title: wording,
      summary: item.summary === undefined ? undefined : wordingOfOurs(item.summary, item),
      excerpt: excerpt?.wording,
      insights: insights?.wording,
    },
    source: {
      href: item.url,
      host: toReadableHost(item.host),
      publisher: item.publisher && toLink(item.publisher),
      /** Path of its icon, which says nothing that its host does not. */
      icon: item.icon === undefined ? undefined : imageUrl(item.icon),
      deadLink: toDeadLink(catalog, item.url, item.date),
    },
    via: toVia(item, catalog),
    published: toDateView(item.published),
    /** How the date is known, where that is worth saying. */
    publishedNote:
      item.publishedBasis === undefined || item.publishedBasis === "page"
        ? undefined
        : news.dateBases[item.publishedBasis],
    curated: { machine: item.date, label: format.date(item.date) },
    /** Set when it was changed on a later day. */
    changed: item.modified === item.date ? undefined : toDateView(item.modified),
    authors: item.authors.map(toLink),
    topics: item.topics.map(toTopicChip),
    /** The one offering that it is about. */
    about: item.mainOffering && toLink(item.mainOffering),
    institution: item.institution && toLink(item.institution),
    document: toDocument(item),
    summary: item.summary,
    image,
    excerpt: excerpt?.html,
    insights: insights && { html: insights.html, by: item.insightsBy },
    notes: [
      ...(item.titleBasis === "url" ? [news.story.rebuiltHeadline] : []),
      ...(item.note === undefined ? [] : [item.note]),
    ],
    /** The other stories on the same event. */
    sameEvent: toSameEvent(item),
    offerings: [...named, ...similar.map(({ to, topics }) => toOfferingRow(to, sameTopics(topics).join("; ")))],
    stories: storiesLike(catalog, item, STORIES).map((related) => toStoryRow(related.to, storyReason(related))),
    edit: editUrl(item.file),
  };
}

/** Who pointed to the source, with a link where one is known. */
function toVia({ via }: NewsItem, catalog: Catalog) {
  if (!via) return undefined;
  const dead = via.link === undefined ? undefined : toDeadLink(catalog, via.link, catalog.buildDate);
  return { label: via.name, href: via.link, deadLink: dead && getMessages().entries.deadLink.goneAsOf(dead.asOf) };
}

function toImageView({ image }: NewsItem) {
  if (!image) return undefined;
  // Any other size would enlarge an image whose size nobody stated.
  const [width, height] = image.size ?? [];
  return { src: imageUrl(image.file), alt: image.alt ?? "", width, height };
}
