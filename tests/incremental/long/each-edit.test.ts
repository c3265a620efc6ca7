/** The site after an edit of every kind is that of a clean build, to the byte; each edit is built and compared alone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { applyEdit, edits, PREPARATIONS } from "../edits.ts";
import { assertSame, buildBoth, createSandbox, mustBuild, type Sandbox } from "../sandbox.ts";
import { compareSites, digestSite, type SiteDigest } from "../site-digest.ts";

let sandbox: Sandbox;
let clean: SiteDigest = new Map();

before(async () => {
  sandbox = createSandbox(1);
  for (const kind of PREPARATIONS) await applyEdit(sandbox, kind);
  await mustBuild(sandbox);
  clean = digestSite(sandbox.dist);
});

after(() => sandbox.close());

for (const { kind } of edits) {
  test(`after an edit of: ${kind}`, async (t) => {
    t.diagnostic(await applyEdit(sandbox, kind));
    const last = clean;
    clean = await buildBoth(sandbox, "the edited site", t.diagnostic.bind(t));
    assert.ok(compareSites(last, clean).length > 0, "the edit changes nothing");
  });
}

test("with --force nothing is reused", async (t) => {
  await mustBuild(sandbox, ["--force"]);
  assertSame(sandbox, clean, "a forced build", t.diagnostic.bind(t));
});
