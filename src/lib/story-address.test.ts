import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canBeAddressOf, isArchive, isFrontPage, isPlaceholder, originalOf } from "./story-address.ts";

const STORY = "https://news.example/2024/fhir-grows-again?id=5";

test("the original of an archived copy", () => {
  for (const copy of [
    `https://web.archive.org/web/20240517101010/${STORY}`,
    `http://web.archive.org/web/20240517101010if_/${STORY}`,
    `https://web.archive.org/web/2024*/${STORY}`,
    `https://web.archive.org/web/${STORY}`,
    "https://web.archive.org/web/20240517101010/https:/news.example/2024/fhir-grows-again?id=5",
    "https://web.archive.org/web/20240517101010/news.example/2024/fhir-grows-again?id=5",
    "https://web.archive.org/web/20240517101010/https%3A//news.example/2024/fhir-grows-again?id=5",
    `https://archive.ph/2024.05.17-101010/${STORY}`,
    `https://archive.today/20240517101010/${STORY}`,
    `https://archive.is/newest/${STORY}`,
    `https://archive.ph/o/AbCdE/${STORY}`,
    `https://arquivo.pt/wayback/20240517101010/${STORY}`,
    `https://wayback.archive-it.org/123/20240517101010/${STORY}`,
    `https://webarchive.nationalarchives.gov.uk/ukgwa/20240517101010/${STORY}`,
    `https://swap.stanford.edu/was/20240517101010/${STORY}`,
    `https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:${encodeURIComponent(STORY)}+fhir&cd=1`,
    `https://webcache.googleusercontent.com/search?q=cache:${encodeURIComponent(STORY)}`,
    "https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:news.example/2024/fhir-grows-again%3Fid%3D5",
    "https://www.google.com/amp/s/news.example/2024/fhir-grows-again?id=5",
    "https://news-example.cdn.ampproject.org/c/s/news.example/2024/fhir-grows-again?id=5",
    `https://web.archive.org/web/20240517101010/https://archive.ph/2024.05.17-101010/${STORY}`,
  ]) {
    assert.equal(originalOf(copy), STORY, copy);
  }
});

test("a page of its own has no original", () => {
  for (const url of [
    STORY,
    "https://archive.org/details/fhir",
    "https://archive.ph/AbCdE",
    "https://archive.example/20240517/story",
    "https://news.example/go?to=https://other.example/",
    "https://web.archive.org/web/2024*/nowhere",
    "https://webcache.googleusercontent.com/search?q=fhir",
    "https://www.google.com/search?q=fhir",
    "nonsense",
  ]) {
    assert.equal(originalOf(url), undefined, url);
  }
  assert.ok(isArchive("https://archive.ph/AbCdE"));
  assert.ok(!isArchive("https://archive.example/x"));
});

test("front pages, and addresses that nobody filled in", () => {
  const front = ["", "/", "/index.html", "/en/", "/en-US", "/de/index.php", "/home", "/#top"];
  for (const path of front) assert.ok(isFrontPage(`https://news.example${path}`), path);
  for (const path of ["/?p=12", "/#/story", "/story", "/en/story", "/index.php?id=1"]) {
    assert.ok(!isFrontPage(`https://news.example${path}`), path);
  }
  for (const path of [
    "/undefined",
    "/news/null/",
    "/{{canonicalUrl}}",
    "/%7B%7Burl%7D%7D",
    "/$%7Burl%7D",
    "/{url}",
    "/?u=undefined",
    "/[canonical]",
    "/news/%canonical_url%",
  ]) {
    assert.ok(isPlaceholder(`https://news.example${path}`), path);
  }
  assert.ok(isPlaceholder("http://localhost:3000/story"));
  assert.ok(!isPlaceholder("https://news.example/null-hypothesis"));
  assert.ok(!isPlaceholder("https://news.example/index.php?tx_news[news]=12"));
  assert.ok(!isPlaceholder("https://news.example/100%25-safe"));
});

test("which stated address can be that of a page", () => {
  const cases: [url: string, stated: string, can: boolean][] = [
    ["/2024/fhir-grows-again", "/2024/fhir-grows-again/", true],
    ["/2024/fhir-grows-again", "/", false],
    ["/2024/fhir-grows-again", "/en/", false],
    ["/2024/fhir-grows-again", "/2024/", false],
    ["/2024/fhir-grows-again", "/health-it/", false],
    ["/2024/fhir-grows-again", "/blog/category/fhir", false],
    ["/blog/category/fhir", "/blog/topics/fhir-r4", true],
    ["/?p=123", "/archives/1234", true],
    ["/?p=123", "/blog/archive/7", true],
    ["/?p=123", "/archives/2024", false],
    ["/?p=123", "/archives/2024/05", false],
    ["/2024/fhir-grows-again", "/undefined", false],
    ["/2024/fhir-grows-again", "/{{canonicalUrl}}", false],
    ["/2024/fhir-grows-again", "/another-long-slug", true],
    ["/2024/fhir-grows-again", "/story/123456", true],
    ["/fhir-grows-again/amp", "/fhir-grows-again", true],
    ["/fhir/amp", "/fhir", true],
    ["/fhir/2", "/fhir", true],
    ["/blog/fhir", "/blog", false],
    ["/blog/fhir", "/blog/fhir-r4", true],
    ["/fhir-grows-again", "/news/", false],
    ["/company/10529043", "/company/acme", true],
    ["/?p=12", "/", false],
    ["/?p=12", "/fhir", true],
    ["/article.php?id=5", "/article.php", false],
    ["/article?id=5", "/article", false],
    ["/fhir?ref=home", "/fhir", true],
    ["/", "/", true],
  ];
  for (const [url, stated, can] of cases) {
    assert.equal(
      canBeAddressOf(`https://news.example${url}`, `https://news.example${stated}`),
      can,
      `${url} ${stated}`,
    );
  }
  assert.ok(canBeAddressOf("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"));
  assert.ok(!canBeAddressOf("https://news.example/a", "http://localhost:3000/a"));
});

test("any address is answered", () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webPath(), fc.webQueryParameters(), (path, other, query) => {
      const [a, b] = [`https://news.example${path}?${query}`, `https://news.example${other}`];
      assert.equal(typeof canBeAddressOf(a, b), "boolean");
      originalOf(`https://web.archive.org/web/2024/${a}`);
    }),
  );
});
