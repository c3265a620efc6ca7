import assert from "node:assert/strict";
import { test } from "node:test";
import { scrape } from "./scrape.ts";

const read = async (body: string, head = "") =>
  (await scrape(`<html><head>${head}</head><body>${body}</body></html>`, "https://www.example.com/x", "2026-11-22"))
    .authors?.value;

const H1 = "<h1>A story of some length</h1>";

test("all names of one byline, and none of the stories beside it", async () => {
  const both = ["Jane Doe", "John Doe"];
  for (const byline of [
    "<p>By <a rel=author>Jane Doe</a> and <a rel=author>John Doe</a></p>",
    "<div><span><a rel=author href=/a>Jane Doe</a></span>, <span><a rel=author href=/b>John Doe</a></span></div>",
    "<div class=byline><a href=/a>Jane Doe</a><a href=/b>John Doe</a></div>",
    '<ul><li><a href="/author/jane">Jane Doe</a></li><li><a href="/author/john">John Doe</a></li></ul>',
    "<p><span itemprop=author>Jane Doe</span> &amp; <span itemprop=author>John Doe</span></p>",
    "<div class=post-authors><span class=author-name>Jane Doe</span><span class=author-name>John Doe</span></div>",
    "<p>By Jane Doe and John Doe</p>",
    "<p>By <a rel=author>Jane Doe</a>, MD, and <a rel=author>John Doe</a>, PhD</p>",
    "<p>By <a rel=author>Jane Doe</a>, Reporter, and <a rel=author>John Doe</a>, Editor</p>",
    "<div class=byline><div><a rel=author>Jane Doe</a></div><div>Reporter</div><div><a rel=author>John Doe</a></div></div>",
    "<p><span>By</span> <b>Jane Doe</b> and <b>John Doe</b></p>",
    "<p>Von Jane Doe und John Doe</p>",
  ]) {
    const related = "<article><a rel=author>Cy Lee</a> <a class=author href=/author/cy>Cy Lee</a></article>";
    assert.deepEqual(await read(`<article>${H1}${byline}<p>Text.</p></article>${related}`), both, byline);
  }
});

test("navigation, comments, sidebars and quotations name nobody", async () => {
  for (const beside of [
    '<nav><a href="/authors/">Our Authors</a><a href="/author/cy">Cy Lee</a></nav>',
    '<header><a href="/authors/cy">Meet Cy</a></header>',
    '<div class="main-menu"><a href="/authors/cy">Cy Lee</a></div>',
    "<div id=comments><ol><li class=comment><a rel=author>Cy Lee</a> <cite class=fn>Cy Lee</cite></li></ol></div>",
    "<section class=comment-list><article><footer><b class='author vcard'>Cy Lee</b></footer></article></section>",
    '<div itemprop="comment"><span itemprop=author>Cy Lee</span></div>',
    "<aside><a rel=author>Cy Lee</a></aside>",
    "<div class=kommentare><span class=author>Cy Lee</span></div>",
    "<section class=responses><a rel=author>Cy Lee</a></section>",
    "<div class=byline>Reviewed by <a>Cy Lee</a></div>",
    "<div class=related-posts><p class=byline>By Cy Lee</p></div>",
    "<footer><p class=author>By Cy Lee</p></footer>",
    "<div class=testimonials><p class=byline>Cy Lee of Acme</p></div>",
  ]) {
    assert.equal(await read(`${beside}<article>${H1}</article>${beside}`), undefined, beside);
    assert.deepEqual(await read(`${beside}<article>${H1}<p>By Jane Doe</p></article>${beside}`), ["Jane Doe"], beside);
  }
});

test("what is around the story is not beside it, whatever its class says", async () => {
  assert.deepEqual(
    await read(
      `<div class="has-sidebar latest"><div class=comments-open>${H1}<p class=byline>Jane Doe</p></div></div>`,
    ),
    ["Jane Doe"],
  );
  assert.deepEqual(await read(`<article>${H1}<aside class=author-box>Jane Doe</aside></article>`), ["Jane Doe"]);
  assert.deepEqual(await read(`<article>${H1}<footer><span class=author>Jane Doe</span></footer></article>`), [
    "Jane Doe",
  ]);
});

test("a story whose heading is a link has an author of its own", async () => {
  const other = "<article><h3><a href=/y>Another</a></h3><a rel=author>Cy Lee</a></article>";
  assert.equal(await read(`${H1}<p>Text.</p>${other}`), undefined);
  assert.deepEqual(await read(`${H1}<article><h2>Part one</h2><a rel=author>Jane Doe</a></article>`), ["Jane Doe"]);
});

