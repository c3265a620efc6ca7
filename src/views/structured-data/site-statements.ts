/** The site, its publisher and its authors in structured data. */
import type { Author } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { absoluteUrl, homeUrl } from "../urls.ts";
import { refer, websiteId } from "./node.ts";
import type { Statement } from "./page-graph.ts";
import { getPublisher, toAuthorNode } from "./references.ts";

/** No search action: search engines show no box for it any more. */
export function buildHomeStatement(): Statement {
  const publisher = getPublisher();
  return {
    mainEntity: {
      "@type": "WebSite",
      "@id": websiteId(),
      name: getSite().name,
      url: absoluteUrl(homeUrl),
      description: getSite().description,
      inLanguage: getSite().language,
      license: getSite().licence.url,
      publisher: refer(publisher),
    },
    besides: [publisher],
  };
}

export function buildAboutStatement(): Statement {
  return { type: "AboutPage", mainEntity: getPublisher() };
}

export function toAuthorStatement(author: Author): Statement {
  return { type: "ProfilePage", mainEntity: toAuthorNode(author) };
}
