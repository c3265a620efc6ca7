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
  assert.match(xml, /<Url type="text\/html" template="https:\/\/[^"]+\/search\/\?q=\{searchTerms\}"\/>/);
});

test("elements have only the attributes that OpenSearch 1.1 knows", () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    OpenSearchDescription: ["xmlns"],
    Image: ["width", "height", "type"],
    Url: ["template", "type", "rel", "indexOffset", "pageOffset"],
  };
  for (const [, name = "", attributes = ""] of xml.matchAll(/<([A-Z]\w*)([^>]*)>/g))
    for (const [, attribute = ""] of attributes.matchAll(/ (\w+)=/g))
      assert.ok(known[name]?.includes(attribute), `${attribute} of ${name}`);
});

test("it says where it is, so that a browser can renew it", () => {
  assert.match(xml, /rel="self" template="https:\/\/[^"]+\/opensearch\.xml"/);
});
