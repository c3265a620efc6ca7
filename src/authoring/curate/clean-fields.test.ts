import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hostNames, isSameSite, mainLabel, toAddress, toImageAddress, toPublisher, toTitle } from "./clean-fields.ts";

const SITE = ["Example News", ...hostNames("https://www.example-news.co.uk/a")];

test("the name of the site goes from a title, and nothing else does", () => {
  const titles: Record<string, string> = {
    "FHIR grows | Example News": "FHIR grows",
    "FHIR grows - Example News": "FHIR grows",
    "FHIR grows — The Example News": "FHIR grows",
    "FHIR grows | News | Example News": "FHIR grows | News",
    "Example News: FHIR grows": "Example News: FHIR grows",
    "Example News : FHIR grows": "FHIR grows",
    "FHIR grows | example-news.co.uk": "FHIR grows",
    "FHIR grows « Example News": "FHIR grows",
    "FHIR grows » Example News": "FHIR grows",
    "Example News ‹ FHIR grows": "FHIR grows",
    "FHIR grows: « Example News »": "FHIR grows: « Example News »",
    "FHIR grows | Part 2": "FHIR grows | Part 2",
    "FHIR grows - The Example News Blog": "FHIR grows",
    "Read-write APIs - a primer": "Read-write APIs - a primer",
    "Example News": "Example News",
    "Q&amp;A: what&#8217;s next?": "Q&A: what’s next?",
  };
  for (const [given, expected] of Object.entries(titles)) assert.equal(toTitle(given, SITE), expected, given);
});

test("a publisher is a name: no address, no handle, no paragraph", () => {
  assert.equal(toPublisher(" Example  News "), "Example News");
  assert.equal(toPublisher("Example (formerly Sample)"), "Example");
  assert.equal(toPublisher("Example (UK)"), "Example (UK)");
  for (const text of ["https://example.com", "@example", "x".repeat(100), ""])
    assert.equal(toPublisher(text), undefined);
});

test("addresses are web addresses without trackers; images are pictures and keep their parameters", () => {
  const base = "https://example.com/news/a";
  assert.equal(toAddress("/b?utm_source=x&id=1#:~:text=y", base), "https://example.com/b?id=1");
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://user:pass@example.com/",
    "http://[",
    "ftp://example.com/",
    "",
  ]) {
    assert.equal(toAddress(text, base), undefined, text);
    assert.equal(toImageAddress(text, base), undefined, text);
  }
  assert.equal(toImageAddress("b.jpg?w=1200&utm_x=1", base), "https://example.com/news/b.jpg?w=1200&utm_x=1");
  for (const text of ["logo.svg", "favicon.ico", "/"]) assert.equal(toImageAddress(text, base), undefined, text);
});

test("hosts are read by the public suffix list", () => {
  assert.equal(mainLabel("https://www.news.example.co.uk/a"), "example");
  assert.equal(mainLabel("http://127.0.0.1:8080/"), "127.0.0.1");
  assert.ok(isSameSite("https://a.example.co.uk/", "http://www.example.co.uk/"));
  assert.ok(!isSameSite("https://a.co.uk/", "https://b.co.uk/"));
  assert.ok(!isSameSite("https://a.github.io/", "https://b.example/"));
});

test("cleaning a cleaned title changes nothing, whatever the text", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(" | ", " - ", "By ", " and ", ", ", "Example News", "Ada Park", "&amp;", "MD", ": "),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const title = toTitle(parts.join(""), SITE);
      if (title !== undefined) assert.equal(toTitle(title, SITE), title);
    }),
  );
});
