import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, healthy, news } from "../catalog/testing.ts";
import { listWeeks } from "../catalog/weeks.ts";
import { spanOf, weekLabel } from "./digest.ts";
import { buildDigestIndexPage, buildDigestPage } from "./digest-page.ts";

const story = (date: string, title: string, lines: Readonly<Record<string, string>> = {}) =>
  news({ date, title, link: `https://acme.example/${encodeURIComponent(title)}`, ...lines });

const TOPICS: Files = {
  "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: It.\nsameAs: ['Tags: #FHIR']",
  "topics/tags-fhir.md": "name: 'Tags: #FHIR'\ndescription: It.",
  "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
};

function pageOf(files: Files, buildDate = "2026-11-22") {
  const [week] = listWeeks({ ...catalogOf(healthy(files)), buildDate });
  assert.ok(week);
  return buildDigestPage(week);
}

test("a span says what its days have in common once", () => {
  assert.equal(spanOf({ from: "2026-11-16", to: "2026-11-22" }), "16 to 22 November 2026");
  assert.equal(spanOf({ from: "2026-11-30", to: "2026-12-06" }), "30 November to 6 December 2026");
  assert.equal(spanOf({ from: "2026-12-28", to: "2027-01-03" }), "28 December 2026 to 3 January 2027");
  assert.equal(weekLabel("2026-w01"), "Week 1 of 2026");
});

test("a story stands under one topic, and names where else it is, but not the same subject again", () => {
  const view = pageOf({
    ...TOPICS,
    "news/2026/story.md": story("2026-11-09", "One", { categories: "['HL7: FHIR', 'Tags: #FHIR', 'HL7: V2']" }),
    "news/2026/b.md": story("2026-11-10", "Two", { categories: "['HL7: FHIR']" }),
  });
  assert.deepEqual(
    view.groups.map(({ label, stories }) => [
      label,
      stories.map((row) => [row.label, row.topics.map((one) => one.label)]),
    ]),
    [
      [
        "FHIR",
        [
          ["Two", []],
          ["One", ["V2"]],
        ],
      ],
    ],
  );
  assert.deepEqual([view.heading, view.counts], ["Digest of 9 to 15 November 2026", "2 stories"]);
  assert.deepEqual(
    view.breadcrumbs.map(({ label }) => label),
    ["Home", "News", "Weekly digest", "9 to 15 November 2026"],
  );
});

test("a week of new offerings alone tells ten of each kind, by kind and name, and counts the rest", () => {
  const offering = (name: string, kind: string) =>
    `name: ${name}\nvendor: acme\nkind: ${kind}\nsummary: It is ${name}.\nadded: 2026-11-10`;
  const many = Array.from({ length: 12 }, (_, at) => [
    `offerings/o${at}.md`,
    offering(`O ${String(at).padStart(2, "0")}`, "payer-api"),
  ]);
  const view = pageOf({ ...Object.fromEntries(many), "offerings/a.md": offering("A", "fhir-server") });
  assert.deepEqual(
    [view.heading, view.counts, view.groups],
    ["Digest of 9 to 15 November 2026", "13 new offerings", []],
  );
  const { offerings, left, count } = view.added;
  assert.deepEqual(
    [count, left, offerings.map(({ label }) => label)],
    [13, 2, ["A", ...Array.from({ length: 10 }, (_, at) => `O ${String(at).padStart(2, "0")}`)]],
  );
  assert.deepEqual(offerings[0], {
    href: "/offering/a/",
    label: "A",
    kind: "FHIR server",
    vendor: { href: "/organization/acme/", label: "Acme" },
    summary: "It is A.",
  });
});

