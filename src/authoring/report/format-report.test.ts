import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportEntry, ReportSection } from "./build-report.ts";
import { formatReportHtml, formatReportText, type ReportLinks, toReportData } from "./format-report.ts";

function entry(changes: Partial<ReportEntry> = {}): ReportEntry {
  return {
    kind: "offering",
    name: "It",
    page: "/offering/it/",
    file: "offerings/it.md",
    reason: "no summary",
    ...changes,
  };
}

const links: ReportLinks = {
  siteName: "A site",
  toPage: (path) => `https://a.example${path}`,
  toEdit: (file) => `https://e.example/${file}?a&b`,
};
const section = (entries: readonly ReportEntry[]): ReportSection => ({
  key: "thin",
  title: "Thin",
  why: "Because.",
  entries,
});
const html = (entries: readonly ReportEntry[]) =>
  formatReportHtml([section(entries)], "2026-11-22", links, ":root { --paper: #fff; }");

test("the table names entry, reason and file, and says what it leaves out", () => {
  const text = formatReportText([
    section(Array.from({ length: 12 }, () => entry())),
    { ...section([]), title: "Stale" },
  ]);
  assert.match(text, /^Thin: 12\. Because\.\n {2}It +no summary +offerings\/it\.md\n/);
  assert.match(text, /\n {2}and 2 more; --json and --html show all\n\nStale: none\n\n12 items$/);
});

test("the data has the addresses of page and file", () => {
  const { asOf, sections } = toReportData([section([entry()])], "2026-11-22", {
    ...links,
    toEdit: (file) => `https://e/${file}`,
  });
  assert.equal(asOf, "2026-11-22");
  assert.deepEqual(sections, [
    {
      key: "thin",
      title: "Thin",
      why: "Because.",
      count: 1,
      entries: [{ ...entry(), page: "https://a.example/offering/it/", edit: "https://e/offerings/it.md" }],
    },
  ]);
});

test("the page needs nothing beside it, runs nothing and is not indexed", () => {
  const page = html([entry()]);
  assert.match(page, /<meta name="robots" content="noindex, nofollow">/);
  assert.match(page, /default-src 'none'/);
  assert.doesNotMatch(page, /<script|<link|<img|@import|url\(/);
  assert.ok(Buffer.byteLength(html([])) < 6000);
});

test("a file is a link to where it can be edited", () => {
  const link =
    /<td class="file"><a href="https:\/\/e\.example\/offerings\/it\.md\?a&amp;b">offerings\/<wbr>it\.md<\/a>/;
  assert.match(html([entry()]), link);
});

test("what is hostile stays text", () => {
  const evil = `"><script>alert(1)</script>`;
  const page = html([entry({ name: evil, reason: evil, file: evil, page: evil })]);
  assert.doesNotMatch(page, /<script/);
  assert.equal(page.match(/&lt;script&gt;/g)?.length, 5);
});

test("a long list is folded after its beginning", () => {
  const page = html(Array.from({ length: 30 }, () => entry()));
  assert.match(page, /<summary>5 more<\/summary>/);
  assert.equal(page.match(/<th scope="row">/g)?.length, 30);
  assert.doesNotMatch(html([entry()]), /<details/);
});
