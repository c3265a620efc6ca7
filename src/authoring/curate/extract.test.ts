import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createExtractor, type Extractor, type PageFields } from "./extract.ts";
import { scrape } from "./scrape.ts";

const TODAY = "2026-11-22";
const URL = "https://www.example-news.com/2024/05/17/fhir-grows";

const read = (html: string, url = URL) => scrape(html, url, TODAY);

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Each field as `value (source)`. */
function said(fields: PageFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field ? [[name, `${String(field.value)} (${field.source})`]] : [],
    ),
  );
}

test("a page with full metadata, each field with its place", async () => {
  const fields = await read(`<html lang="en-GB"><head>
    <title>FHIR grows | Example News</title>
    <link rel="canonical" href="https://www.example-news.com/2024/05/17/fhir-grows?utm_source=feed">
    <meta property="og:title" content="FHIR grows | Example News">
    <meta property="og:description" content="  The standard   grows. ">
    <meta property="og:image" content="/images/fhir.jpg?w=1200">
    <meta property="og:locale" content="en_GB">
    ${jsonLd({
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "FHIR grows",
          datePublished: "2024-05-17T23:30:00-07:00",
          dateModified: "2025-01-01",
          author: [{ "@id": "#ada" }, { name: "Ben Ode" }],
          publisher: { "@id": "#org" },
        },
        { "@type": "Person", "@id": "#ada", name: "Ada Park" },
        { "@type": "Organization", "@id": "#org", name: "Example News" },
      ],
    })}</head></html>`);
  assert.deepEqual(said(fields), {
    url: "https://www.example-news.com/2024/05/17/fhir-grows (link rel=canonical)",
    title: "FHIR grows (meta og:title)",
    authors: "Ada Park,Ben Ode (JSON-LD author)",
    published: "2024-05-17 (JSON-LD datePublished)",
    description: "The standard grows. (meta og:description)",
    image: "https://www.example-news.com/images/fhir.jpg?w=1200 (meta og:image)",
    publisher: "Example News (JSON-LD publisher)",
    language: "en (meta og:locale)",
  });
  assert.equal(fields.published?.stated, "2024-05-17T23:30:00-07:00");
});

test("a page with nothing but text", async () => {
  const fields = await read(
    `<html lang="fr"><body><h1>FHIR grows</h1><p class="byline">By Ada Park</p>
    <p class="post-date">le 18 mai 2024</p></body></html>`,
    "https://blog.example.org/fhir",
  );
  assert.deepEqual(said(fields), {
    url: "https://blog.example.org/fhir (address)",
    title: "FHIR grows (the only h1)",
    authors: 'Ada Park ([class*="byline" i])',
    published: "2024-05-18 (date below the headline)",
    publisher: "example (host)",
    language: "fr (html lang)",
  });
});

test("an empty page has its address, the name in it, and the date in it", async () => {
  assert.deepEqual(said(await read("")), {
    url: `${URL} (address)`,
    published: "2024-05-17 (address)",
    publisher: "example-news (host)",
  });
});

test("scholarly metadata: every author, in order, and the journal", async () => {
  const fields = await read(
    `<meta name="citation_title" content="A FHIR study"><meta name="citation_author" content="Park, Ada">
    <meta name="citation_author" content="Ode, Ben"><meta name="citation_publication_date" content="2024/05">
    <meta name="citation_journal_title" content="Journal of Examples">`,
    "https://journal.example.org/a",
  );
  assert.deepEqual(fields.authors?.value, ["Ada Park", "Ben Ode"]);
  assert.equal(fields.published?.value, "2024-05");
  assert.equal(fields.title?.value, "A FHIR study");
  assert.equal(fields.publisher?.value, "Journal of Examples");
});

test("a full name is preferred to a handle, metadata to the look of a byline, and no name to a role", async () => {
  const author = async (html: string) => said(await read(html))["authors"];
  const parsely = '<meta name="parsely-author" content="Ada Park">';
  assert.equal(await author(`<meta name="author" content="adap">${parsely}`), "Ada Park (meta parsely-author)");
  assert.equal(
    await author(`${jsonLd({ "@type": "Article", author: { name: "Example News Staff" } })}${parsely}`),
    "Ada Park (meta parsely-author)",
  );
  assert.equal(
    await author('<meta name="author" content="Reuters"><p class="byline">By Ben Ode</p>'),
    "Reuters (meta author)",
  );
  assert.equal(await author('<meta name="author" content="admin">'), undefined);
  assert.equal(await author('<meta name="twitter:creator" content="@ada">'), undefined);
  assert.equal(await author('<p class="byline">Photographs of the event are below, read on</p>'), undefined);
  assert.equal(
    await author('<div class="author">By <span>Ben Ode</span></div>, Bureau'),
    'Ben Ode ([class~="author" i])',
  );
  assert.equal(await author('<div class="author">Read more of this</div>'), undefined);
});

