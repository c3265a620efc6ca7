import assert from "node:assert/strict";
import { test } from "node:test";
import { toFileAddress } from "./file-address.ts";

test("the address of a page on which GitHub shows a file becomes that of the file", () => {
  const page = "https://github.com/acme/docs/blob/HEAD/fhir/blob/metadata.json";
  assert.equal(toFileAddress(page), "https://raw.githubusercontent.com/acme/docs/HEAD/fhir/blob/metadata.json");
  for (const other of ["https://github.com/acme/docs", "https://acme.example/github.com/a/b/blob/c.json"])
    assert.equal(toFileAddress(other), other);
});
