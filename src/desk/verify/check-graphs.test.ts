import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "./check-graphs.ts";
import { faultsIn, lookedIn, pageOf } from "./testing.ts";

type Node = Record<string, unknown>;

const HOME = "https://site.example/";
const STORY = `${HOME}news/a/`;
const SOURCE = "https://source.example/story";

const publisher: Node = { "@type": "Organization", "@id": `${HOME}#organization`, name: "Site", url: HOME };
const author: Node = { "@type": "Person", "@id": `${HOME}author/jo/#author`, name: "Jo", url: `${HOME}author/jo/` };
const article: Node = {
  "@type": "Article",
  "@id": `${STORY}#article`,
  headline: "A story & more",
  inLanguage: "en",
  datePublished: "2026-01-02T00:00:00+00:00",
  dateModified: "2026-01-02T00:00:00+00:00",
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
const trail: Node = {
  "@type": "BreadcrumbList",
  "@id": `${STORY}#breadcrumbs`,
  itemListElement: [
    { "@type": "ListItem", position: 1, name: "Home", item: HOME },
    { "@type": "ListItem", position: 2, name: "A story" },
  ],
};
const list: Node = {
  "@type": "ItemList",
  "@id": `${HOME}#list`,
  numberOfItems: 1234,
  itemListElement: [{ "@type": "ListItem", position: 1, url: STORY, name: "A story & more" }],
};
const profile: Node = {
  "@type": "ProfilePage",
  "@id": `${HOME}author/jo/#profile`,
  mainEntity: { "@id": `${HOME}author/jo/#author` },
};

const BODY = [
  '<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><span aria-current="page">A story</span></li></ol></nav>',
  "<h2>A story &amp; <wbr>more</h2><p>Site, by <a href='/author/jo/'>Jo</a></p>",
  '<time datetime="2026-01-02">2 January 2026</time><time datetime="2025-11">November 2025</time>',
  `<a href="${SOURCE}">Source</a>`,
].join("");

interface Parts {
  readonly nodes?: readonly Node[];
  readonly body?: string;
  readonly home?: readonly Node[];
}

function siteWith({ nodes = [article, author, publisher, trail], body = BODY, home = [publisher, list] }: Parts = {}) {
  return {
    "index.html": pageOf("/", {
      nodes: home,
      body: '<p>Site: 1,234 stories</p><a href="/news/a/">A story &amp; more</a>',
    }),
    "news/a/index.html": pageOf("/news/a/", { nodes, body }),
    "author/jo/index.html": pageOf("/author/jo/", { nodes: [author, profile], body: "<p>Jo</p>" }),
  };
}

/** What is found when the article is changed so. */
async function faultsOf(changes: Node, body = BODY): Promise<string[]> {
  const faults = await faultsIn(
    graphsCheck,
    siteWith({ nodes: [{ ...article, ...changes }, author, publisher, trail], body }),
  );
  return faults.map((fault) => fault.replace("/news/a/: ", ""));
}

test("nothing is wrong with healthy graphs, and it says how many it looked at", async () => {
  assert.deepEqual(await faultsIn(graphsCheck, siteWith()), []);
  const { looked, short } = await lookedIn(graphsCheck, siteWith());
  assert.deepEqual(
    looked.slice(0, 3).map(({ what, count }) => `${count} ${what}`),
    ["3 graphs", "15 nodes", "39 values"],
  );
  assert.deepEqual(short, []);
});

test("graphs that say next to nothing are looked at too little", async () => {
  const { short } = await lookedIn(graphsCheck, { "about/index.html": pageOf("/about/") });
  assert.deepEqual(short, ["only 1 nodes, expected 2", "only 2 values, expected 8"]);
});

describe("a graph that cannot be read", () => {
  const page = siteWith()["news/a/index.html"];
  const script = (text: string) => page.replace(/(ld\+json">)[^<]*/, () => `ld+json">${text}`);
  const cases: readonly (readonly [what: string, html: string, fault: RegExp])[] = [
    ["none", page.replace(/<script.*<\/script>/, ""), /no structured data/],
    ["two", page.replace("</body>", '<script type="application/ld+json">{}</script></body>'), /2 graphs/],
    ["one that is cut", script('{"@context":'), /no JSON object/],
    ["one that is not escaped", script('{"a":"&amp;"}'), /not escaped/],
    ["one of another vocabulary", script('{"@context":"http://schema.org"}'), /the context is http:/],
    ["one without a graph", script('{"@context":"https://schema.org"}'), /no @graph/],
  ];
  for (const [what, html, fault] of cases) {
    test(what, async () => {
      const faults = await faultsIn(graphsCheck, { ...siteWith(), "news/a/index.html": html });
      assert.match(faults.join("\n"), fault);
    });
  }

  test("one on a page that is not there", async () => {
    const faults = await faultsIn(graphsCheck, { ...siteWith(), "404.html": pageOf("/404.html") });
    assert.deepEqual(faults, ["/404.html: a graph on a page of type 404"]);
  });
});

describe("the vocabulary knows", () => {
  const cases: readonly (readonly [what: string, changes: Node, fault: string])[] = [
    ["no such type", { about: { "@type": "Topic", name: "Site" } }, '"Topic" is no type of schema.org'],
    ["no such property", { titel: "Site" }, "Article has no property titel"],
    ["no property of another type", { documentation: SOURCE }, "Article has no property documentation"],
    ["what was replaced", { isBasedOnUrl: SOURCE }, "Article.isBasedOnUrl was replaced by another property"],
    [
      "no text where a node is due",
      { publisher: "Site" },
      'Article.publisher is "Site", and should be Organization or Person',
    ],
    [
      "no node of another kind",
      { isBasedOn: { "@type": "Person", name: "Jo" } },
      "Article.isBasedOn is a Person, and should be CreativeWork or Product or URL",
    ],
    [
      "no reference to another kind",
      { isBasedOn: { "@id": `${HOME}author/jo/#author` } },
      "Article.isBasedOn is a Person, and should be CreativeWork or Product or URL",
    ],
    [
      "no day that is none",
      { dateCreated: "2026-02-30" },
      'Article.dateCreated is "2026-02-30", and should be Date or DateTime',
    ],
    [
      "no time that is none",
      { dateCreated: "2026-01-02T25:00:00Z" },
      'Article.dateCreated is "2026-01-02T25:00:00Z", and should be Date or DateTime',
    ],
    ["no number as text", { wordCount: "12" }, 'Article.wordCount is "12", and should be Integer'],
    ["no address without a scheme", { url: "/news/a/" }, 'Article.url is "/news/a/", and should be URL'],
    [
      "no member of an enumeration that has none of it",
      { digitalSourceType: "Site" },
      'Article.digitalSourceType is "Site", and should be IPTCDigitalSourceEnumeration',
    ],
    ["no empty text", { name: " " }, 'Article.name is " ", and should be Text'],
    ["no null", { name: null }, "Article.name is null, and should be Text"],
    ["no other keyword", { "@reverse": {} }, "Article has @reverse"],
  ];
  for (const [what, changes, fault] of cases) {
    test(what, async () => {
      const faults = await faultsOf(changes);
      assert.ok(faults.includes(fault), faults.join("\n"));
    });
  }

  test("a year, a month, a member and a time with its zone as what they are", async () => {
    const body = `${BODY}<time datetime="2024"></time> TrainedAlgorithmicMediaDigitalSource 12`;
    const changes = { dateCreated: "2024", wordCount: 12, digitalSourceType: "TrainedAlgorithmicMediaDigitalSource" };
    assert.deepEqual(await faultsOf(changes, body), []);
  });
});

describe("Google asks for", () => {
  const cases: readonly (readonly [what: string, parts: Parts, fault: string])[] = [
    [
      "a headline",
      { nodes: [{ ...article, headline: undefined }, author, publisher, trail] },
      "/news/a/: Article has no headline, which Google recommends",
    ],
    [
      "an author of what is ours",
      { nodes: [{ ...article, author: undefined }, author, publisher, trail] },
      "/news/a/: our own Article has no author",
    ],
    [
      "a time zone",
      { nodes: [{ ...article, datePublished: "2026-01-02" }, author, publisher, trail] },
      "/news/a/: Article.datePublished has no time with a zone",
    ],
    [
      "an order of dates",
      { nodes: [{ ...article, dateModified: "2025-11-01T00:00:00+00:00" }, author, publisher, trail] },
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
      { nodes: [{ ...article, author: { "@type": "Person" } }, author, publisher, trail] },
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
          trail,
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
          trail,
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
    [
      "nothing that the list says cannot be stated",
      { home: [{ ...publisher, sameAs: STORY }, list] },
      "/: Organization states sameAs, which cannot be: no content file has a field for it",
    ],
  ];
  for (const [what, parts, fault] of cases) {
    test(what, async () => {
      const faults = await faultsIn(graphsCheck, siteWith(parts));
      assert.ok(faults.includes(fault), faults.join("\n"));
    });
  }
});

describe("the page does not show", () => {
  const cases: readonly (readonly [what: string, changes: Node, fault: string])[] = [
    ["a word", { description: "Another" }, 'Article.description is not on the page: "Another"'],
    ["one of several names", { alternateName: ["Jo", "Joe"] }, 'Article.alternateName is not on the page: "Joe"'],
    ["a day", { dateCreated: "2026-01-03" }, 'Article.dateCreated is not on the page: "2026-01-03"'],
    ["a number", { wordCount: 77 }, "Article.wordCount is not on the page: 77"],
    ["a part of a number", { wordCount: 20 }, "Article.wordCount is not on the page: 20"],
    ["an address", { url: "https://other.example/" }, 'Article.url is not on the page: "https://other.example/"'],
    ["a language", { inLanguage: "de" }, 'Article.inLanguage is not on the page: "de"'],
    [
      "a way to what an id names",
      { about: { "@type": "Thing", "@id": "https://other.example/#it", name: "Site" } },
      "no link leads to https://other.example/#it",
    ],
  ];
  for (const [what, changes, fault] of cases) {
    test(what, async () => {
      const faults = await faultsOf(changes);
      assert.ok(faults.includes(fault), faults.join("\n"));
    });
  }

  test("what is hidden, or in a script", async () => {
    const body = `${BODY}<p hidden>Hidden words</p><template>Hidden words</template><noscript>Hidden words</noscript>`;
    assert.deepEqual(await faultsOf({ description: "Hidden words" }, body), [
      'Article.description is not on the page: "Hidden words"',
    ]);
    assert.deepEqual(
      await faultsOf({ description: "Hidden words" }, `${BODY}<details>Hidden <b>words</b></details>`),
      [],
    );
  });
});

describe("an id", () => {
  const term = (changes: Node = {}): Node => ({
    "@type": "DefinedTerm",
    "@id": `${HOME}#term`,
    name: "Site",
    ...changes,
  });

  test("is told once a page", async () => {
    const faults = await faultsIn(graphsCheck, siteWith({ home: [publisher, list, term(), term()] }));
    assert.deepEqual(faults, [`/: ${HOME}#term is told twice`]);
  });

  test("is the same thing under the same name on all pages", async () => {
    const nodes = [article, author, publisher, trail];
    const faults = (home: Node, here: Node) =>
      faultsIn(graphsCheck, siteWith({ home: [publisher, list, home], nodes: [...nodes, here] }));
    assert.deepEqual(await faults(term(), term()), []);
    assert.deepEqual(await faults(term(), term({ name: "Jo" })), [
      `/news/a/: ${HOME}#term is named Jo here and Site elsewhere`,
    ]);
    assert.deepEqual(await faults(term(), term({ "@type": "Thing" })), [
      `/news/a/: ${HOME}#term is a Thing here and DefinedTerm elsewhere`,
    ]);
  });

  test("is told here, or by the page that it begins with", async () => {
    assert.deepEqual(await faultsOf({ about: { "@id": `${HOME}#list` } }), []);
    assert.deepEqual(await faultsOf({ about: { "@id": `${HOME}#none` } }), [
      `${HOME}#none is not told by the page that it begins with`,
    ]);
    assert.deepEqual(await faultsOf({ about: { "@id": `${SOURCE}#it` } }), [`"${SOURCE}#it" is told nowhere`]);
  });

  test("leads to a page that is there, by a fragment", async () => {
    const lost = `${HOME}topic/none/`;
    const faults = await faultsOf({ about: term({ "@id": `${lost}#term` }) }, `${BODY}<a href="/topic/none/">x</a>`);
    assert.deepEqual(faults, [`${lost}#term leads to no page`]);
    assert.deepEqual(await faultsOf({ about: term({ "@id": HOME }) }), [
      `${HOME} has no fragment, so it names the page and not a thing`,
    ]);
    assert.ok((await faultsOf({ about: term({ "@id": "term" }) })).includes('"term" is no address'));
  });

  test("of the page itself is told, with its address", async () => {
    const page = siteWith()["news/a/index.html"];
    const faults = (html: string) => faultsIn(graphsCheck, { ...siteWith(), "news/a/index.html": html });
    assert.deepEqual(await faults(page.replace("#page", "#pag")), ["/news/a/: the graph does not tell of its page"]);
    assert.deepEqual(await faults(page.replace(`"url":"${STORY}"`, `"url":"${HOME}"`)), [
      `/news/a/: the page's node has the address "${HOME}"`,
    ]);
  });
});

describe("a list", () => {
  const faults = async (nodes: readonly Node[], body = BODY) =>
    (await faultsIn(graphsCheck, siteWith({ nodes: [article, author, publisher, ...nodes], body }))).map((fault) =>
      fault.replace("/news/a/: ", ""),
    );
  const items = trail["itemListElement"] as Node[];
  const trailOf = (...itemListElement: Node[]): Node => ({ ...trail, itemListElement });
  const [home = {}, story = {}] = items;

  test("counts from one, and no further than it says", async () => {
    const counted = {
      ...list,
      numberOfItems: 1,
      itemListElement: [
        ...(list["itemListElement"] as Node[]),
        { "@type": "ListItem", position: 3, url: HOME, name: "Site" },
      ],
    };
    assert.deepEqual(await faultsIn(graphsCheck, siteWith({ home: [publisher, counted] })), [
      "/: ItemList does not count from 1",
      "/: ItemList has more items than 1",
      "/: ItemList.numberOfItems is not on the page: 1",
    ]);
  });

  test("of breadcrumbs is told once, where the page shows them", async () => {
    assert.deepEqual(await faults([]), ["the breadcrumbs are not told"]);
    assert.deepEqual(await faults([trail, { ...trail, "@id": `${STORY}#more` }]), ["2 BreadcrumbLists"]);
  });

  test("of breadcrumbs has two items and a way to each but the last", async () => {
    assert.ok((await faults([trailOf(home)])).includes("the breadcrumbs have fewer than two items"));
    assert.ok(
      (await faults([trailOf({ ...home, item: undefined }, story)])).includes(
        "a breadcrumb before the last has no item",
      ),
    );
  });

  test("of breadcrumbs is the one that the page shows", async () => {
    const shown = '"Home (https://site.example/) > A story"';
    assert.deepEqual(await faults([trailOf({ ...home, name: "Site" }, story)]), [
      `the breadcrumbs are told as "Site (https://site.example/) > A story" and shown as ${shown}`,
    ]);
    assert.match(
      (await faults([trailOf({ ...home, item: STORY }, story)])).join(),
      /told as "Home \(https:\/\/site\.example\/news/,
    );
  });
});
