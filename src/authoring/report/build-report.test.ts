import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILD_DATE, catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import type { LinkFacts, LinkResult } from "../../schemas/link-facts.ts";
import { buildReport } from "./build-report.ts";

interface Beside {
  readonly links?: LinkFacts;
  readonly images?: readonly string[];
}

/** `file: reason` of the entries of one section. */
function listed(key: string, changes: Files, beside: Beside = {}): string[] {
  const files = healthy(changes);
  const sections = buildReport(catalogOf(files, beside), beside.links);
  const section = sections.find((one) => one.key === key);
  assert.ok(section, key);
  return section.entries.map(({ file, reason }) => `${file}: ${reason}`);
}

const LONG = "word ".repeat(40).trim();
const offering = (lines: string) => `name: It\nvendor: acme\nkind: fhir-server\nsummary: It is.\n${lines}`;
/** Without the body that `textOf` would add. */
const bare = (fields: string) => `---\n${fields}\n---\n`;

test("healthy content is on no list but where it is thin", () => {
  assert.equal(BUILD_DATE, "2026-11-22");
  const sections = buildReport(
    catalogOf(healthy({ "news/2026/story.md": news({ summary: LONG, published: "2026-01-01" }) })),
    undefined,
  );
  assert.deepEqual(
    sections.filter(({ entries }) => entries.length > 0).map(({ key }) => key),
    [],
  );
  assert.ok(sections.every(({ why, title }) => why.endsWith(".") || why.endsWith("?") || title === ""));
});

test("an end that is near is announced, with the days that are left", () => {
  const at = (date: string, lines = "") =>
    listed("retiring", { "offerings/it.md": offering(`status: retired\nstatusDate: ${date}\n${lines}`) });
  assert.deepEqual(at("2026-11-30"), [
    "offerings/it.md: retired on 30 November 2026, in 8 days; no successor is stated",
  ]);
  assert.deepEqual(at("2026-12", "successor: acme-server"), ["offerings/it.md: retired in December 2026"]);
  assert.equal(at("2027-02-20").length, 1);
  assert.deepEqual(at("2027-02-21"), []);
  assert.deepEqual(at("2026-11-22"), []);
});

test("facts that were seen long ago are listed by day, and not those of an undated copy", () => {
  const fact = (name: string, seen: string) =>
    `${name}: {value: free, source: https://acme.example/, ${seen && `seen: ${seen}`}}`;
  const files = {
    "offerings/it.md": offering(
      `${fact("pricing", "2025-05-21")}\n${fact("limits", "2024")}\n${fact("data", "")}`.replace(
        "{value: free, source: https://acme.example/, }",
        "{value: claims, source: https://acme.example/}",
      ),
    ),
    "offerings/other.md": offering(fact("pricing", "2025-05-22")).replace("name: It", "name: Other"),
  };
  assert.deepEqual(listed("old-facts", files), ["offerings/it.md: pricing on 21 May 2025, limits in 2024"]);
});

test("an announced day that has come asks for a second look, for half a year", () => {
  const at = (date: string) =>
    listed("status-passed", { "offerings/it.md": offering(`status: renamed\nstatusDate: ${date}`) });
  assert.match(at("2026-11-22")[0] ?? "", /renamed on 22 November 2026, today: do summary and note/);
  assert.match(at("2026-05-26")[0] ?? "", /180 days ago/);
  assert.deepEqual(at("2026-05-25"), []);
});

test("what nobody refers to is an orphan", () => {
  const files = {
    "offerings/it.md": offering("topics: ['HL7: FHIR']"),
    "offerings/old.md": offering("status: renamed\nsuccessor: it"),
    "topics/a-b.md": "name: 'A: B'\ndescription: Alone.",
    "topics/a-c.md": "name: 'A: C'\ndescription: Not alone.\nrelated: ['HL7: FHIR']",
  };
  assert.deepEqual(listed("orphans", files), [
    "topics/a-b.md: no story, no offering and no other topic refers to it",
    "offerings/old.md: no story names it, and it succeeds nothing",
  ]);
  assert.deepEqual(listed("empty-topics", files), [
    "topics/a-c.md: no story and no offering is filed under it, though other topics lead to it",
  ]);
  assert.deepEqual(listed("untagged", files), ["offerings/old.md: filed under no topic"]);
});