test("a heading with a link in it may be one of the story", async () => {
  for (const heading of [
    '<h2 id=a>Part one <a class=anchor href="#a">#</a></h2>',
    '<h2 id=a><a href="#a">Part one</a></h2>',
    "<h2><a name=a></a>Part one</h2>",
    "<h2>Read <a href=/y>the rule</a></h2>",
    '<a href="#a"><h2>Part one</h2></a>',
  ]) {
    const byline = "<p class=byline>By <a rel=author>Jane Doe</a></p>";
    assert.deepEqual(await read(`${H1}<article>${byline}<p>Text.</p>${heading}</article>`), ["Jane Doe"], heading);
  }
});

test("a credit of another stands before its own name alone", async () => {
  const author = "<a rel=author>Jane Doe</a>";
  for (const before of [
    "Photo by Max Muster, text by",
    "Edited by Sam Ray. Written by",
    "Edited by Sam Ray. By",
    "Cover story by",
    "Video and story by",
    "Presented by Acme. Story by",
    "Produced and written by",
    "Photo by Max Muster | Text:",
  ]) {
    assert.deepEqual(await read(`<article>${H1}<p>${before} ${author}</p></article>`), ["Jane Doe"], before);
  }
  for (const before of [
    "Reviewed by",
    "Medically reviewed by:",
    "Reviewed by Dr.",
    "Reviewed by Ada Park and",
    "Reviewed by Ada Park, Cy Lee, and",
    "Photos:",
    "By Ada Park. Edited by",
  ]) {
    const names = await read(`<article>${H1}<p>${before} ${author}</p></article>`);
    assert.ok(!names?.includes("Jane Doe"), `${before} ${names}`);
  }
});

test("editors and photographers are no authors", async () => {
  for (const byline of [
    "<p>By <a rel=author>Jane Doe</a>, Editor <a rel=author>John Smith</a></p>",
    "<p>By <a rel=author>Jane Doe</a>, Photographer: <a rel=author>John Smith</a></p>",
    "<p>Author: <a rel=author>Jane Doe</a> | Editor: <a rel=author>John Smith</a></p>",
    "<p>Author: Jane Doe | Editor: John Smith</p>",
    "<p class=byline>Author: Jane Doe | Editor: John Smith</p>",
    "<div><p>Author: <a rel=author>Jane Doe</a></p><p>Editor: <a rel=author>John Smith</a></p></div>",
  ]) {
    assert.deepEqual(await read(`<article>${H1}${byline}</article>`), ["Jane Doe"], byline);
  }
});

test("elements that only style parts are words of their own", async () => {
  assert.deepEqual(await read("<div class=byline><b>Jane Doe</b><i>Staff Writer</i><time>May 3, 2024</time></div>"), [
    "Jane Doe",
  ]);
  assert.deepEqual(await read("<div class=author><div>By</div><div>Jane Doe</div><div>Berlin</div></div>"), [
    "Jane Doe",
  ]);
});

test("a name behind the day of the story", async () => {
  for (const line of [
    "<p>Posted on May 3, 2024 by Jane Doe in News</p>",
    '<p class="post-meta">3. Mai 2024 von Jane Doe</p>',
    '<div class="entry-info"><time>May 3, 2024</time> by <b>Jane Doe</b></div>',
  ]) {
    assert.deepEqual(await read(`${H1}${line}`), ["Jane Doe"], line);
  }
});

test("a name of one word counts where it is marked as that of an author", async () => {
  assert.deepEqual(await read(`${H1}<span class="author vcard"><a class="fn" href=/jane>Jane</a></span>`), ["Jane"]);
  assert.equal(await read(`${H1}<p class=byline>Menu of the day, and more of it</p>`), undefined);
  assert.equal(await read(`${H1}<p>By popular demand, the book is back.</p>`), undefined);
});

test("a byline says more than the site's name, a handle or a first name in the metadata", async () => {
  const byline = "<p class=byline>By Jane Doe</p>";
  const meta = (name: string) =>
    `<meta property="og:site_name" content="Acme Health"><meta name=author content="${name}">`;
  for (const vague of ["Acme Health", "example", "janed", "Jane"]) {
    assert.deepEqual(await read(byline, meta(vague)), ["Jane Doe"], vague);
  }
  assert.deepEqual(await read("", meta("Acme Health")), ["Acme Health"]);
  assert.deepEqual(await read(byline, meta("Reuters")), ["Reuters"]);
  assert.deepEqual(await read(byline, meta("Ada Park")), ["Ada Park"]);
});

test("what a shared link says below itself", async () => {
  const labelled = (label: string) =>
    `<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="Jane Doe">`;
  for (const label of ["Written by", "Verfasst von", "Écrit par", "Escrito por"]) {
    assert.deepEqual(await read("", labelled(label)), ["Jane Doe"], label);
  }
  assert.equal(await read("", labelled("Est. reading time")), undefined);
});

