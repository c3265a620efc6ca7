import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { formatLastBuild, readLastBuild } from "./last-build.ts";

test("the day of the last build is what the data of the site states", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  assert.equal(await readLastBuild(folder), undefined);
  await mkdir(join(folder, "api/v1"), { recursive: true });
  await writeFile(join(folder, "api/v1/index.json"), '{"built":"2026-11-22","commit":null}');
  assert.equal(await readLastBuild(folder), "2026-11-22");
  await writeFile(join(folder, "api/v1/index.json"), '{"built":');
  assert.equal(await readLastBuild(folder), undefined);
});

test("a site older than a week is told", () => {
  assert.deepEqual(formatLastBuild(undefined, "2026-11-30"), []);
  assert.deepEqual(formatLastBuild("2026-11-23", "2026-11-30"), []);
  assert.deepEqual(formatLastBuild("2026-11-22", "2026-11-30"), [
    "The site here was built on 22 November 2026, 8 days ago. A build that fails leaves the last good site as it was: run npm run build, and look at what it says.",
  ]);
});
