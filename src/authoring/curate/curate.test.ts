import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import { BUILD_DATE, type Files } from "../../catalog/testing.ts";
import { InputError } from "../../cli/command.ts";
import { serve } from "../../http/testing.ts";
import { createContext } from "./context.ts";
import { DuplicateError, decide, type Overrides, type PageSource, propose, write } from "./curate.ts";
import { createExtractor } from "./extract.ts";
import { makeContent, pageOf } from "./testing.ts";

const extractor = createExtractor();
after(() => extractor.close());

const PAGE = pageOf({
  title: "Acme Server reads FHIR",
  description: "The server reads FHIR: all of it.",
  author: "By Ada Park and Ben Ode",
  published: "2026-05-17T10:00:00Z",
});

/** A content folder with a saved page in it. */
async function makeContext(t: TestContext, html: string, files: Files = {}, allowsLoopback = true) {
  const content = await makeContent(t, files);
  const page = join(content.folder, "page.html");
  await writeFile(page, html);
  return { content, page, context: await createContext({ ...content, allowsLoopback }) };
}

async function curate(
  t: TestContext,
  html: string,
  { files, given, ...source }: { files?: Files; given?: Overrides } & Partial<PageSource> = {},
) {
  const { content, page, context } = await makeContext(t, html, files);
  const proposal = await propose(
    { page, url: "https://blog.acme.example/fhir?utm_source=x", ...source },
    context,
    extractor,
  );
  const written = await write(decide(proposal, context, given), proposal, context, { isDryRun: false });
  return { content, context, written };
}

/** Every file of the content that was not there before. */
const newsIn = (root: string) => readdir(join(root, "news/2026"));

test("a story that joins others on its event says so, with the way to deny it", async (t) => {
  const files = {
    "news/2026/other.md":
      "title: Acme Server reads all of FHIR\ndate: 2026-05-18\nlink: https://paper.example/1\ncategories: 'HL7: FHIR'\nrelatedOfferings: [acme-server]\nsummary: The server reads FHIR, Acme says.\npublished: 2026-05-18",
  };
  const { written } = await curate(t, PAGE, {
    files,
    given: { summary: "Acme says that its server reads all of FHIR." },
  });
  assert.match(written.notes.join(), /^On the same event as news\/2026\/other\.md, .*'notSameAs: \[other\]'$/);
});

test("a saved page becomes a file that the content can be loaded with again", async (t) => {
  const { content, written } = await curate(t, PAGE);
  assert.equal(written.file, "news/2026/acme-acme-server-reads-fhir.md");
  assert.deepEqual(written.notes, []);
  assert.equal(
    await readFile(join(content.contentRoot, written.file), "utf8"),
    `---
title: Acme Server reads FHIR
date: ${BUILD_DATE}
link: https://blog.acme.example/fhir
published: 2026-05-17
publishedBasis: page
author:
  - Ada Park
  - Ben Ode
categories:
  - 'HL7: FHIR'
relatedOfferings:
  - acme-server
description: >-
  The server reads FHIR: all of it.
---
The server reads FHIR: all of it.
`,
  );
  const { catalog } = await createContext(content);
  const item = catalog.news.find(({ slug }) => slug === "acme-acme-server-reads-fhir");
  assert.equal(item?.publisher?.slug, "acme");
  assert.equal(item?.hasBody, true);
});

test("an editor's summary takes the place of the excerpt, and topics that are named that of the suggested", async (t) => {
  const { written } = await curate(t, PAGE, { given: { summary: "Acme reads FHIR.", topics: ["HL7: FHIR"] } });
  assert.match(written.text, /summary: >-\n {2}Acme reads FHIR\.\ndescription: >-\n.*\n---\n$/);
});

test("what only a person can decide is refused, and nothing is written", async (t) => {
  const refused = async (html: string, message: RegExp, more: Parameters<typeof curate>[2] = {}) => {
    await assert.rejects(
      curate(t, html, more),
      (error) => error instanceof InputError && message.test(error.message),
      message.source,
    );
  };
  await refused("<p>Text</p>", /no title/);
  await refused(
    pageOf({ title: "Nothing of the kind", description: "Words." }),
    /^No topic of the catalog fits\. Name one with --topics/,
  );
  await refused(
    pageOf({ title: "Nothing of the kind", description: "Words.", body: "<p>FHIR</p>" }),
    /fits\. The nearest: 'HL7: FHIR', since the text says “FHIR”\. Name one/,
  );
  await refused(pageOf({ title: "FHIR grows" }), /--summary/);
  await refused(PAGE, /^There is no topic 'A: B'\. 'npm run topics' lists them\.$/, { given: { topics: ["A: B"] } });
  for (const slip of ["FHIR", "HL7: FHR", "hl7: fhir"]) {
    await refused(PAGE, /There is no topic '.*'\. Did you mean 'HL7: FHIR'\? 'npm run topics'/, {
      given: { topics: [slip] },
    });
  }
  await refused(PAGE, /curated already in news\/2026\/story\.md/, {
    url: "https://www.acme.example/story/?utm_source=x",
  });
  await refused(PAGE, /where it is from/, { url: undefined });
  await refused(PAGE, /cannot be read/, { page: "/nowhere/page.html" });
});

test("the same page again, or the same story elsewhere, is a duplicate; drafts count", async (t) => {
  const { content, page, context } = await makeContext(t, PAGE, {
    "news/2026/draft.md":
      "title: A draft\ndate: 2026-01-02\nlink: https://acme.example/draft\ncategories: 'HL7: FHIR'\ndraft: true",
  });
  const run = async (url: string) => {
    const proposal = await propose({ page, url }, context, extractor);
    return write(decide(proposal, context), proposal, context, { isDryRun: false });
  };
  await run("https://acme.example/new");
  for (const url of ["http://www.acme.example/new/", "https://other.example/copy", "https://acme.example/draft"]) {
    await assert.rejects(run(url), DuplicateError, url);
  }
  assert.deepEqual((await newsIn(content.contentRoot)).sort(), [
    "acme-acme-server-reads-fhir.md",
    "draft.md",
    "story.md",
  ]);
});

