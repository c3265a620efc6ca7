import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import sharp from "sharp";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { createSandbox, type FakePackage, jpeg, startFake } from "./testing.ts";

const FILE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";
const CONTENT = join(import.meta.dirname, "../../../content");

const TITLE = "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise";
const LINK = "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/#.YWhSbhrMJPY";
const PAGE = "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/";
const IMAGE = "https://hitconsultant.net/wp-content/uploads/2021/10/Anand-Hirekatur-Headshot.jpeg";
const TEASER =
  "But if healthcare organizations do not take an industry-specific approach to healthcare API adoption, collective efforts to relieve the...";

const BODY = [
  '<p>The recent enforcement of<a href="https://www.cms.gov/Regulations-and-Guidance/Guidance/Interoperability/index"> new rules</a> to encourage the freer flow of healthcare data mainly through application programming interfaces (APIs) has jolted providers and payers into action to meet interoperability standards.</p>',
  "<p>However, the rush to comply with the new requirements and avoid penalties may blind them to the subtleties and complexities of healthcare contexts as well as the significant differences between building APIs in this space versus for enterprises.</p>",
  '<p>As major investments in <a href="https://hitconsultant.net/category/health-it/">health tech</a> companies show, APIs will be the future of health information exchange (HIE). These interfaces are emerging as the “<a href="https://www.changehealthcare.com/insights/state-of-healthcare-APIs">backbone</a>” of the digital health economy, with payers, providers, and healthcare technology companies<a href="https://www.changehealthcare.com/insights/state-of-healthcare-APIs"> expecting</a> them to “become the glue that binds healthcare together”.</p>',
  '<p>But if healthcare organizations do not take an industry-specific approach to API adoption, collective efforts to relieve the healthcare system of high<a href="https://www.healthsystemtracker.org/brief/what-drives-health-spending-in-the-u-s-compared-to-other-countries/"> administrative costs</a> and information silos may suffer a setback.</p>',
].join("");

const longText = (value: object) => ({ format: "markdown", raw: JSON.stringify(value), html: "" });

/** The work package as the API would give it. */
async function toWorkPackage(): Promise<FakePackage> {
  return {
    id: 8280,
    subject: TITLE,
    raw: BODY,
    isClosed: true,
    createdAt: "2021-10-14T15:52:11.104312Z",
    updatedAt: "2021-10-14T16:09:50.338728Z",
    custom: {
      "Source URL": LINK,
      "Clean URL": LINK,
      // A list field: a link without a title, whose name stands in the option alone.
      "Medigy Topics": [{ href: "/api/v3/custom_options/42" }],
      Author: "Radhika Narayanan",
      "Related Offerings": [
        { href: "/api/v3/work_packages/16392", title: "CertifyOS Platform" },
        { href: "/api/v3/work_packages/11518", title: "Consensus Harmony" },
        { href: "/api/v3/work_packages/11299", title: "Ribbon Health API" },
        { href: "/api/v3/work_packages/8770", title: "Azure API for FHIR" },
        { href: "/api/v3/work_packages/8530", title: "Google Fit" },
      ],
      "HTML Meta Data": longText({
        author: null,
        description: TEASER,
        generator: null,
        viewport: "width=device-width, initial-scale=1",
        articlemodified_time: "2021-10-11T00:13:30+00:00",
        articlepublished_time: "2021-10-14T04:00:00+00:00",
        "msvalidate.01": null,
        ogdescription: TEASER,
        ogimage: IMAGE,
        ogsite_name: null,
        ogtitle: TITLE,
        ogtype: "article",
        ogupdated_time: null,
        ogurl: PAGE,
        "yandex-verification": null,
        robots: "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1",
        fbapp_id: null,
        oglocale: "en_US",
        fbadmins: null,
        articlepublisher: "https://www.facebook.com/pages/HIT-Consultant-Media/302199219847409",
        "google-site-verification": "ZfA9TYzJhTo4Qq5hZKk2GVBYHj0-7Bu73PO0P5jbDaI",
        keywords: null,
      }),
      "Open Graph Meta Data": longText({
        ogdescription: TEASER,
        ogtitle: TITLE,
        ogurl: PAGE,
        ogimage: IMAGE,
        ogsite_name: null,
        ogtype: "article",
        ogupdated_time: null,
        ogimageheight: "338",
      }),
      "Twitter Meta Data": longText({
        twittercard: "summary",
        twitterdescription: TEASER,
        twittertitle: TITLE,
        twitterimage: null,
        twitterurl: null,
      }),
    },
    attachments: [{ id: 17965, fileName: "Curated_Featured_Image.jpeg", bytes: await jpeg(338, 338), isRemote: true }],
  };
}

