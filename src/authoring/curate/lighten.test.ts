import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lighten } from "./lighten.ts";

test("a page that fits stays as it is", () => {
  const html = "<style>a{}</style><img src='data:image/png;base64,AAAA'>";
  assert.equal(lighten(html, html.length), html);
});

test("what savers put in goes, and what the page says of itself stays", () => {
  const picture = `data:image/png;base64,${"A".repeat(1000)}`;
  const html = `<STYLE media=all>a{background:url(${picture})}</STYLE><script>let a = "<h1>";</script>
<script type="application/ld+json">{"a":1}</script><svg viewBox="0 0 1 1"><path d="M0"/></svg>
<img src='${picture}' alt='A'><img src="data:image/svg+xml;charset=utf-8,%3Csvg%3E"><h1>One</h1>`;
  assert.equal(
    lighten(html, 500),
    `
<script type="application/ld+json">{"a":1}</script>
<img src='data:,' alt='A'><img src="data:,"><h1>One</h1>`,
  );
});

test("tags in the texts of JSON-LD are none", () => {
  const data = '<script type="application/ld+json">{"articleBody":"How <style>, <svg> and <script> work"}</script>';
  const html = `${data}<style>a{}</style><h1>One</h1>${data}<style>b{}</style><p>Text.`;
  assert.equal(lighten(html, html.length - 1), `${data}<h1>One</h1>${data}<p>Text.`);
});

test("any text is cut, in time that grows with its length alone", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), (html, limit) => {
      assert.ok(lighten(html, limit).length <= Math.max(limit, 0));
    }),
  );
  for (const part of ["<style>", "<svg", "data:a/b;", "data:", "<script></script>", "</style>", "<style a "]) {
    lighten(part.repeat(200_000), 1000);
  }
});