test("the day of publication, never that of the last change", async () => {
  const date = async (html: string) => (await read(html, "https://a.example/x")).published?.value;
  assert.equal(await date('<meta property="article:modified_time" content="2025-01-01">'), undefined);
  assert.equal(await date('<p class="date">Updated May 3, 2024</p>'), undefined);
  assert.equal(
    await date(`${jsonLd({ "@type": "Article", datePublished: "2030-01-01" })}<time datetime="2024-05-03">`),
    "2024-05-03",
  );
  assert.equal(await date('<span class="time">3 min read</span>'), undefined);
});

test("another site's address counts only when two places agree, and the front page never", async () => {
  const address = async (html: string) => (await read(html)).url.value;
  assert.equal(await address('<link rel="canonical" href="https://other.example/x">'), URL);
  assert.equal(
    await address(
      '<link rel="canonical" href="https://www.other.example/x"><meta property="og:url" content="https://other.example/x">',
    ),
    "https://www.other.example/x",
  );
  assert.equal(await address('<link rel="canonical" href="/">'), URL);
  assert.equal(await address('<link rel="canonical" href="javascript:alert(1)">'), URL);
  assert.equal(await address(`<link rel="canonical" href="${URL.replace("https", "http")}">`), URL);
});

test("an address that no story has, or that of a section, is not the page's own", async () => {
  const address = async (html: string, url = URL) => (await read(html, url)).url.value;
  for (const wrong of ["/", "/en/", "/news/", "/2024/05/", "/undefined", "/null", "/{{canonicalUrl}}", "{{ url }}"]) {
    const both = `<link rel="canonical" href="${wrong}"><meta property="og:url" content="https://www.example-news.com${wrong}">`;
    assert.equal(await address(both), URL, wrong);
  }
  assert.equal(await address('<base href="https://www.example-news.com/"><link rel="canonical" href=".">'), URL);
  assert.equal(
    await address('<base href="https://www.example-news.com/a/"><link rel="canonical" href="some-other-story">'),
    "https://www.example-news.com/a/some-other-story",
  );
  assert.equal(
    await address('<link rel="canonical" href="/">', "https://blog.example.org/?p=12"),
    "https://blog.example.org/?p=12",
  );
  assert.equal(
    await address('<link rel="canonical" href="/"><meta property="og:url" content="/2024/05/17/fhir-grows-again">'),
    "https://www.example-news.com/2024/05/17/fhir-grows-again",
  );
});

test("a copy in an archive has the link, publisher and date of the original", async () => {
  const wayback = "https://web.archive.org/web/20260101101010";
  const bar = `<div id="wm-ipp-base"><p class="date">January 1, 2026</p><time datetime="2026-01-01">1</time></div>`;
  const story = "https://news.example/fhir-grows";
  const page = `${bar}<h1>FHIR grows and grows</h1>
    <link rel="canonical" href="${wayback}/${story}"><meta property="og:url" content="${wayback}/${story}">`;
  const dated = '<article><time datetime="2024-05-17">May 17</time></article>';
  for (const url of [
    `${wayback}/${story}`,
    `${wayback}if_/${story}?utm_source=x`,
    `https://archive.ph/2026.01.01-101010/${story}`,
    `https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:${story}+fhir`,
  ]) {
    const { url: address, publisher, published } = await read(page, url);
    assert.deepEqual([address.value, publisher?.value, published?.value], [story, "news", undefined], url);
    assert.equal((await read(page + dated, url)).published?.value, "2024-05-17", url);
  }
  const short = await read(
    `<meta property="og:site_name" content="archive.ph"><meta property="og:url" content="https://archive.ph/AbCdE">
    <meta property="article:published_time" content="2026-01-01"><div id="HEADER"><input name="q" value="${story}">
    <time itemprop="pubdate" datetime="2026-01-01T10:10:10Z">1 Jan 2026</time></div>
    <div id="CONTENT"><h1>FHIR grows and grows</h1></div>`,
    "https://archive.ph/AbCdE",
  );
  assert.deepEqual(said(short), {
    url: `${story} (address)`,
    title: "FHIR grows and grows (the only h1)",
    publisher: "news (host)",
  });
});

