import assert from "node:assert/strict";
import { test } from "node:test";
import { FetchError, formatUrl, quoteText } from "./fetch-error.ts";

test("a printed address holds no secret and nothing that a terminal obeys", () => {
  const cases: [string, string][] = [
    ["https://example.com/a/b", "https://example.com/a/b"],
    ["https://me:hunter2@example.com/a#hunter2", "https://example.com/a"],
    ["https://example.com/?key=hunter2&p=1&key=hunter2", "https://example.com/?key=…&p=…"],
    ["https://me:hunter2@exa mple.com/?key=hunter2", "'…@exa mple.com/'"],
    ["https://me:hun/ter2@exa mple/", "'…@exa mple/'"],
    ["https://me:hun?ter2@exa mple/", "'…@exa mple/'"],
    ["no\u001b[31m address", "'no\uFFFD[31m address'"],
    ["file:///etc/passwd", "'file:///etc/passwd'"],
    ["", "''"],
  ];
  for (const [given, rendered] of cases) assert.equal(formatUrl(given), rendered);
  assert.equal(formatUrl(`https://example.com/${"a".repeat(500)}`).length, 200);
  assert.equal(quoteText("a\nb\u202ec"), "'a b\uFFFDc'");
});

test("an error says what happened and what to do", () => {
  const error = new FetchError("status", "https://example.com/ answers with status 404.", { status: 404 });
  assert.equal(error.name, "FetchError");
  assert.equal(error.status, 404);
  assert.match(error.message, /status 404\. Check the address in a browser\. Open it .* save the page as \.html/);
});
