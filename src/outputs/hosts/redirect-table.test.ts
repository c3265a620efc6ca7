import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { aliasPath } from "../../schemas/fields.ts";
import { hostFileNames } from "./host-file-names.ts";
import { redirectTable, toRequestPath } from "./redirect-table.ts";

test("the table has every alias of the catalog with the address of its page", () => {
  const catalog = catalogOf(
    healthy({ "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\naliases: [/old/café/, /older]" }),
  );
  assert.deepEqual(redirectTable(catalog), [
    { from: "/old/café/", to: "/topic/hl7-fhir/" },
    { from: "/older/", to: "/topic/hl7-fhir/" },
  ]);
});

test("paths are asked for as a browser asks", () => {
  assert.equal(toRequestPath("/café/a&b;c'(d)/[x]/{y}/"), "/caf%C3%A9/a&b;c'(d)/[x]/%7By%7D/");
});

test("no former address can lie where a file for hosts does, or below it", () => {
  for (const file of Object.values(hostFileNames))
    for (const path of [`/${file}/`, `/${file.toUpperCase()}/`, `/${file}/x/`])
      assert.equal(aliasPath.safeParse(path).success, false, path);
});
