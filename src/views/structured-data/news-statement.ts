/** A story's page is an article of ours, based on the source's, about its topics, with the offerings that it names. */
import type { NewsItem } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { midnightOf } from "../../lib/partial-date.ts";
import { toDocument } from "../document.ts";
import { absoluteUrl, entityUrl } from "../urls.ts";
import { type ArticleNode, idOf, refer } from "./node.ts";
import type { Statement } from "./page-graph.ts";
import {
  getPublisher,
  toAuthorNode,
  toOfferingReference,
  toOrganizationReference,
  toTermReference,
} from "./references.ts";

interface PageContent {
  /** Who wrote the insights; undefined when nobody is named, or there are none. */
  readonly curator: string | undefined;
  /** Path of the picture that the page shows, or is shared with. */
  readonly image: string;
}

export function toNewsStatement(item: NewsItem, { curator, image }: PageContent): Statement {
  const source = toSource(item);
  // The page that pointed to the source: a work that ours refers to, and is not based on. A name alone is no work.
  const { via } = item;
  const topics = item.topics.map(toTermReference);
  const offerings = item.offerings.map(toOfferingReference);
  const main = item.mainOffering && toOfferingReference(item.mainOffering);
  const institution = item.institution && toOrganizationReference(item.institution);
  const about = [...(main ? [main] : []), ...topics];
  const mentions = [...offerings.filter((one) => one !== main), ...(institution ? [institution] : [])];
  const document = toDocument(item);
  const author = curator === undefined ? refer(getPublisher()) : { "@type": "Person" as const, name: curator };
  const article: ArticleNode = {
    "@type": "Article",
    "@id": idOf(item),
    headline: item.title,
    ...(item.summary !== undefined && { description: item.summary }),
    image: absoluteUrl(image),
    inLanguage: getSite().language,
    datePublished: midnightOf(item.date),
    dateModified: midnightOf(item.modified),
    author,
    publisher: refer(getPublisher()),
    mainEntityOfPage: absoluteUrl(entityUrl(item)),
    isBasedOn: refer(source),
    ...(via?.link !== undefined && { citation: { "@type": "WebPage", url: via.link, name: via.name } }),
    ...(about.length > 0 && { about: about.map(refer) }),
    ...(mentions.length > 0 && { mentions: mentions.map(refer) }),
    ...(document && {
      associatedMedia: {
        "@type": "MediaObject",
        contentUrl: absoluteUrl(document.href),
        encodingFormat: document.type,
        contentSize: document.size,
      },
    }),
  };
  const publishedBy = item.publisher ? toOrganizationReference(item.publisher) : undefined;
  const organizations = new Set([publishedBy, institution].filter((one) => one !== undefined));
  const besides = [
    source,
    ...item.authors.map(toAuthorNode),
    ...organizations,
    ...topics,
    ...offerings,
    getPublisher(),
  ];
  return { mainEntity: article, besides };
}

/**
 * The date is given at the precision that is known: schema.org's `Date` is an
 * ISO 8601 date, and that may be a year or a month alone. A date that only
 * replaces an unknown one is left out.
 */
function toSource(item: NewsItem): ArticleNode {
  const { url, title, publisher: by, published, publishedBasis, authors } = item;
  return {
    "@type": "Article",
    "@id": url,
    url,
    headline: title,
    ...(by && { publisher: { "@id": idOf(by) } }),
    ...(authors.length > 0 && { author: authors.map((author) => ({ "@id": idOf(author) })) }),
    ...(published !== undefined && publishedBasis !== "curation" && { datePublished: published }),
  };
}
