import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { visibleText } from "./visible-text.ts";

const LONG = "A story about FHIR. ".repeat(30).trim();

test("navigation, scripts, forms and other stories are left out", () => {
  const html = `<body><nav>Home</nav><header>Site</header><div class="cookie-banner">Accept</div>
    <p>One.</p><script>let x</script><style>p{}</style><p hidden>No</p><ul class="related-stories related"><li>Other</li></ul>
    <p>Two<br>three</p><form>Mail</form><footer>©</footer></body>`;
  assert.equal(visibleText(html), "One. Two three");
});

test("the longest article is the story; a page with teasers alone is read whole", () => {
  assert.equal(visibleText(`<p>Before</p><article>Teaser</article><main><p>${LONG}</p></main>`), LONG);
  assert.equal(visibleText("<p>Before</p><article>Teaser</article>"), "Before Teaser");
});

test("words of blocks do not run together, words of one block do not fall apart", () => {
  assert.equal(visibleText("<p>a<b>b</b>c</p><p>d</p>"), "abc d");
});

test("any HTML gives a text, nested as deep as it likes", () => {
  assert.equal(visibleText(`${"<div>".repeat(50_000)}deep`), "deep");
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (html) => typeof visibleText(html) === "string"));
});
