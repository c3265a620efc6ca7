/** The built site of the whole content is, to the byte, what a clean build makes of it in another folder, time zone and language. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { getConfig } from "../../../src/config/config.ts";
import { buildCopy, copyProject, ELSEWHERE } from "../../project-copy.ts";
import { assertSameSite, digestSite } from "../site-digest.ts";

/** Fewer files than this and the build, not the test, is at fault; the real content makes nearly 8,000. */
const PLAUSIBLE_FILES = 5000;

test("a clean build elsewhere gives the same site", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "curalog-reproducible-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { contentRoot, siteFolder } = getConfig();
  const project = join(folder, "project");
  copyProject(project, { content: contentRoot });

  // The site itself says of which day and commit it is: the day may have changed since, and the copy has no commit.
  const { built, commit } = JSON.parse(readFileSync(join(siteFolder, "api/v1/index.json"), "utf8"));
  const settings = Object.entries(process.env).filter(([name]) => /^CURALOG_(?!CONTENT|DIST)/.test(name));
  const { status, said } = buildCopy(project, {
    ...Object.fromEntries(settings),
    CURALOG_BUILD_DATE: built,
    CURALOG_COMMIT: commit ?? "",
    ...ELSEWHERE,
  });
  assert.equal(status, 0, `the build failed: ${said}`);
  assertSameSite(digestSite(join(project, "dist")), digestSite(siteFolder), {
    what: "the site, if nothing was edited since it was built",
    least: PLAUSIBLE_FILES,
    say: t.diagnostic.bind(t),
  });
});
