import assert from "node:assert/strict";
import { test } from "node:test";
import { getConfig } from "../../src/config/config.ts";
import { toJson } from "../../src/outputs/api/api-files.ts";
import { buildApiCatalog } from "../../src/outputs/api/linksets.ts";
import { sample } from "../../src/outputs/api/testing.ts";
import { buildApisJson } from "../../src/outputs/apis-json.ts";
import { apiSiteFiles, type SiteFiles } from "./api-testing.ts";
import { apiCatalogsCheck } from "./check-api-catalogs.ts";
import { countsIn, pageOf, SITE_URL, violationsIn } from "./testing.ts";

const CATALOG = ".well-known/api-catalog";
const INTERFACES = "api/v1/interfaces.linkset.json";
const APIS_JSON = "apis.json";

const toText = (document: object) => toJson(document).replaceAll(getConfig().siteUrl.href, SITE_URL.href);

const files: SiteFiles = {
  ...apiSiteFiles,
  [CATALOG]: toText(buildApiCatalog()),
  [APIS_JSON]: toText(buildApisJson(sample)),
  "index.html": pageOf("/"),
  "api/index.html": pageOf("/api/"),
  "apple-touch-icon.png": "",
};

/** What is wrong when one file reads otherwise. */
async function says(file: string, from: string | RegExp, to: string): Promise<string> {
  const text = files[file] ?? "";
  const changed = text.replace(from, to);
  assert.notEqual(changed, text);
  return (await violationsIn(apiCatalogsCheck, { ...files, [file]: changed })).join("\n");
}

test("nothing is wrong with the sample, and it was looked at", async () => {
  assert.deepEqual(await violationsIn(apiCatalogsCheck, files), []);
  const { counts, short } = await countsIn(apiCatalogsCheck, files);
  assert.deepEqual(short, []);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["18 addresses of ours", "3 interfaces of offerings"],
  );
});

test("a file that is missing is found, and too few addresses", async () => {
  for (const file of [CATALOG, INTERFACES, APIS_JSON]) {
    const { [file]: _, ...others } = files;
    assert.ok((await violationsIn(apiCatalogsCheck, others)).includes(`${file}: is missing`), file);
  }
  assert.deepEqual((await countsIn(apiCatalogsCheck, {})).short, ["only 0 addresses of ours, expected 10"]);
});

test("an address of ours that is no file is found, and one of another type than it says", async () => {
  assert.match(await says(CATALOG, "openapi.json", "swagger.json"), /api-catalog: \S+\/swagger\.json is no file/);
  assert.match(await says(CATALOG, "text/html", "text/plain"), /calls \S+\/api\/ text\/plain, and it is text\/html/);
  assert.match(await says(APIS_JSON, "/api/v1/openapi.json", "/gone.json"), /apis\.json: \S+\/gone\.json is no file/);
  assert.match(await says(APIS_JSON, /"baseURL": "[^"]+"/, `"baseURL": "${SITE_URL.href}api/v2/"`), /api\/v2\//);
  assert.match(await says(INTERFACES, "acme-cloud.json", "acme-gone.json"), /\S+\/acme-gone\.json is no file/);
});

test("an interface that is left out is found", async () => {
  assert.equal(
    await says(INTERFACES, '"anchor": "https://fhir.acme.example/r4"', '"anchor": "https://fhir.acme.example/r5"'),
    `${INTERFACES}: does not have https://fhir.acme.example/r4`,
  );
});

test("what the formats do not know is found", async () => {
  assert.match(await says(CATALOG, '"linkset"', '"links"'), /linkset: Invalid input/);
  assert.match(
    await says(CATALOG, '"item": [', '"item": [{ "href": "/api/" }, '),
    /linkset\.0\.item\.0\.href: Invalid/,
  );
  assert.match(await says(APIS_JSON, '"tags"', '"labels"'), /Unrecognized key: "labels"/);
  assert.match(await says(APIS_JSON, '"0.23"', '"0.14"'), /specificationVersion: Invalid/);
});