interface Parsed {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function parse(text: string): Parsed {
  const parsed = parseContentFile(Buffer.from(text), FILE);
  assert.ok(parsed.ok);
  return { data: JSON.parse(JSON.stringify(parsed.value.data)), body: parsed.value.body };
}

/** The folder of the project, with its offerings and topics, and without or with the article. */
async function openProjectSandbox(t: TestContext, isArticleThere: boolean) {
  const files: Record<string, string> = {};
  for (const folder of ["offerings", "topics"]) {
    for (const name of await readdir(join(CONTENT, folder))) {
      files[`${folder}/${name}`] = await readFile(join(CONTENT, folder, name), "utf8");
    }
  }
  const article = await readFile(join(CONTENT, FILE), "utf8");
  const fake = await startFake(t);
  fake.packages = [await toWorkPackage()];
  fake.numbers = Object.fromEntries(Object.keys(fake.numbers).map((name, index) => [name, 90 - index * 7]));
  const sandbox = await createSandbox(t, fake, isArticleThere ? { ...files, [FILE]: article } : files);
  return { ...sandbox, fake, article };
}

/** Why each of these may differ between the article and what an import into an empty folder makes. */
const ALLOWED = {
  mdName: "a random-looking name that the export gave and the API does not; later imports keep the one in the file",
  "featuredImage.href": "begins with the name of `mdName`",
  relatedOfferings: "the copies of topics are of today; at the export the offerings had fewer",
};

test("the work package behind the curated article becomes the curated article", async (t) => {
  const { run, read, article, imageRoot } = await openProjectSandbox(t, false);
  const { outcomes } = await run();
  assert.deepEqual(
    outcomes.map(({ outcome, file, message }) => ({ outcome, file, message })),
    [{ outcome: "new", file: FILE, message: undefined }],
  );
  const made = parse(await read(FILE));
  const real = parse(article);
  assert.deepEqual(Object.keys(made.data), Object.keys(real.data), "the same keys in the same order");
  const differing: string[] = [];
  for (const key of Object.keys(real.data)) {
    const [a, b] = [made.data[key], real.data[key]];
    if (key === "featuredImage") {
      const { href, ...others } = a as Record<string, unknown>;
      const { href: realHref, ...realOthers } = b as Record<string, unknown>;
      assert.deepEqual(others, realOthers);
      assert.match(String(href), /^[\da-f-]{36}-featuredImage\.jpeg$/);
      assert.match(String(realHref), /^[\da-f-]{36}-featuredImage\.jpeg$/);
      if (href !== realHref) differing.push("featuredImage.href");
    } else if (JSON.stringify(a) !== JSON.stringify(b)) differing.push(key);
  }
  assert.deepEqual(differing.sort(), Object.keys(ALLOWED).sort());
  assert.match(String(made.data["mdName"]), /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\.md$/);
  const related = (value: unknown) =>
    (value as Record<string, unknown>[]).map(({ categories, ...others }) => ({
      others,
      topics: categories as string[],
    }));
  for (const [index, { others, topics }] of related(real.data["relatedOfferings"]).entries()) {
    const now = related(made.data["relatedOfferings"])[index];
    assert.deepEqual(now?.others, others);
    assert.deepEqual(
      topics.filter((topic) => !now?.topics.includes(topic)),
      [],
    );
  }
  assert.equal(made.body, `${real.body}\n`, "the article has no line end behind its body");
  const { href } = made.data["featuredImage"] as { href: string };
  const { width, height, format } = await sharp(join(imageRoot, href)).metadata();
  assert.deepEqual({ width, height, format }, { width: 338, height: 338, format: "jpeg" });
});

test("the fields that are absent in the article are absent in what is made", async (t) => {
  const { run, read, article } = await openProjectSandbox(t, false);
  await run();
  const [made, real] = [await read(FILE), article].map((text) => Object.keys(dropBlank(parse(text).data) as object));
  assert.deepEqual(made, real);
});

test("beside the article the import changes no byte of it, and adds its image", async (t) => {
  const { run, read, article, hashes } = await openProjectSandbox(t, true);
  const { outcomes } = await run();
  assert.deepEqual(outcomes[0]?.conflicts ?? [], []);
  assert.equal(await read(FILE), article);
  assert.deepEqual(outcomes[0]?.files, ["images/522a6b58-885d-5335-941c-87805d3db408-featuredImage.jpeg"]);
  const before = await hashes();
  assert.equal((await run({ isAll: true })).outcomes[0]?.outcome, "unchanged");
  assert.deepEqual(await hashes(), before);
});

test("a new title changes the lines of the article that say it, and no other", async (t) => {
  const { run, read, article, fake } = await openProjectSandbox(t, true);
  await run();
  const [old] = fake.packages;
  assert.ok(old);
  fake.packages = [{ ...old, subject: "Three ways", updatedAt: "2021-10-15T09:00:00.000000Z" }];
  const { outcomes } = await run();
  assert.deepEqual(outcomes[0]?.fields, ["breadcrumbs", "featuredImage.alt", "lastMod", "title"]);
  const [before, after] = [article.split("\n"), (await read(FILE)).split("\n")];
  assert.equal(before.length, after.length);
  const changed = after.filter((line, index) => line !== before[index]);
  assert.deepEqual(changed, [
    "  - 'Three ways'",
    "  alt: 'Three ways'",
    "lastMod: '2021-10-15T09:00:00.000000Z'",
    "title: 'Three ways'",
  ]);
  assert.equal(parse(await read(FILE)).data["slug"], parse(article).data["slug"]);
});
