/** A small site whose graphs are healthy, for tests that break one thing of them. */
import { graphsCheck } from "../check-graphs.ts";
import { pageOf, violationsIn } from "../testing.ts";

export type Node = Record<string, unknown>;

export const HOME = "https://site.example/";
export const STORY = `${HOME}news/a/`;
export const SOURCE = "https://source.example/story";

export const publisher: Node = { "@type": "Organization", "@id": `${HOME}#organization`, name: "Site", url: HOME };
export const author: Node = {
  "@type": "Person",
  "@id": `${HOME}author/jo/#author`,
  name: "Jo",
  url: `${HOME}author/jo/`,
};
export const article: Node = {
  "@type": "Article",
  "@id": `${STORY}#article`,
  headline: "A story & more",
  image: `${STORY}card.png`,
  inLanguage: "en",
  datePublished: "2026-01-02T00:00:00Z",
  dateModified: "2026-01-02T00:00:00Z",
  author: { "@id": `${HOME}#organization` },
  publisher: { "@id": `${HOME}#organization` },
  mainEntityOfPage: STORY,
  isBasedOn: {
    "@type": "Article",
    "@id": SOURCE,
    url: SOURCE,
    headline: "A story & more",
    author: [{ "@id": `${HOME}author/jo/#author` }],
    datePublished: "2025-11",
  },
};
export const breadcrumbs: Node = {
  "@type": "BreadcrumbList",
  "@id": `${STORY}#breadcrumbs`,
  itemListElement: [
    { "@type": "ListItem", position: 1, name: "Home", item: HOME },
    { "@type": "ListItem", position: 2, name: "A story" },
  ],
};
export const list: Node = {
  "@type": "ItemList",
  "@id": `${HOME}#list`,
  numberOfItems: 1234,
  itemListElement: [{ "@type": "ListItem", position: 1, url: STORY, name: "A story & more" }],
};
export const profile: Node = {
  "@type": "ProfilePage",
  "@id": `${HOME}author/jo/#profile`,
  mainEntity: { "@id": `${HOME}author/jo/#author` },
};

export const BODY = [
  '<nav class="page breadcrumbs"><ol><li><a href="/">Home</a></li><li><span aria-current="page">A story</span></li></ol></nav>',
  "<h2>A story &amp; <wbr>more</h2><p>Site, by <a href='/author/jo/'>Jo</a></p>",
  '<time datetime="2026-01-02">2 January 2026</time><time datetime="2025-11">November 2025</time>',
  `<a href="${SOURCE}">Source</a>`,
].join("");

const HEAD = `<meta property="og:image" content="${STORY}card.png">`;

export interface Parts {
  readonly nodes?: readonly Node[];
  readonly body?: string;
  readonly home?: readonly Node[];
}

export function siteWith({
  nodes = [article, author, publisher, breadcrumbs],
  body = BODY,
  home = [publisher, list],
}: Parts = {}) {
  return {
    "index.html": pageOf("/", {
      nodes: home,
      body: '<p>Site: 1,234 stories</p><a href="/news/a/">A story &amp; more</a>',
    }),
    "news/a/index.html": pageOf("/news/a/", { nodes, body, head: HEAD }),
    "author/jo/index.html": pageOf("/author/jo/", { nodes: [author, profile], body: "<p>Jo</p>" }),
  };
}

/** What is found when the article has these changes. */
export async function violationsOf(changes: Node, body = BODY): Promise<string[]> {
  const violations = await violationsIn(
    graphsCheck,
    siteWith({ nodes: [{ ...article, ...changes }, author, publisher, breadcrumbs], body }),
  );
  return violations.map((violation) => violation.replace("/news/a/: ", ""));
}
