import assert from "node:assert/strict";
import { test } from "node:test";
import { findDuplicate, type Story } from "./duplicates.ts";

const KNOWN: readonly Story[] = [
  {
    file: "news/2024/a.md",
    url: "https://a.example/fhir?id=1",
    title: "Hospitals share records through FHIR",
    published: "2024-05-17",
  },
  { file: "news/2024/b.md", url: "https://b.example/updates", title: "October updates", published: "2024-10" },
];

const find = (story: Partial<Story>) =>
  findDuplicate(
    { url: "https://new.example/x", title: "Something else altogether", published: "2024-05-17", ...story },
    KNOWN,
  );

test("the same address is the same story, whatever it is called", () => {
  const found = find({ url: "http://www.a.example/fhir/?id=1#part" });
  assert.equal(found?.kind, "address");
  assert.equal(found?.of.file, "news/2024/a.md");
  assert.equal(find({ url: "https://a.example/fhir?id=2" }), undefined);
});

test("nearly the same title within a month is the same story", () => {
  for (const title of [
    "Hospitals share records through FHIR",
    "Hospitals Share Records Through ‘FHIR’",
    "Hospital shares records through FHIR",
  ]) {
    assert.equal(find({ title })?.kind, "title", title);
  }
  assert.match(find({ title: "Hospitals share records through FHIR" })?.reason ?? "", /same title/);
});

test("another subject, another number or another year is another story", () => {
  assert.equal(find({ title: "Hospitals share images through DICOM" }), undefined);
  assert.equal(find({ title: "Hospitals share records through FHIR 2" }), undefined);
  assert.equal(find({ title: "Hospitals share records through FHIR", published: "2025-05-17" }), undefined);
  assert.equal(find({ title: "October update", published: "2024-10-05" }), undefined);
});

test("a month stands for its days, and an unknown date for all", () => {
  const title = "Hospitals share records through FHIR";
  for (const published of ["2024-06", "2024-06-16", "2024", undefined])
    assert.ok(find({ title, published }), published);
  for (const published of ["2024-07", "2024-06-17", "2023"])
    assert.equal(find({ title, published }), undefined, published);
});
