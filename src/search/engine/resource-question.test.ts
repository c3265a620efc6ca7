import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../../lib/fold.ts";
import { record } from "../testing.ts";
import { createMemoryIndex } from "./memory-index.ts";
import { withoutQuestion } from "./resource-question.ts";

const index = createMemoryIndex([]);
index.add(
  [
    record("Account", { kind: "topic" }),
    ...["Appointment", "ExplanationOfBenefit", "MedicationRequest", "Patient"].map((title) =>
      record(title, { kind: "resource" }),
    ),
    record("Record", { kind: "news" }),
  ],
  "complete",
);
const left = async (query: string) => (await withoutQuestion(index, wordsOf(query))).join(" ");

test("of a question about a resource type its name is left, in the singular", async () => {
  for (const [query, name] of [
    ["who can write Appointment", "appointment"],
    ["Who writes appointments?", "appointment"],
    ["write appointment", "appointment"],
    ["FHIR Appointment resource", "appointment"],
    ["which servers support MedicationRequest", "medicationrequest"],
    ["search medication requests", "medication request"],
    ["which EHRs can update an explanation of benefit", "explanation of benefit"],
  ] as const)
    assert.equal(await left(query), name, query);
});

test("any other query is left whole", async () => {
  for (const query of [
    "",
    "who",
    "who can write",
    "resource",
    "patient api",
    "patient support",
    "who patient safety",
    "read patient record",
    "create account",
    "update records",
    "appointment scheduling",
  ])
    assert.equal(await left(query), query);
});
