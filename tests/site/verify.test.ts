/** The checks of a built site find nothing wrong with one that has next to nothing in it. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readSite } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { formatVerification, verifySite, violationCount } from "../dist/verify-dist.ts";
import { buildCopy, copyProject } from "../project-copy.ts";

const sandbox = mkdtempSync(join(tmpdir(), "curalog-verify-"));
after(() => rmSync(sandbox, { recursive: true }));
const project = join(sandbox, "project");
copyProject(project);

test("topics alone: no story, no author, no offering, no organization, no facts, no former address", async () => {
  for (const folder of ["news", "offerings", "organizations", "facts"])
    rmSync(join(project, "content", folder), { recursive: true });
  const topic = join(project, "content/topics/hl7-fhir.md");
  writeFileSync(topic, readFileSync(topic, "utf8").replace(/^aliases: .*\n/m, ""));
  const { siteUrl } = getConfig();
  const built = buildCopy(project, { CURALOG_URL: siteUrl.href });
  assert.equal(built.status, 0, built.said);
  const report = await verifySite(readSite(join(project, "dist"), siteUrl), 10);
  assert.equal(violationCount(report), 0, formatVerification(report));
});
