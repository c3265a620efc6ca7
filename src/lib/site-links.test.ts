import assert from "node:assert/strict";
import { test } from "node:test";
import { addBase, removeBase } from "./base-path.ts";
import { toSiteLinks } from "./site-links.ts";

const add = (html: string) =>
  toSiteLinks(html, {
    base: "/catalog/",
    isComplete: (path) => path.startsWith("/catalog/assets/"),
    isPublished: (path) => !path.startsWith("/author/"),
  });

test("paths of the site get the base, and nothing else changes", () => {
  const page = `<!DOCTYPE html><html><head><link rel="stylesheet" href="/catalog/assets/a.css"><link rel=icon href=/favicon.ico></head>
<body data-rows="/topic/a/rows.json"><a href="/">Home</a> <a href='/topic/a/?x=1&amp;y=2#z'>A</a><form action="/search/"></form>
<img src="/images/a.png" alt="/not/a/path"><a href="https://a.example/">x</a><a href="//a.example/">y</a><a href="#here">z</a>
<p>href="/a/" &amp; more</p><!-- <a href="/b/"> --><script>const a = '<a href="/c/">';</script></body></html>`;
  assert.equal(
    add(page),
    page
      .replace("href=/favicon", "href=/catalog/favicon")
      .replace('href="/"', 'href="/catalog/"')
      .replace("href='/topic", "href='/catalog/topic")
      .replace('action="/', 'action="/catalog/')
      .replace('src="/', 'src="/catalog/'),
  );
});

test("what leads to a section that is left out is no link", () => {
  assert.equal(
    add(
      `<a class="name" href="/author/a/" dir="rtl">A</a> <a href='/author/b/'>B</a> <a href=/author/c/ id=c>C</a> <a href="/b/">D</a>`,
    ),
    '<a class="name" dir="rtl">A</a> <a>B</a> <a id=c>C</a> <a href="/catalog/b/">D</a>',
  );
});

test("a path comes back from its address", () => {
  for (const base of ["/", "/catalog/"]) {
    for (const path of ["/", "/topic/a/"]) assert.equal(removeBase(base, addBase(base, path)), path);
  }
  assert.equal(removeBase("/catalog/", "/other/"), undefined);
});
