import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { formatDiagnostics } from "../ingest/format-diagnostics.ts";
import { getVocabulary, readVocabulary } from "./vocabulary.ts";

/** A content folder with these files of a vocabulary. */
function makeContent(t: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "curalog-vocabulary-"));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "vocabulary"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "vocabulary", name), text);
  return root;
}

test("a term is a line, or a set of attributes; a missing list is empty", (t) => {
  const result = readVocabulary(
    makeContent(t, {
      "kinds.yaml":
        "registry: Container Registry\ntool:\n  label: Tool\n  slug: tools\n  schemaType: SoftwareSourceCode\n",
      "licences.yaml": "families:\n  open: {label: Open source, free: true}\nlicences:\n  Apache-2.0: open\n",
      "statuses.yaml": "sandbox: Sandbox\narchived: {label: Archived, toCome: Will be archived, ends: true}\n",
      "organization-types.yaml": "# None yet\n",
      "data-kinds.yaml": "metrics: Metrics\n",
      "api-styles.yaml": "REST: {label: Plain REST, slug: plain}\n",
      "synonyms.yaml": "same:\n  - [K8s, Kubernétes]\n",
      "tracking-parameters.yaml": "parameters: [REF]\n",
      "everyday-words.yaml": "words: [Release, Clústers]\n",
    }),
  );
  assert.ok(result.ok);
  const { kinds, standards, licences, licenceFamilies, statuses, organizationTypes, dataKinds, apiStyles, ...others } =
    result.value;
  assert.deepEqual(
    [kinds, licenceFamilies, licences, statuses, dataKinds, apiStyles].map((terms) => [...terms.entries()]),
    [
      [
        ["registry", { label: "Container Registry", slug: "registry", schemaType: "WebAPI" }],
        ["tool", { label: "Tool", slug: "tools", schemaType: "SoftwareSourceCode" }],
      ],
      [["open", { label: "Open source", slug: "open", free: true }]],
      [["Apache-2.0", { label: "Apache-2.0", slug: "apache-2-0", family: "open" }]],
      [
        ["sandbox", { label: "Sandbox", slug: "sandbox", ends: false }],
        ["archived", { label: "Archived", slug: "archived", toCome: "Will be archived", ends: true }],
      ],
      [["metrics", { label: "Metrics", slug: "metrics" }]],
      [["REST", { label: "Plain REST", slug: "plain" }]],
    ],
  );
  assert.deepEqual([standards.size, organizationTypes.size], [0, 0]);
  assert.deepEqual(others, {
    same: [["k8s", "kubernetes"]],
    looksFor: [],
    trackingParameters: new Set(["ref"]),
    everydayWords: ["release", "clusters"],
  });
});

test("a symbolic link is not followed", (t) => {
  const root = makeContent(t, {});
  symlinkSync(resolve("content/vocabulary/kinds.yaml"), join(root, "vocabulary/kinds.yaml"));
  const result = readVocabulary(root);
  assert.equal(result.ok && result.value.kinds.size, 0);
});

test("content from elsewhere without a vocabulary has that of the site", (t) => {
  const elsewhere = mkdtempSync(join(tmpdir(), "curalog-vocabulary-"));
  t.after(() => rmSync(elsewhere, { recursive: true }));
  const result = readVocabulary(elsewhere);
  assert.deepEqual(result.ok && result.value, getVocabulary());
});

test("what is wrong is told with its file and line, and what may be meant", (t) => {
  const result = readVocabulary(
    makeContent(t, {
      "kinds.yaml": "fhir-server: FHIR server\ntool:\n  lable: Tool\n  schemaType: WebApi\nempty:\nmany: [a]\n",
      "standards.yaml": "FHIR R4:\n  about: A standard.\n  home: hl7.org\n  declaredAs: fhir-r6\nSAML: A standard\n",
      "licences.yaml":
        "families:\n  open-source: {label: Open source, free: yes}\nlicences:\n  GPL-3.0: {label: GPL}\n",
      "statuses.yaml": "archived: {label: Archived, ends: true}\n",
      "organization-types.yaml": "press: {label: Press, role: editor, hosts: [.gov, 'ac.*']}\n",
      "synonyms.yaml":
        "same:\n  - [ehr, EHR]\n  - [alone]\n  - [one two three four five six seven, '?']\nlooksFor:\n  - typed: [pa]\n",
      "tracking-parameters.yaml": "parameters:\n  - utm=1\n  - 7\n",
      "everyday-words.yaml": "words:\n  - health care\n",
    }),
  );
  assert.ok(!result.ok);
  t.assert.snapshot(formatDiagnostics(result.diagnostics, 8));
});

test("what does not go together is told once each term is in order", (t) => {
  const result = readVocabulary(
    makeContent(t, {
      "kinds.yaml": "fhir-server: FHIR server\nFHIR Server: Server\n'!': Shout\nnot-stated: {label: None}\n",
      "licences.yaml":
        "families:\n  open-source: Open source\nlicences:\n  MIT: open-sorce\n  GPL-3.0: {family: free}\n",
      "synonyms.yaml":
        "same:\n  - [ehr, emr]\n  - [EMR, record]\nlooksFor:\n  - typed: [ehr]\n    wanted: [emr, saml]\n  - typed: [ehr]\n    wanted: [x]\n",
    }),
  );
  assert.ok(!result.ok);
  t.assert.snapshot(formatDiagnostics(result.diagnostics, 3));
});

test("no file says the same twice, and YAML that cannot be read is told", (t) => {
  const result = readVocabulary(makeContent(t, { "kinds.yaml": "a: A\na: B\n", "statuses.yaml": "- active\n" }));
  assert.ok(!result.ok);
  t.assert.snapshot(formatDiagnostics(result.diagnostics, 2));
});