test("in a week of many stories each topic has three with what they say, and the titles of the rest", () => {
  const many = Object.fromEntries(
    Array.from({ length: 61 }, (_, at) => [
      `news/2026/s${at}.md`,
      story("2026-11-09", `Story ${at}`, { summary: "It." }),
    ]),
  );
  const { groups } = pageOf({ ...many, "news/2026/story.md": story("2026-11-01", "Old") });
  assert.deepEqual(
    groups.map(({ count, stories, more }) => [count, stories.length, more.length]),
    [[61, 3, 58]],
  );
  const { "news/2026/s0.md": _, ...fewer } = many;
  const small = pageOf({ ...fewer, "news/2026/story.md": story("2026-11-01", "Old") });
  const [group] = small.groups;
  assert.deepEqual([group?.stories.length, group?.more.length], [60, 0]);
});

test("the week is said to be that of the catalog, with the number of stories that were published before it", () => {
  const noteOf = (...days: string[]) =>
    pageOf(
      Object.fromEntries([
        ["news/2026/story.md", story("2026-11-01", "Old")],
        ...days.map((published, at) => [`news/2026/s${at}.md`, story("2026-11-09", `Story ${at}`, { published })]),
      ]),
    ).note;
  const added = "Added to the catalog from 9 to 15 November 2026";
  assert.equal(
    noteOf("2024", "2026-11-08", "2026-11-09", "2026-11", "unknown"),
    `${added}; 2 stories were published before that week. Dates are those of publication.`,
  );
  assert.equal(
    noteOf("2024"),
    `${added}; all stories were published before that week. Dates are those of publication.`,
  );
  assert.equal(noteOf("2026-11-10"), `${added}. Dates are those of publication.`);
});

test("the summary is ours and whole; the source's own words are none", () => {
  const text = "A sentence of ours that is long enough to be cut in other lists. ".repeat(7).trim();
  const summaryOf = (lines: Readonly<Record<string, string>>) =>
    pageOf({ "news/2026/story.md": story("2026-11-09", "One", lines) }).groups[0]?.stories[0]?.summary?.text;
  assert.equal(summaryOf({ summary: text }), text);
  assert.equal(summaryOf({ description: "Theirs." }), undefined);
});

test("a week that is over is the same on every later day, whatever is curated later", () => {
  const files = { "news/2026/story.md": story("2026-11-09", "One") };
  const before = pageOf(files, "2026-11-16");
  const [, later] = listWeeks({
    ...catalogOf(healthy({ ...files, "news/2026/b.md": story("2026-11-16", "Two") })),
    buildDate: "2027-05-01",
  });
  assert.ok(later);
  assert.equal(JSON.stringify(buildDigestPage(later)), JSON.stringify(before));
});

test("a week that is not over says so, and is not offered as a mail", () => {
  const files = { "news/2026/story.md": story("2026-11-16", "One") };
  const { isOver, end, mails } = pageOf(files);
  assert.deepEqual([isOver, end, mails], [false, "22 November 2026", []]);
  assert.deepEqual(
    pageOf(files, "2026-11-23").mails.map(({ href, file }) => [href, file]),
    [
      ["/digest/2026-w47/mail.html", "2026-w47.html"],
      ["/digest/2026-w47/mail.txt", "2026-w47.txt"],
    ],
  );
});

test("the list has the weeks by year, newest first, with what each tells", () => {
  const { years } = buildDigestIndexPage(
    catalogOf(
      healthy({
        "news/2026/story.md": story("2026-11-16", "One"),
        "news/2026/b.md": story("2025-12-29", "Two"),
        "news/2025/c.md": story("2025-12-28", "Three"),
      }),
    ),
  );
  assert.deepEqual(
    years.map(({ year, weeks }) => [year, weeks.map(({ href, note, counts }) => `${href} ${note}: ${counts}`)]),
    [
      ["2026", ["/digest/2026-w47/ Week 47 of 2026: 1 story", "/digest/2026-w01/ Week 1 of 2026: 1 story"]],
      ["2025", ["/digest/2025-w52/ Week 52 of 2025: 1 story"]],
    ],
  );
  assert.deepEqual(buildDigestIndexPage(catalogOf({})).years, []);
});