test("two stories of one name get two files", async (t) => {
  const { page, context } = await makeContext(t, PAGE);
  const files: string[] = [];
  for (const [url, published] of [
    ["https://acme.example/1", "2024-01-01"],
    ["https://acme.example/2", "2025-01-01"],
  ] as const) {
    await writeFile(page, PAGE.replace("2026-05-17T10:00:00Z", published));
    const proposal = await propose({ page, url }, context, extractor);
    files.push((await write(decide(proposal, context), proposal, context, { isDryRun: false })).file);
  }
  assert.deepEqual(files, ["news/2026/acme-acme-server-reads-fhir.md", "news/2026/acme-acme-server-reads-fhir-2.md"]);
});

test("a publisher that is not known is proposed and not written", async (t) => {
  const { content, written } = await curate(t, PAGE, { url: "https://news.example.org/fhir" });
  assert.match(
    written.notes.join(),
    /not in the catalog.*organizations\/example\.md, 'example', news \(a guess\), host news\.example\.org/,
  );
  assert.deepEqual(await readdir(join(content.contentRoot, "organizations")), ["acme.md"]);
});

test("a date of tomorrow is not written, since for the site it is the future", async (t) => {
  const { written } = await curate(t, PAGE.replace("2026-05-17", "2026-11-23"));
  assert.doesNotMatch(written.text, /published/);
});

test("a dry run writes nothing", async (t) => {
  const { content, page, context } = await makeContext(
    t,
    PAGE.replace("</head>", '<meta property="og:image" content="https://acme.example/a.jpg"></head>'),
  );
  const proposal = await propose({ page, url: "https://acme.example/new" }, context, extractor);
  const { text } = await write(decide(proposal, context), proposal, context, { isDryRun: true });
  assert.match(text, /^---\ntitle: Acme Server reads FHIR/);
  assert.deepEqual(await newsIn(content.contentRoot), ["story.md"]);
  assert.deepEqual(await readdir(content.imageRoot), []);
});

test("a page and its picture are fetched; a picture that cannot be had is told", async (t) => {
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const { origin } = await serve(t, ({ url }, response) => {
    if (url === "/picture.png") response.setHeader("content-type", "image/png").end(picture);
    else if (url === "/gone.png") response.writeHead(404).end();
    else
      response.setHeader("content-type", "text/html").end(
        pageOf({
          title: `FHIR at ${url}`,
          description: "Words.",
          image: url === "/one" ? "/picture.png" : "/gone.png",
        }),
      );
  });
  const from = (path: string) => ({ page: `${origin}${path}`, url: undefined });

  const one = await curate(t, "", from("/one"));
  assert.equal(one.written.image, "127-0-0-1-fhir-at-one.jpg");
  assert.match(one.written.text, /featuredImage:\n {2}href: 127-0-0-1-fhir-at-one\.jpg\n {2}size: \[400, 300\]\n/);
  assert.deepEqual(await readdir(one.content.imageRoot), ["127-0-0-1-fhir-at-one.jpg"]);
  await createContext(one.content);

  const two = await curate(t, "", from("/two"));
  assert.equal(two.written.image, undefined);
  assert.match(two.written.notes.join(), /No picture/);
  assert.doesNotMatch(two.written.text, /featuredImage/);

  const { context } = await makeContext(t, "", {}, false);
  await assert.rejects(propose(from("/three"), context, extractor), InputError);
});

test("an unfinished file stops no other, and what cannot be compared with it is said", async (t) => {
  const bad = "news/2026/acme-acme-server-reads-fhir.md";
  const { written } = await curate(t, PAGE, {
    files: { [bad]: "title: No link\ndate: 2026-01-02", "organizations/new.md": "name: New\ntype: # TODO" },
  });
  assert.equal(written.file, "news/2026/acme-acme-server-reads-fhir-2.md");
  assert.deepEqual(written.notes, [`Not compared, for its errors (npm run check): ${bad}`]);
});

test("what is written into a copy of the real content passes the real check at once", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "curalog-real-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const contentRoot = join(folder, "content");
  await cp("content", contentRoot, { recursive: true });
  const page = join(folder, "page.html");
  const body = "TEFCA and FHIR. ".repeat(10);
  const context = await createContext({
    contentRoot,
    imageRoot: "public/images",
    documentRoot: "public/documents",
    buildDate: BUILD_DATE,
  });
  const written = [];
  for (const title of [
    "A: 'quoted' \"FHIR\" - story # 1",
    "FHIR 👩‍⚕️ für alle",
    "[FHIR] *and* `TEFCA`",
    "FHIR שלום עולם",
    "null FHIR: true",
  ]) {
    await writeFile(
      page,
      pageOf({ title, description: `---\n# ${title}`, author: "No, Ada O'Park", published: "2024", body }),
    );
    const proposal = await propose({ page, url: `https://www.cms.gov/${written.length}` }, context, extractor);
    written.push(await write(decide(proposal, context), proposal, context, { isDryRun: false }));
  }
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/check.ts", "--content", contentRoot], {
    env: { ...process.env, CURALOG_BUILD_DATE: BUILD_DATE, CURALOG_CONTENT: contentRoot },
  });
  for (const { file, notes } of written) {
    assert.deepEqual(notes, []);
    assert.ok(!stdout.includes(file), stdout);
  }
});
