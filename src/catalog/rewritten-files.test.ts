import assert from "node:assert/strict";
import { test } from "node:test";
import { Document, Scalar, visit } from "yaml";
import { randomFrom, shuffle } from "../../bench/random.ts";
import { getConfig } from "../config/config.ts";
import { parseContentFile } from "../ingest/front-matter.ts";
import { readFiles } from "../ingest/read-content.ts";
import { byText } from "../lib/order.ts";
import { findFileKind, isEntityKind } from "./file-kind.ts";
import { readEntry } from "./read-file.ts";

const EVERY = 9;
const styles = [Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE] as const;

test("quotes that an editor or a CMS adds or takes away, and another order of the keys, leave the entry the same", async (t) => {
  const files = (await readFiles(getConfig().contentRoot, "", ".md"))
    .filter(({ file }) => isEntityKind(findFileKind(file)))
    .filter((_, index) => index % EVERY === 0);
  let rewritten = 0;
  for (const { file, bytes } of files) {
    const kind = findFileKind(file);
    assert.ok(isEntityKind(kind), file);
    const parsed = parseContentFile(bytes, file);
    assert.ok(parsed.ok, file);
    const { data, body } = parsed.value;
    const { entry } = readEntry(kind, { file, bytes });
    for (const [seed, style] of styles.entries()) {
      const keys = shuffle(randomFrom(seed), Object.keys(data).sort(byText));
      const document = new Document(Object.fromEntries(keys.map((key) => [key, data[key]])));
      visit(document, {
        Scalar: (key, node) => {
          // Plain is what the library quotes where it must: a date is left bare.
          if (key !== "key" && typeof node.value === "string") node.type = style;
        },
      });
      const text = `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
      const again = readEntry(kind, { file, bytes: new TextEncoder().encode(text) });
      assert.deepEqual(again.entry?.data, entry?.data, `${file}, ${style}`);
      rewritten += 1;
    }
  }
  t.diagnostic(`${rewritten} rewritten files of ${files.length}`);
  assert.ok(files.length > 100);
});
