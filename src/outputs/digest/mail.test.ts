import assert from "node:assert/strict";
import { test } from "node:test";
import { caniemail } from "caniemail";
import { catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import { listWeeks } from "../../catalog/weeks.ts";
import { buildDigest, type DigestView } from "../../views/digest.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { digestHtml } from "./digest-html.ts";
import { MAIL_BYTES, renderMail } from "./mail-html.ts";
import { LINE_LENGTH, renderMailText } from "./mail-text.ts";

const RICH: Files = {
  "topics/hl7-v2.md": "name: 'HL7: V2 <older>'\ndescription: The older one.",
  "news/2026/story.md": news({
    title: '"A < B & C"',
    date: "2026-11-09",
    published: "2026-05-03",
    summary: '"We say that A < B."',
    categories: "['HL7: FHIR', 'HL7: V2 <older>']",
  }),
  "news/2026/b.md": news({
    title: "خبر عن المعايير",
    date: "2026-11-10",
    link: "https://acme.example/ar",
    language: "ar",
    published: "unknown",
    description: "Their words.",
  }),
  "offerings/acme-server.md":
    "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\nstatus: renamed\nstatusDate: '2026-11-14'\nsuccessorName: Acme Cloud",
  "offerings/acme-box.md":
    "name: Acme <Box>\nvendor: acme\nkind: fhir-server\nsummary: A box & more.\nadded: 2026-11-12",
};

function digestOf(files: Files): DigestView {
  const [week] = listWeeks(catalogOf(healthy(files)));
  assert.ok(week);
  return buildDigest(week);
}

const SUMMARY = "What happened and why it matters to whoever builds on it, in two sentences of common length. ".repeat(
  4,
);

function weekOf(count: number): DigestView {
  const topics = Array.from({ length: 20 }, (_, at) => [
    `topics/hl7-t${at}.md`,
    `name: 'HL7: T${at}'\ndescription: It.`,
  ]);
  const stories = Array.from({ length: count }, (_, at) => [
    `news/2026/the-slug-of-a-story-is-about-as-long-as-its-title-that-stands-above-${at}.md`,
    news({
      title: `The title of a story is about as long as this one, which says what happened, ${at}`,
      date: "2026-11-09",
      link: `https://www.publisher-of-the-story.example/news/2026/11/the-title-of-a-story-is-about-as-long-${at}`,
      summary: SUMMARY.trim(),
      categories: `['HL7: T${Math.floor(at ** 1.5) % 20}', 'HL7: FHIR']`.replace("'HL7: FHIR'", `'HL7: T${at % 7}'`),
    }),
  ]);
  return digestOf({
    ...Object.fromEntries([...topics, ...stories]),
    "news/2026/story.md": news({ date: "2026-01-02" }),
  });
}

/** Programs that most mail is read in. */
const CLIENTS = ["gmail.*", "apple-mail.*", "outlook.*", "yahoo.*", "samsung-email.*"] as const;

/** What may be dropped, and nothing is lost but the dark colours, and that a screen reader passes the tables over. */
const DROPPABLE = [
  "<style> element",
  "Type selector",
  "word-break",
  "@media",
  "@media (prefers-color-scheme)",
  "color-scheme meta tag",
  "role attribute",
];

/** Where it is dropped, something else in the mail does the same. */
const REPLACED: Readonly<Record<string, string>> = {
  // The paper is the colour of the outermost table too.
  "<body> element": "*",
  // A table that these alone see has a width.
  "max-width": "outlook.windows*",
};

test("every element and property is known to the programs that most mail is read in, or may be dropped", () => {
  const { issues } = caniemail({ clients: [...CLIENTS], html: renderMail(digestOf(RICH)) });
  const unknown = [...issues.errors].flatMap(([client, features]) =>
    features
      .filter(({ title }) => !DROPPABLE.includes(title) && !isReplaced(title, client))
      .map(({ title }) => `${title} in ${client}`),
  );
  assert.deepEqual(unknown, []);
});

function isReplaced(title: string, client: string): boolean {
  const clients = REPLACED[title];
  return clients !== undefined && client.startsWith(clients.replace("*", ""));
}

test("the data tells what these programs do not know", () => {
  const { issues } = caniemail({ clients: [...CLIENTS], html: '<div style="display:grid">a</div>' });
  assert.ok([...issues.errors.values()].flat().some(({ title }) => /grid/.test(title)));
});

test("a mail has the whole digest, with every link whole and every text escaped", () => {
  const html = renderMail(digestOf(RICH));
  for (const text of [
    "2 stories, 1 catalog change and 1 new offering. By topic: FHIR. <a",
    "Digest of 9 to 15 November 2026",
    ">Acme Server</a>: Renamed on 14 November 2026. Now Acme Cloud.",
    ">Acme &lt;Box&gt;</a>: FHIR server by Acme. A box &amp; more.</p>",
    ">A &lt; B &amp; C</a>",
    "We say that A &lt; B.",
    ">Acme</a>, 3 May 2026. Also on V2 &lt;older&gt;</p>",
    '<h3 dir="rtl" lang="ar"',
    "date not stated",
  ])
    assert.ok(html.includes(text), text);
  assert.ok(!html.includes("Their words"));
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
  assert.ok(links.includes(absoluteUrl("/news/story/")) && links.includes("https://acme.example/story"));
  for (const link of links) assert.match(link, /^https:\/\//);
});

test("its first words are what an inbox shows", () => {
  const body = /<body[\s\S]*/.exec(renderMail(digestOf(RICH)))?.[0] ?? "";
  assert.match(
    body.replace(/<!--[\s\S]*?-->|<[^>]*>/g, "").trim(),
    /^2 stories, 1 catalog change and 1 new offering\./,
  );
});

test("a week of 200 stories stays below the size at which Gmail cuts, with every title", () => {
  const digest = weekOf(200);
  const html = renderMail(digest);
  assert.ok(Buffer.byteLength(html) < MAIL_BYTES, `${Buffer.byteLength(html)}`);
  assert.equal(html.match(/The title of a story/g)?.length, 200);
});

test("where even the titles are too many, each topic counts the rest and leads to them", () => {
  const html = renderMail(weekOf(1000));
  assert.ok(Buffer.byteLength(html) < MAIL_BYTES, `${Buffer.byteLength(html)}`);
  assert.match(html, />[\d,]+ more on the web<\/a>/);
  assert.ok(html.includes(`${absoluteUrl("/digest/2026-w46/")}#topic-hl7-t`));
  assert.match(renderMail(weekOf(20), 6000), />\d on the web<\/a>/);
});

test("a week of thousands tells six hundred titles at most besides, and how many are left", () => {
  const digest = weekOf(1000);
  const told = digest.groups.flatMap(({ stories, more }) => [...stories, ...more]).length;
  const left = digest.groups.reduce((sum, group) => sum + group.left, 0);
  assert.ok(left > 0 && told <= 600 + 4 * digest.groups.length, `${told}`);
  assert.equal(told + left, 1000);
  for (const text of [digestHtml(digest), renderMailText(digest)]) assert.match(text, /\d more on the web/);
});

test("an import of many offerings in a large week leaves a mail below that size", () => {
  const digest = weekOf(100);
  const [row] = digestOf(RICH).added.offerings;
  assert.ok(row);
  const offerings = Array.from({ length: 150 }, () => ({ ...row, summary: SUMMARY }));
  const html = renderMail({ ...digest, added: { ...digest.added, count: 500, offerings, left: 350 } });
  assert.ok(Buffer.byteLength(html) < MAIL_BYTES, `${Buffer.byteLength(html)}`);
  assert.equal(html.match(/: FHIR server by Acme/g)?.length, 150);
  assert.ok(html.includes(`${absoluteUrl("/digest/2026-w46/")}#new`));
});

test("as plain text it has lines of 72 characters at most, but for addresses", () => {
  const text = renderMailText(weekOf(30));
  const long = text.split("\n").filter((line) => [...line].length > LINE_LENGTH);
  assert.ok(long.length > 0);
  for (const line of long) assert.match(line, /^ *https:\/\/\S+$/);
});

test("names of right-to-left scripts have a direction of their own, and dates are in one form", () => {
  const digest = digestOf({
    "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: It.",
    "topics/hl7-ar.md": "name: 'HL7: سجلات'\ndescription: It.",
    "organizations/ar.md": "name: صحيفة الصحة\ntype: news\nhosts: [ar.example]",
    "news/2026/story.md": news({
      date: "2026-11-09",
      published: "2026-05-03",
      categories: "['HL7: FHIR', 'HL7: سجلات']",
    }),
    "news/2026/ar.md": news({
      title: "Another",
      date: "2026-11-09",
      published: "2026-05-04",
      link: "https://ar.example/1",
      categories: "'HL7: سجلات'",
      sameStoryAs: "story",
    }),
    "news/2026/ar-2.md": news({
      title: "Third",
      date: "2026-11-09",
      published: "2026-02-04",
      link: "https://ar.example/2",
    }),
    "news/2026/ar-3.md": news({
      title: "Fourth",
      date: "2026-11-09",
      published: "2026-03-04",
      link: "https://ar.example/3",
      sameStoryAs: "ar-2",
    }),
  });
  const html = renderMail(digest);
  const feed = digestHtml(digest);
  for (const text of [html, feed]) {
    assert.ok(text.includes('Also in <span dir="rtl">صحيفة الصحة</span>. Also on <span dir="rtl">سجلات</span>'));
    assert.match(text, /<a [^>]*dir="rtl"[^>]*>صحيفة الصحة<\/a>, 4 February 2026\. Also in .* \(4 March 2026\)/);
  }
  const plain = renderMailText(digest);
  assert.ok(plain.includes("  \u200Eصحيفة الصحة\u200E, 4 February 2026."), plain);
  for (const text of [html, feed, plain]) assert.doesNotMatch(text, /\d (?:Feb|Mar) 2026/);
});

test("the plain text is as it was", (t) => {
  t.assert.snapshot(renderMailText(digestOf(RICH)).split("\n"));
});

test("a feed has the same without styles", (t) => {
  t.assert.snapshot(digestHtml(digestOf(RICH)).split("\n"));
});
