import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readSettings } from "./settings.ts";

const SITE = `site:
  name: A
  tagline: a
  description: A catalog.
  address: https://a.example/catalog/
  language: de
  locale: de-AT
  licence: { name: CC0, url: https://a.example/ }
words: { subject: bees, headline: Bees }
`;

function read(t: TestContext, text: string) {
  const folder = mkdtempSync(join(tmpdir(), "curalog-settings-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "curalog.config.yaml");
  writeFileSync(file, text);
  return readSettings(file);
}

test("a site need not say more than what it is", (t) => {
  const settings = read(t, SITE);
  assert.equal(settings.theme.light.paper, "#fbfaf6");
  assert.deepEqual(settings.policies, { indexing: "always", newsSitemap: false, required: [] });
  assert.ok(Object.isFrozen(settings.theme.light));
});

test("what is wrong is told with its place", (t) => {
  const broken = [
    `${SITE}them:\n  light: {}\n`,
    `${SITE}theme:\n  light:\n    accent: "#aabbcc"\n    ink: black\n`,
    `${SITE}theme:\n  fonts:\n    heading: ../bitter\n`,
    `${SITE}customCss: ../../etc/passwd.css\ncomponents:\n  Footer: footer.astro\n  header: custom/Header.astro\n`,
    SITE.replace("/catalog/", "/catalog").replace("de-AT", "Austria").replace("language: de", "language:"),
    `${SITE}policies:\n  indexing: never\n  newsSitemap: sometimes\n`,
    `${SITE}sections: { news: off, digest: off, offerings: off, compare: off }\n`,
  ].map((text) => {
    try {
      read(t, text);
      return "nothing";
    } catch (error) {
      return String(error).split("\n");
    }
  });
  t.assert.snapshot(broken);
});
