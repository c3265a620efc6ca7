import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "../check-graphs.ts";
import { violationsIn } from "../testing.ts";
import { article, author, breadcrumbs, HOME, list, type Parts, publisher, STORY, siteWith } from "./testing.ts";

describe("Google asks for", () => {
  const cases: readonly (readonly [what: string, parts: Parts, violation: string])[] = [
    [
      "a headline",
      { nodes: [{ ...article, headline: undefined }, author, publisher, breadcrumbs] },
      "/news/a/: Article has no headline, which Google recommends",
    ],
    [
      "an author of what is ours",
      { nodes: [{ ...article, author: undefined }, author, publisher, breadcrumbs] },
      "/news/a/: our own Article has no author",
    ],
    [
      "a time zone",
      { nodes: [{ ...article, datePublished: "2026-01-02" }, author, publisher, breadcrumbs] },
      "/news/a/: Article.datePublished has no time with a zone",
    ],
    [
      "an order of dates",
      { nodes: [{ ...article, dateModified: "2025-11-01T00:00:00Z" }, author, publisher, breadcrumbs] },
      "/news/a/: Article was changed before it was published",
    ],
    [
      "a name of a site",
      { home: [publisher, list, { "@type": "WebSite", "@id": `${HOME}#website`, url: HOME }] },
      "/: WebSite has no name, which Google requires",
    ],
    [
      "names in a list",
      { home: [publisher, { ...list, itemListElement: [{ "@type": "ListItem", position: 1, url: STORY }] }] },
      "/: ListItem has no name, which Google requires",
    ],
    [
      "places in a list",
      {
        home: [publisher, { ...list, itemListElement: [{ "@type": "ListItem", url: STORY, name: "A story & more" }] }],
      },
      "/: ListItem has no position, which Google requires",
    ],
    [
      "something in a list",
      { home: [publisher, { ...list, itemListElement: undefined }] },
      "/: ItemList has no itemListElement, which Google requires",
    ],
    [
      "somebody on a profile page",
      { home: [publisher, list, { "@type": "ProfilePage", name: "Site" }] },
      "/: ProfilePage has no mainEntity, which Google requires",
    ],
    [
      "a name of a person",
      { nodes: [{ ...article, author: { "@type": "Person" } }, author, publisher, breadcrumbs] },
      "/news/a/: Person has no name, which Google requires",
    ],
    [
      "a name of an organization of any kind",
      { home: [publisher, list, { "@type": "NewsMediaOrganization", url: STORY }] },
      "/: NewsMediaOrganization has no name, which Google requires",
    ],
    [
      "a kind of application",
      { home: [publisher, list, { "@type": "SoftwareApplication", "@id": `${HOME}#app`, name: "Site" }] },
      "/: SoftwareApplication has no applicationCategory, which Google recommends",
    ],
    [
      "no price that nobody stated",
      {
        nodes: [
          article,
          author,
          publisher,
          breadcrumbs,
          { "@type": "WebAPI", name: "Site", offers: { "@type": "Offer", price: 0 } },
        ],
      },
      "/news/a/: WebAPI claims offers, which nobody stated",
    ],
    [
      "no rating that nobody gave",
      {
        nodes: [
          article,
          author,
          publisher,
          breadcrumbs,
          {
            "@type": "SoftwareApplication",
            name: "Site",
            aggregateRating: { "@type": "AggregateRating", ratingValue: 5 },
          },
        ],
      },
      "/news/a/: AggregateRating claims ratingValue, which nobody stated",
    ],
    [
      "no search action",
      {
        home: [
          publisher,
          list,
          { "@type": "WebSite", name: "Site", url: HOME, potentialAction: { "@type": "SearchAction" } },
        ],
      },
      "/: SearchAction is no longer shown by anybody",
    ],
  ];
  for (const [what, parts, violation] of cases) {
    test(what, async () => {
      const violations = await violationsIn(graphsCheck, siteWith(parts));
      assert.ok(violations.includes(violation), violations.join("\n"));
    });
  }
});
