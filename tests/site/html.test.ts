/** Every page of the built site is valid HTML. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";
import { listFiles, listViolations, PLAUSIBLE_PAGES, readSiteFile, siteFolder, type Violation } from "./site.ts";

const config: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // The printer's formatting, not the page's meaning; the compressor decides on it.
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // Titles and descriptions come from sources; views/page.ts cuts them, and search engines cut what is longer.
    "long-title": "off",
    // The CSP names hashes of own files; same-origin files need no integrity of their own.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};

test("every page is valid HTML", (t) => {
  const engine = new HtmlValidate(new StaticConfigLoader(config));
  const files = listFiles(siteFolder).filter((file) => file.endsWith(".html"));
  const violations = files.flatMap((file) => findViolations(engine, file));
  t.diagnostic(`${files.length} pages validated`);
  assert.ok(files.length >= PLAUSIBLE_PAGES, `only ${files.length} pages in ${siteFolder}`);
  assert.equal(violations.length, 0, listViolations(violations));
});

function findViolations(engine: HtmlValidate, file: string): Violation[] {
  const { results } = engine.validateStringSync(readSiteFile(file), file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, line, column }) => ({
      where: `${file}:${line}:${column}`,
      message: `${ruleId}: ${message} (${selector ?? "document"})`,
    })),
  );
}