test("names in any shape of JSON-LD", async () => {
  const jane = ["Jane Doe"];
  for (const author of [
    "Jane Doe",
    { name: "Jane Doe" },
    { name: { name: "Jane Doe" } },
    { name: ["Jane Doe"] },
    { name: { "@value": "Jane Doe" } },
    [[{ "@type": "Person", name: "Jane Doe" }]],
    { "@list": [{ name: "Jane Doe" }] },
    { givenName: "Jane", familyName: "Doe" },
    { "@id": "#jane" },
    [{ name: "Jane Doe" }, { "@type": "Organization", name: "example" }],
  ]) {
    const data = {
      "@graph": [
        { "@type": "Article", author },
        { "@type": "Person", "@id": "#jane", name: "Jane Doe" },
      ],
    };
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    assert.deepEqual(await read("", script), jane, script);
  }
  let deep: unknown = "Jane Doe";
  for (let level = 0; level < 50; level += 1) deep = { name: deep };
  const script = `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", author: deep })}</script>`;
  assert.equal(await read("", script), undefined);
});

test("metadata that is written differently", async () => {
  for (const name of ["DC.creator", "dc:creator", "dcterms:creator", "DC_Creator", "bepress_citation_author"]) {
    assert.deepEqual(await read("", `<meta name="${name}" content="Jane Doe">`), ["Jane Doe"], name);
  }
  assert.deepEqual(await read("", '<meta property="dc:creator" content="Doe, Jane">'), ["Jane Doe"]);
  const data = JSON.stringify({ "@type": "Article", author: ["Jane Doe"] });
  for (const [before, after] of [
    ["<![CDATA[", "]]>"],
    ["//<![CDATA[\n", "\n//]]>"],
    ["/* <![CDATA[ */", "/* ]]> */"],
    ["<!--", "-->"],
    ["<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"],
    ["/* made by hand */\n", ";\n// the end"],
    ["[", "]"],
    ["<![CDATA[[", "]]]>"],
  ]) {
    const script = `<script type="application/ld+json">${before}${data}${after}</script>`;
    assert.deepEqual(await read("", script), ["Jane Doe"], script);
  }
  const careless = data.replaceAll('"', "&quot;").replace("}", ",}");
  assert.deepEqual(await read("", `<script type="application/ld+json">${careless}</script>`), ["Jane Doe"]);
});

test("what stands behind a name, and what only looks like a byline, names nobody", async () => {
  for (const byline of [
    "<p class=byline>by <a>Jane Doe</a> | <a>Data Science</a>, <a>Open Source</a></p>",
    "<p class=byline>by <a>Jane Doe</a> in <a>Rural Hospitals</a>, <a>Open Source</a></p>",
    ...["Digital Health", "Follow Jane", "Share This", "Leave A", "On Twitter", "Chief Nursing Officer"].map(
      (more) => `<p class=byline>by <a>Jane Doe</a> <a>${more}</a></p>`,
    ),
    "<div class=author-card><p class=author-card__name>Jane Doe</p><p class=author-card__title>Chief Nursing Officer</p></div>",
    "<p class=author-line__name>Jane Doe</p><p class=author-line__title>Chief Nursing Officer</p>",
    "<p class=author-line__name>Jane Doe</p><p class=author-company>Redox Engine</p>",
    "<div><a class=author-photo>Profile Picture</a><a class=authorLink>Jane Doe</a></div>",
    "<div><a class=author-photo>Ada Smiling</a><a class=author>Jane Doe</a></div>",
    "<div class=prior-authorization>Prior Authorization</div><p class=writer>Jane Doe</p>",
  ]) {
    assert.deepEqual(await read(`<article>${H1}${byline}<p>Text.</p></article>`), ["Jane Doe"], byline);
  }
  for (const nobody of [
    "<div class=prior-authorization>Prior Authorization</div>",
    "<div class=authority-box>Joint Review</div>",
    "<div class=autorotate>Next Slide</div>",
    "<div class=underwriter>Blue Shield</div>",
    "<a class=author-photo>Profile Picture</a>",
    "<li>By Business Need</li>",
    "<p>By Tuesday Morning, all was over</p>",
  ]) {
    assert.equal(await read(`<article>${H1}${nobody}<p>Text.</p></article>`), undefined, nobody);
  }
  for (const nobody of ["Die Redaktion", "Guest Blogger", "Der Autor"]) {
    assert.equal(await read("", `<meta name=author content="${nobody}">`), undefined, nobody);
  }
  for (const name of ["postAuthor", "author_name", "c-author", "article-authors", "AuthorName_root", "autorin"]) {
    assert.deepEqual(await read(`<article>${H1}<div class=${name}>Jane Doe</div></article>`), ["Jane Doe"], name);
  }
});
