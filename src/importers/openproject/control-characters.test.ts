import assert from "node:assert/strict";
import { test } from "node:test";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { formatReport } from "./format-report.ts";
import { createSandbox, item, startFake } from "./testing.ts";

test("texts with control characters make a file that can be read, and the run says what became of them", async (t) => {
  const fake = await startFake(t);
  const [plain] = [item(1)];
  fake.packages = [
    item(1, {
      subject: "Ho\u0007spital\u0092s book",
      raw: "It\u0092s &#147;new&#148;.\u0000 Caf\uFFFD \ud83d.",
      custom: {
        ...plain.custom,
        Author: "Jane O\u0092Dea",
        Summary: { format: "markdown", raw: "A \u0096 b", html: "" },
        "Open Graph Meta Data": {
          format: "markdown",
          raw: String.raw`{"og\u0007type":"it\u0092s","n":[1,"\ufffe"]}`,
          html: "",
        },
      },
    }),
  ];
  const sandbox = await createSandbox(t, fake);
  const report = await sandbox.run();
  const [outcome] = report.outcomes;
  assert.deepEqual([outcome?.outcome, outcome?.message], ["new", undefined]);
  const file = outcome?.file ?? "";
  assert.match(file, /hospital-s-book\.md$/);
  const parsed = parseContentFile(new TextEncoder().encode(await sandbox.read(file)), file);
  assert.ok(parsed.ok);
  const { title, description, summary, author, openGraphMetaData } = parsed.value.data;
  assert.deepEqual(
    { title, description, summary, author, openGraphMetaData, body: parsed.value.body.trim() },
    {
      title: "Hospital’s book",
      description: "It’s “new”. Caf .",
      summary: "A – b",
      author: ["Jane O’Dea"],
      openGraphMetaData: { ogtype: "it’s", n: [1, ""] },
      body: "It’s “new”. Caf .",
    },
  );
  const notes = outcome?.notes ?? [];
  assert.match(notes.find((note) => note.startsWith("U+0092")) ?? "", /^U\+0092 became '’' in the body, .*'title'/);
  assert.match(notes.find((note) => note.startsWith("U+0007")) ?? "", /^U\+0007 was left out in .*'title'/);
  assert.ok(notes.includes("U+FFFD was left out in the body"), notes.join("\n"));
  for (const note of notes) assert.ok(formatReport(report).includes(`\n             ${note}\n`));

  const [again] = (await sandbox.run({ isAll: true })).outcomes;
  assert.deepEqual([again?.outcome, again?.notes], ["unchanged", undefined]);
});
