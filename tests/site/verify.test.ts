/** The checks of a built site find nothing wrong with one that has little in it, many former addresses, or a base. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

async function assertNothingWrong(url: URL): Promise<void> {
  const built = buildCopy(project, { CURALOG_URL: url.href });
  assert.equal(built.status, 0, built.said);
  const report = await verifySite(readSite(join(project, "dist"), url), 10);
  assert.equal(violationCount(report), 0, formatVerification(report));
}

test("one story, and more former addresses of each kind than pages, below the root of a domain", async () => {
  const folders = { news: "news/2026", topic: "topics", offering: "offerings", organization: "organizations" };
  for (const [kind, folder] of Object.entries(folders)) {
    for (const name of readdirSync(join(project, "content", folder))) {
      const file = join(project, "content", folder, name);
      const aliases = Array.from({ length: 20 }, (_, index) => `/${kind}/old-${index}/`);
      const text = readFileSync(file, "utf8").replace(/^aliases: .*\n/m, "");
      writeFileSync(file, text.replace("---\n", `---\naliases: [${aliases.join(", ")}]\n`));
    }
  }
  await assertNothingWrong(new URL("https://example.org/catalog/"));
});

test("topics alone: no story, no author, no offering, no organization, no facts, no former address", async () => {
  for (const folder of ["news", "offerings", "organizations", "facts"])
    rmSync(join(project, "content", folder), { recursive: true });
  const topic = join(project, "content/topics/hl7-fhir.md");
  writeFileSync(topic, readFileSync(topic, "utf8").replace(/^aliases: .*\n/m, ""));
  await assertNothingWrong(getConfig().siteUrl);
});
