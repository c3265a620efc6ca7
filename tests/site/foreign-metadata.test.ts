/** What a source's page says of itself to search engines and networks is never said by ours: a verification code would hand our site to the source. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { getConfig } from "../../src/config.ts";
import { splitFrontMatter } from "../../src/ingest/front-matter.ts";
import { listFiles, listViolations, PLAUSIBLE_PAGES, siteFolder, type Violation } from "./site.ts";

const ARTICLE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";

/** Keys of the article's metadata whose values are the source's alone; titles and addresses are quoted, these never. */
const OWN_KEYS = /verification|msvalidate|robots|publisher|^fb|image$/;

/** Names under which pages hand such values on. */
const NAMES = ["google-site-verification", "msvalidate.01", "yandex-verification", "fb:app_id", "fb:admins"];

function foreignValues(): string[] {
  const article = splitFrontMatter(readFileSync(join(getConfig().contentRoot, ARTICLE), "utf8"));
  const fields: Record<string, Record<string, string | null>> = parse(article.fields);
  const metadata = ["htmlMetaData", "openGraphMetaData", "twitterMetaData"].flatMap((key) =>
    Object.entries(fields[key] ?? {}),
  );
  const own = metadata.flatMap(([key, value]) => (OWN_KEYS.test(key) && value !== null ? [value] : []));
  const tracker = /#\S+/.exec(fields["link"]?.["href"] ?? "")?.[0];
  return [...new Set([...own, ...(tracker ? [tracker] : [])])];
}

test("nothing of the source's own metadata is emitted", (t) => {
  const values = foreignValues();
  const files = listFiles(siteFolder);
  t.diagnostic(`${values.length} values and ${NAMES.length} names looked for in ${files.length} files`);
  assert.ok(values.length >= 5, `only ${values.length} values: ${values.join(", ")}`);
  assert.ok(files.length >= PLAUSIBLE_PAGES, `only ${files.length} files`);
  const violations: Violation[] = files.flatMap((where) => {
    const text = readFileSync(join(siteFolder, where), "latin1");
    return [...values, ...NAMES]
      .filter((words) => text.includes(words))
      .map((words) => ({ where, message: `holds ${words}` }));
  });
  assert.equal(violations.length, 0, listViolations(violations));
});
