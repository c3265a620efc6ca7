import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createSite } from "../src/authoring/new/create-site.ts";

/** A site whose settings have all facts off. */
let site = "";

before(async () => {
  site = await mkdtemp(join(tmpdir(), "curalog-facts-off-"));
  await createSite(site);
});

after(() => rm(site, { recursive: true }));

/** What a program prints that runs in the folder of the site. */
function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: site, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

test("no shape of the data knows facts that are off, and no word of their field", () => {
  const modules = ["json-schema.ts", "csv.ts"].map((name) => join(import.meta.dirname, "../src/outputs/api", name));
  const [shapes, csv] = modules.map((path) => JSON.stringify(path));
  const told = run(
    "--eval",
    `const [{ toComponents }, { columns }] = await Promise.all([import(${shapes}), import(${csv})]);
     console.log(JSON.stringify([toComponents(), columns]));`,
  );
  assert.match(told, /"OfferingList".*"evidence"/);
  // The index has the address of `interfaces`, whoever knows them.
  assert.equal(told.match(/fhir|hl7|health|patient|clinical|\bonc\b|"certification|"interfaces\./gi), null);
});

test("a file of facts that are off is an error, and a command that would write one says why it does not", async () => {
  await mkdir(join(site, "content/facts/interfaces/fluid"), { recursive: true });
  for (const file of ["onc-products.json", "reported-addresses.json", "interfaces/fluid/smart.json"])
    await writeFile(join(site, "content/facts", file), "{}");
  const told = run(join(import.meta.dirname, "check.ts"));
  assert.deepEqual(
    [...told.matchAll(/^facts\/(\S+)\n.*'(facts\.\w+)' is off in curalog.config.yaml. Delete it, or set/gm)].map(
      ([, file, setting]) => [file, setting],
    ),
    [
      ["interfaces/fluid/smart.json", "facts.interfaces"],
      ["onc-products.json", "facts.onc"],
      ["reported-addresses.json", "facts.onc"],
    ],
  );
  assert.match(told, /3 errors/);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "import-onc.ts"), "list.json", "--as-of", "2026-01-01"],
    { cwd: site, encoding: "utf8" },
  );
  assert.notEqual(status, 0);
  assert.match(stderr, /'facts.onc' is off in curalog.config.yaml/);
});