test("a heading that the title element agrees with is the headline, and not a tagline in the metadata", async () => {
  const title = async (headline: string, heading: string, element: string, more = "") =>
    (await read(`<title>${element}</title>${more}<h1>${heading}</h1>${jsonLd({ "@type": "Article", headline })}`)).title
      ?.value;
  const story = "FHIR grows in small hospitals";
  assert.equal(await title("It is growing fast", story, story), story);
  assert.equal(await title("It is growing fast", story, `${story} | Example`), story);
  assert.equal(await title("It is growing fast", story, `Example News - ${story}`), story);
  assert.equal(await title(story, "News from hospitals", `${story} | News from hospitals`), story);
  assert.equal(await title(story, "Example News", `Example News: all of it`), story);
  assert.equal(await title(story, "News", "News | Example"), story);
  assert.equal(await title("It is growing", story, "Something else"), "It is growing");
  assert.equal(await title(story, "Example News Blog", `${story} | Example News Blog`), story);
  const og = '<meta property="og:title" content="FHIR is growing">';
  assert.equal(await title("It is growing", story, story, og), "FHIR is growing");
});

test("the name of the site or of a part of it is no title beside a headline, nor is a title that was cut", async () => {
  const heading = "Neue Regeln für Apotheken";
  const og = (title: string) => `<meta property="og:title" content="${title}">`;
  const site = '<meta property="og:site_name" content="Bundesamt">';
  for (const head of [
    `${site}${og("Bundesamt")}<title>${heading} | Bundesamt</title>`,
    `${site}${og("Bundesamt")}`,
    `${site}${og("Home")}<title>${heading}</title>`,
    ...["Home", "Startseite", "Blog", "News", "Presse", "Aktuelles", "Blog | Bundesamt"].map(og),
    `${site}${og("Bundesamt - Health for all")}<title>${heading} - Bundesamt</title>`,
    `${og("Health for all")}<title>${heading}</title>`,
    `${site}<title>Bundesamt</title>`,
    "<title>Presse - Bundesamt</title>",
    `${site}<title>${heading} « Bundesamt</title>`,
    og("Neue Regeln für Apo..."),
    `${og("Neue Regeln für …")}<title>Neue Regeln für … | Bundesamt</title>${site}`,
  ]) {
    assert.equal((await read(`${head}<h1>${heading}</h1>`)).title?.value, heading, head);
  }
  assert.equal((await read(`${site}<title>${heading} « Bundesamt</title>`)).title?.value, heading);
  // For want of another.
  for (const only of ["Bundesamt", "Home", "Neue Regeln..."]) {
    assert.equal((await read(`${site}${og(only)}`)).title?.value, only);
    assert.equal((await read(`${site}<title>${only}</title>`)).title?.value, only);
    assert.equal((await read(`${site}<h1>${only}</h1>`)).title?.value, only);
  }
  const front = await read(`${site}${og("Bundesamt")}<h1>${heading}</h1>`, "https://a.example/");
  assert.equal(front.title?.value, "Bundesamt");
});

test("metadata in several spellings", async () => {
  const date = async (name: string) =>
    (await read(`<meta name="${name}" content="2024-05-03">`, "https://a.example/x")).published?.value;
  for (const name of ["dc:date", "DC.date", "dcterms:issued", "DC_date"])
    assert.equal(await date(name), "2024-05-03", name);
  const { title } = await read(
    '<meta property="og:title twitter:title" content="It&amp;#146;s &amp;rightarrow; here">',
  );
  assert.equal(title?.value, "It’s → here");
});

test("the story's own node is read, not those of the stories beside it", async () => {
  const fields = await read(
    `<h1>FHIR grows</h1>${jsonLd([
      { "@type": "NewsArticle", headline: "Another", author: "Cy Lee", datePublished: "2020-01-01" },
      { "@type": "NewsArticle", headline: "FHIR grows", author: "Ada Park", datePublished: "2024-05-17" },
    ])}`,
  );
  assert.equal(fields.published?.value, "2024-05-17");
  assert.deepEqual(fields.authors?.value, ["Ada Park"]);
});

test("values of a hostile page are plain and short", async () => {
  const { title, authors, description, image } = await read(`
    <meta property="og:title" content="A\u202E\u0000 ${"title ".repeat(500)}">
    <meta name="author" content="<script>alert(1)</script>">
    <meta property="og:description" content="${"x".repeat(6000)}">
    <meta property="og:image" content="data:image/png;base64,AAAA">`);
  assert.ok(title && title.value.length <= 600 && title.value.startsWith("A title"));
  assert.equal(authors, undefined);
  assert.ok(description && description.value.length <= 1000);
  assert.equal(image, undefined);
});

test("broken JSON-LD says nothing, and that with line ends in its texts is read", async () => {
  assert.equal((await read('<script type="application/ld+json">{"@type":</script>')).title, undefined);
  const fields = await read(
    '<script type="application/ld+json">{"@type":"Article","headline":"FHIR\n grows",}</script>',
  );
  assert.equal(fields.title?.value, "FHIR grows");
});

test("a title and a publisher that only a class marks, by metascraper's rules", async () => {
  const fields = await read(
    '<div class="logo">Example News</div><h1>Menu</h1><h1>More</h1><p class="entry-title">FHIR grows</p>',
  );
  assert.equal(said(fields)["title"], "FHIR grows (metascraper's rules for the title)");
  assert.equal(said(fields)["publisher"], "Example News (metascraper's rules for the publisher)");
});

