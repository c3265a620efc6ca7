import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { markdownToMdast } from "satteri";
import { parse } from "yaml";
import { catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import { splitFrontMatter } from "../../ingest/front-matter.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { getPage, pagesOf } from "../testing.ts";

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

function nodesOf(markdown: string): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(markdownToMdast(markdown) as Node);
}

function markdownOf(files: Files, path: string): Promise<string> {
  return getPage(pagesOf(catalogOf(files), files), path).getMarkdown();
}

const headerOf = (alternate: string): unknown => parse(splitFrontMatter(alternate).fields);

const STORY = "news/2026/story.md";

test("a story's Markdown has what it is, our words, the quotation as such, and where it comes from", async () => {
  const fields = news({
    title: "'A story: *bold*'",
    summary: "In short.",
    insights: "We *think* so.",
    insights_name: "Ann",
    author: "[李明]",
    published: "2025-05",
  });
  const files = healthy({ [STORY]: `---\n${fields}\n---\n<p>They <a href="/more">said</a> it.</p>\n` });
  const alternate = await markdownOf(files, "/news/story/");
  assert.deepEqual(headerOf(alternate), {
    title: "A story: *bold*",
    description: "In short.",
    url: absoluteUrl("/news/story/"),
    source: "https://acme.example/story",
    publisher: "Acme",
    published: "2025-05",
    curated: "2026-01-02",
    authors: ["李明"],
    topics: ["HL7: FHIR"],
    modified: "2026-01-02",
    licence: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); excerpts belong to their publishers",
  });
  for (const part of [
    "# A story: \\*bold\\*\n\nIn short.\n\n## Excerpt\n\n> They [said](https://acme.example/more) it.\n\n",
    "Quoted from [Acme](https://acme.example/story); it belongs to its publisher.\n\n",
    "## What the curator says\n\nWe _think_ so.\n\nBy Ann.\n\n",
    "- Published: May 2025\n- Added: 2 January 2026\n- Author: [李明](",
    `- [Acme Server](${absoluteUrl("/offering/acme-server/")}) by [Acme](${absoluteUrl("/organization/acme/")}); FHIR server.`,
  ])
    assert.ok(alternate.includes(part), `${part}\n\nis not in\n\n${alternate}`);
});

test("the header of a story's Markdown names what it is about, whom it concerns and its document", async () => {
  const lines = { offering: "acme-server", institution: "Acme", featuredPdf: "a.pdf" };
  const files = healthy({ [STORY]: news(lines) });
  const catalog = catalogOf(files, { documents: new Map([["a.pdf", { length: 100, isPdf: true }]]) });
  const alternate = await getPage(pagesOf(catalog, files), "/news/story/").getMarkdown();
  const { offering, institution, document } = headerOf(alternate) as Readonly<Record<string, string>>;
  assert.deepEqual([offering, institution, document], ["Acme Server", "Acme", absoluteUrl("/documents/a.pdf")]);
});

test("what nobody stated has no field in the header, and says so where the page does", async () => {
  const alternate = await markdownOf(healthy({ [STORY]: news({ published: "unknown" }) }), "/news/story/");
  assert.ok(!/^(?:published|authors):/m.test(splitFrontMatter(alternate).fields));
  assert.ok(alternate.includes("- Published: not stated\n"));
  assert.ok(alternate.includes("- Author: not stated\n"));
});

test("an offering's Markdown has its facts and its end", async () => {
  const lines =
    "status: retired\nstatusDate: '2026-05'\nsuccessorName: Other | Server\nregistration: {value: approval, note: A form., source: https://acme.example/r, seen: 2026-05-03, listedBy: A}\nhomepage: https://acme.example/server\nstandards: [fhir-r4]";
  const offering = `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`;
  const files = healthy({
    "offerings/acme-server.md": `---\n${offering.replace("fhir-r4", "FHIR R4")}\n---\nMore *words*.\n`,
  });
  const alternate = await markdownOf(files, "/offering/acme-server/");
  for (const part of [
    "# Acme Server\n\nRetired in May 2026. Now Other | Server.\n\nA server.\n\nMore _words_.\n\n## Access\n\n- Registration: By approval. A form. Listed by A. Seen at [acme.example/r](https://acme.example/r), 3 May 2026.\n- Not stated: documentation, sandbox, price, authentication, limits\n\n## Facts\n\n",
    "- Status: Retired in May 2026\n- Homepage: [acme.example](https://acme.example/server)\n",
    "- Not stated: licence, repository\n",
    "## In the news: 1\n\n- [A story](",
  ])
    assert.ok(alternate.includes(part), `${part}\n\nis not in\n\n${alternate}`);
});

test("the day of the list of certified products stands before what was listed then", async () => {
  const version = {
    version: "2.0",
    chplId: 1,
    chplProductNumber: "15.04",
    certificationDate: "2024-01-01",
    certificationStatus: "Active",
    apiDocumentation: undefined,
    criteria: [],
  };
  const products = [{ product: "Acme EHR", developer: "Acme", versions: [version] }];
  const files = healthy({ "offerings/it.md": "name: It\nvendor: acme\nkind: fhir-server\noncProducts: [Acme EHR]" });
  const catalog = catalogOf(files, { facts: { source: "The list", asOf: "2024-04-25", criteria: {}, products } });
  assert.match(
    await getPage(pagesOf(catalog, files), "/offering/it/").getMarkdown(),
    /\nThe list, as of 25 April 2024\.\n\nListed as “Acme EHR”[\s\S]*\| Status /,
  );
});

test("every page of a site has Markdown with one h1 and the page's address, even of an empty site", async () => {
  for (const files of [{}, healthy({ [STORY]: news({ author: "[Ann Lee]" }) })]) {
    for (const page of pagesOf(catalogOf(files), files)) {
      const alternate = await page.getMarkdown();
      assert.equal(alternate.match(/^# /gm)?.length, 1, page.path);
      assert.equal((headerOf(alternate) as { url: string }).url, absoluteUrl(page.path));
    }
  }
});

test("nothing in a story can add a link, a heading or HTML to its Markdown or to a list that it stands in", async () => {
  const shapeOf = async (files: Files, path: string) =>
    nodesOf(await markdownOf(files, path))
      .filter((node) => !/^(?:text|inlineCode)$/.test(node.type))
      .map((node) => `${node.type} ${node.url ?? ""}`);
  const with_ = (text: string) =>
    healthy({
      [STORY]: news({
        title: JSON.stringify(`x${text}`),
        summary: JSON.stringify(`x${text}`),
        author: `[${JSON.stringify("Ann")}]`,
        note: JSON.stringify(`x${text}`),
      }),
    });
  const hostile = fc
    .array(
      fc.constantFrom(
        "<b>",
        "](",
        "[x](y)",
        "\n",
        "# ",
        "- ",
        "|",
        "`",
        "https://a.example",
        "a@b.example",
        "\\",
        "*",
        "---",
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(""));
  for (const path of ["/news/story/", "/", "/topic/hl7-fhir/", "/author/ann/"]) {
    const plain = await shapeOf(with_(""), path);
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => assert.deepEqual(await shapeOf(with_(text), path), plain)),
      { numRuns: 25 },
    );
  }
});
