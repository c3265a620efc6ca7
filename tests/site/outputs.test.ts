/** What docs/outputs.md shows is what was built. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { readSite } from "../../src/built-site/built-site.ts";
import { buildOutputsDoc, storySocialImage } from "../../src/codegen/outputs-doc.ts";
import { getConfig } from "../../src/config.ts";
import { siteFolder } from "./site.ts";

const docs = resolve(import.meta.dirname, "../../docs");

test("docs/outputs.md is cut out of the site; `npm run docs:outputs` writes it anew", () => {
  assert.equal(
    readFileSync(join(docs, "outputs.md"), "utf8"),
    buildOutputsDoc(readSite(siteFolder, getConfig().siteUrl)),
  );
});

test("its card is the one of the site", () => {
  assert.ok(readFileSync(join(docs, "outputs-card.png")).equals(readFileSync(join(siteFolder, storySocialImage))));
});