test("what had no story for three years is stale, unless it is retired", () => {
  const story = (published: string) => ({ "news/2026/story.md": news({ published }) });
  assert.deepEqual(listed("stale", story("2023-11-22")), []);
  assert.deepEqual(listed("stale", story("2023-11-21")), [
    "offerings/acme-server.md: the latest story is of 21 November 2023",
    "topics/hl7-fhir.md: the latest story is of 21 November 2023",
  ]);
  assert.deepEqual(
    listed("stale", { ...story("2019"), "news/2026/new.md": news({ link: "https://a.example", published: "2026" }) }),
    [],
  );
  const retired = "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\nstatus: retired";
  assert.equal(listed("stale", { ...story("2019"), "offerings/acme-server.md": retired }).length, 1);
});

test("own words are counted over summary and insights", () => {
  const thin = (lines: Record<string, string>) => listed("thin", { "news/2026/story.md": news(lines) });
  assert.deepEqual(thin({}), ["news/2026/story.md: no summary and no insights"]);
  assert.deepEqual(thin({ summary: "Two words." }), ["news/2026/story.md: 2 words of our own"]);
  assert.deepEqual(thin({ summary: LONG.slice(5), insights: "One." }), []);
  const stub = {
    "offerings/it.md": bare("name: It\nvendor: acme\nkind: fhir-server\nhomepage: https://acme.example/"),
  };
  assert.ok(listed("thin", stub).includes("offerings/it.md: no summary"));
});

test("images and documents that are missing, or that no text describes, are listed", () => {
  const files = {
    "news/2026/story.md": news({ featuredImage: "{ href: a.jpg, alt: ' ' }" }),
    "news/2026/other.md": news({ link: "https://a.example", featuredImage: "b.jpg", featuredPdf: "c.pdf" }),
    "news/2026/third.md": news({ link: "https://b.example", featuredImage: "{ href: a.jpg, alt: A sign }" }),
  };
  assert.deepEqual(listed("images", files, { images: ["a.jpg"] }).sort(), [
    "news/2026/other.md: There is no file public/documents/c.pdf",
    "news/2026/other.md: There is no file public/images/b.jpg",
    "news/2026/story.md: no text says what a.jpg shows",
  ]);
});

test("stories whose work package is not closed are listed by its status", () => {
  const files = {
    "news/2026/story.md": news({ status: "In progress" }),
    "news/2026/other.md": news({ link: "https://a.example", status: "CLOSED" }),
    "news/2026/third.md": news({ link: "https://b.example", status: "Confirmed" }),
    "news/2026/fourth.md": news({ link: "https://c.example", status: "' '" }),
  };
  assert.deepEqual(listed("work-status", files), [
    "news/2026/third.md: its work package is 'Confirmed'",
    "news/2026/story.md: its work package is 'In progress'",
  ]);
});

test("dates that nobody states are listed", () => {
  const files = {
    "news/2026/story.md": news({ published: "unknown" }),
    "news/2026/other.md": news({ link: "https://a.example" }),
    "offerings/it.md": offering("status: retired"),
  };
  assert.deepEqual(listed("undated", files).sort(), [
    "news/2026/other.md: dated by the day of its curation, for want of its own",
    "news/2026/story.md: its day of publication is unknown",
    "offerings/it.md: retired, and not said when",
  ]);
});

test("a dead link is listed with everything that has it", () => {
  const url = "https://acme.example/story";
  const gone = ["2026-11-01", "2026-11-10", "2026-11-22"];
  const record = { url, checked: "2026-11-22", result: "dead", detail: "status 404" } as const;
  const files = { "organizations/acme.md": `name: Acme\ntype: vendor\nhosts: [acme.example]\nhomepage: ${url}` };
  const links = (days: string[]) => ({ links: { source: "a test", links: [{ ...record, deadOn: days }] } });
  assert.deepEqual(listed("dead-links", files, links(gone)), [
    `news/2026/story.md: link ${url}: status 404, first on 1 November 2026`,
    `organizations/acme.md: homepage ${url}: status 404, first on 1 November 2026`,
  ]);
  assert.deepEqual(listed("dead-links", files, links(["2026-11-22"])), []);
});

test("a link that leads to another page is listed as doubtful, unless it is dead", () => {
  const url = "https://acme.example/story";
  const detail = "status 200, but redirects to the home page https://acme.example/";
  const links = (result: LinkResult, deadOn?: string[]) => {
    const record = { url, checked: "2026-11-22", result, detail, ...(deadOn && { deadOn }) };
    return { links: { source: "a test", links: [record] } };
  };
  assert.deepEqual(listed("doubtful-links", {}, links("doubtful")), [
    `news/2026/story.md: link ${url}: ${detail}, on 22 November 2026`,
  ]);
  assert.deepEqual(listed("doubtful-links", {}, links("unclear")), []);
  assert.deepEqual(listed("doubtful-links", {}, links("doubtful", ["2026-11-01", "2026-11-10", "2026-11-20"])), []);
});
