/** docs/outputs.md shows what was built. It is written from the site at its own address, so it is no check of any built site. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { readSite } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { buildOutputsDoc, storySocialImage } from "./outputs-doc.ts";

const { siteFolder, siteUrl } = getConfig();
const docs = resolve(import.meta.dirname, "../../docs");

test("docs/outputs.md is cut out of the site; `npm run docs:outputs` writes it anew", () => {
  assert.equal(readFileSync(join(docs, "outputs.md"), "utf8"), buildOutputsDoc(readSite(siteFolder, siteUrl)));
});

test("its social image is the one of the site", () => {
  assert.ok(readFileSync(join(docs, "outputs-card.png")).equals(readFileSync(join(siteFolder, storySocialImage))));
});
