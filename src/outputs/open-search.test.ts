import assert from "node:assert/strict";
import { test } from "node:test";
import { buildOpenSearch } from "./open-search.ts";

const xml = buildOpenSearch();
const textOf = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1];

test("the names are within the limits of the format", () => {
  assert.equal(textOf("ShortName"), "Curalog");
  assert.ok((textOf("Description")?.length ?? 0) > 0);
  assert.ok((textOf("Description")?.length ?? 0) <= 1024);
});

test("the words of a search go where the search page reads them", () => {
  assert.match(xml, /<Url type="text\/html" method="get" template="https:\/\/[^"]+\/search\/\?q=\{searchTerms\}"\/>/);
});

test("it says where it is, so that a browser can renew it", () => {
  assert.match(xml, /rel="self" template="https:\/\/[^"]+\/opensearch\.xml"/);
});