test("an image of the story, but no picture beside it, and the language without its region", async () => {
  const image = async (html: string) => said(await read(html))["image"];
  const node = { "@type": "Article", image: { "@id": "#i" } };
  assert.equal(
    await image(jsonLd({ "@graph": [node, { "@id": "#i", url: "/a.jpg" }] })),
    "https://www.example-news.com/a.jpg (JSON-LD image)",
  );
  assert.equal(
    await image('<img src="/ad.png"><article><img src="a.png"></article>'),
    "https://www.example-news.com/2024/05/17/a.png (image in the article)",
  );
  assert.equal(await image('<img src="/ad.png">'), undefined);
  assert.equal(await image('<meta property="og:image" content="/film.mp4">'), undefined);
  const language = async (code: string) => (await read(`<html lang="${code}">`)).language?.value;
  assert.deepEqual(await Promise.all(["eng", "zh-Hant-TW", "xx", "und", "english"].map(language)), [
    "en",
    "zh",
    undefined,
    undefined,
    undefined,
  ]);
});

test("any HTML is read without a throw", async () => {
  const tag = fc.constantFrom(
    '<meta property="og:title" content="',
    '">',
    "<title>",
    "</title>",
    '<script type="application/ld+json">',
    "</script>",
    '{"@graph":[{',
    '"author":',
    "null",
    "]}",
    '<link rel="canonical" href="',
    "<time datetime=",
    '<p class="byline">',
    "<article>",
    "http://",
    "\u0000",
    "<!--",
    "<svg><title>",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(tag, fc.string({ maxLength: 20 })), { maxLength: 20 }),
      fc.webUrl(),
      async (parts, url) => {
        const fields = await scrape(parts.join(""), url, TODAY);
        assert.ok(fields.url.value.startsWith("http"));
      },
    ),
  );
});

test("reading happens in a process", async (t) => {
  let extractor: Extractor;
  before(() => {
    extractor = createExtractor();
  });
  after(() => extractor.close());

  await t.test("pages one after the other, with their text", async () => {
    const [one, two] = await Promise.all(
      ["One", "Two"].map((title) =>
        extractor.extract({ html: `<h1>${title}</h1><p>Text</p>`, url: URL, today: TODAY }),
      ),
    );
    assert.equal(one?.fields.title?.value, "One");
    assert.equal(two?.text, "Two Text");
  });

  await t.test("a page whose pictures and styles are in it, up to 20 MB", async () => {
    const picture = `data:image/png;base64,${"A".repeat(6_000_000)}`;
    const { fields, problem, text } = await extractor.extract({
      html: `<style>p{background:url(${picture})}</style><body><img src="${picture}"><article><h1>One</h1><img src="${picture}"><p>Text</article>`,
      url: URL,
      today: TODAY,
    });
    assert.equal(problem, undefined);
    assert.equal(fields.title?.value, "One");
    assert.equal(text, "One Text");
  });

  await t.test("a page too large is read as far as the limit", async () => {
    const { fields, problem } = await extractor.extract({
      html: `<h1>One</h1>${" ".repeat(3_000_000)}<h1>Two</h1>`,
      url: URL,
      today: TODAY,
    });
    assert.equal(problem, undefined);
    assert.equal(fields.title?.value, "One");
  });
});

test("a page that takes too long gives its address and the reason", async () => {
  const extractor = createExtractor({ deadline: 1 });
  const { fields, problem } = await extractor.extract({ html: "<h1>One</h1>", url: URL, today: TODAY });
  assert.deepEqual(said(fields), { url: `${URL} (address)` });
  assert.match(problem ?? "", /longer than 0\.001 seconds/);
  await extractor.close();
});

test("after a page that wants more than its time or its memory the next one is read", async () => {
  const extractor = createExtractor({ deadline: 2000 });
  // The parser opens all of these again in every paragraph. Which limit comes first is up to the machine.
  const html = "<b><i><p>".repeat(80_000);
  const { fields, problem } = await extractor.extract({ html, url: URL, today: TODAY });
  assert.deepEqual(said(fields), { url: `${URL} (address)` });
  assert.match(problem ?? "", /longer than 2 seconds|more than 512 MB of memory/);
  const next = await extractor.extract({ html: "<h1>One</h1>", url: URL, today: TODAY });
  assert.equal(next.fields.title?.value, "One");
  await extractor.close();
});

test("an address that is none does not throw", async () => {
  const extractor = createExtractor();
  const { fields } = await extractor.extract({ html: "<h1>One</h1>", url: "nonsense", today: TODAY });
  assert.equal(fields.url.value, "nonsense");
  await extractor.close();
});
