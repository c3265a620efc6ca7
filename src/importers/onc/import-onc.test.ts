import assert from "node:assert/strict";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { ONC_FACTS_FILE } from "../../catalog/file-kind.ts";
import { loadCatalog } from "../../catalog/load-content.ts";
import { addContent, hashesIn, writeContent } from "../../catalog/testing.ts";
import { InputError } from "../../cli/command.ts";
import { formatOncReport, importOnc } from "./import-onc.ts";
import { AS_OF, listing, listWith } from "./testing.ts";

const ALPHA_1 = listing({ version: "1.0" });
const ALPHA_2 = listing({ version: "2.0", certificationDate: "2023-01-01" });
const BETA = listing({ product: "Beta EHR", developer: "Beta LLC" });
const LIST = listWith(ALPHA_1, ALPHA_2, BETA);
const COUNTS = "3 versions of 2 products by 2 developers, as of 2024-04-25";

/** What a person wrote about these products, in ways that no stub is written. */
const CURATED = {
  "organizations/the-alphas.md":
    "---\r\nname: Alpha\r\ntype: vendor\r\nalsoKnownAs: ['Alpha, Inc.']\r\n---\r\nWords.\r\n",
  "offerings/alpha-suite.md":
    "---\nname: Alpha Suite\nvendor: the-alphas\nkind: certified-health-it\noncProducts: [Alpha EHR]\n---\nMore words.",
  "organizations/beta.md": "---\nname: Beta\nlegalName: Beta LLC\ntype: vendor\n---\n",
  "offerings/beta-ehr.md": "---\nname: Beta EHR, by hand\nvendor: beta\nkind: certified-health-it\n---\n",
};

interface Given {
  /** The list as JSON, or the bytes of its file. */
  readonly list?: unknown;
  readonly asOf?: string;
  readonly isDryRun?: boolean;
}

/** A content folder with these files, and the import into it. */
async function createContext(t: TestContext, files: Readonly<Record<string, string>> = {}) {
  const contentRoot = await writeContent(t, files);
  const folder = dirname(contentRoot);
  const file = join(folder, "list.json");
  const write = (name: string, text: string) => addContent(contentRoot, { [name]: text });
  const run = async ({ list = LIST, asOf = AS_OF, isDryRun = false }: Given = {}) => {
    await writeFile(file, list instanceof Uint8Array ? list : JSON.stringify(list));
    return formatOncReport(await importOnc({ file, asOf, contentRoot, buildDate: "2026-11-22", isDryRun })).split("\n");
  };
  return { folder, contentRoot, file, write, run, hashes: () => hashesIn(contentRoot) };
}

describe("an import", () => {
  test("writes the facts and the stubs, and a second one changes nothing", async (t) => {
    const { run, hashes } = await createContext(t);
    assert.deepEqual(await run(), [
      COUNTS,
      "facts/onc-products.json: written",
      "Stubs written: 2 offerings, 2 organizations",
      "No notices",
    ]);
    const first = await hashes();
    assert.deepEqual(Object.keys(first), [
      "facts/onc-products.json",
      "offerings/alpha-ehr.md",
      "offerings/beta-ehr.md",
      "organizations/alpha-inc.md",
      "organizations/beta-llc.md",
    ]);
    assert.deepEqual(await run(), [
      COUNTS,
      "facts/onc-products.json: unchanged",
      "Stubs written: 0 offerings, 0 organizations",
      "No notices",
    ]);
    assert.deepEqual(await hashes(), first);
  });

  test("writes what the site reads without a complaint", async (t) => {
    const { run, folder, contentRoot } = await createContext(t);
    await run();
    const { result, diagnostics, filesChecked } = await loadCatalog({
      contentRoot,
      imageRoot: join(folder, "no-images"),
      documentRoot: join(folder, "no-documents"),
      buildDate: "2026-11-22",
    });
    assert.ok(result.ok);
    assert.deepEqual(diagnostics, []);
    assert.equal(filesChecked, 5);
  });

  test("of a newer list replaces the facts, adds what is new and leaves the stubs of before", async (t) => {
    const { run, hashes } = await createContext(t);
    await run();
    const before = await hashes();
    const list = listWith(ALPHA_2, BETA, listing({ product: "Gamma EHR" }));
    assert.deepEqual(await run({ list, asOf: "2024-05-25" }), [
      "3 versions of 3 products by 2 developers, as of 2024-05-25",
      "facts/onc-products.json: written",
      "Stubs written: 1 offering, 0 organizations",
      "No notices",
    ]);
    const { [ONC_FACTS_FILE]: facts, "offerings/gamma-ehr.md": added, ...rest } = await hashes();
    const { [ONC_FACTS_FILE]: factsBefore, ...restBefore } = before;
    assert.ok(added);
    assert.notEqual(facts, factsBefore);
    assert.deepEqual(rest, restBefore);
  });

  test("never touches a curated file, and asks where it may be the offering of a product", async (t) => {
    const { run, hashes } = await createContext(t, CURATED);
    const before = await hashes();
    for (const asOf of ["2024-04-25", "2024-05-25"]) {
      assert.deepEqual((await run({ asOf })).slice(1), [
        "facts/onc-products.json: written",
        "Stubs written: 0 offerings, 0 organizations",
        "1 notice:",
        "  The product 'Beta EHR' has no offering, but the offering 'beta-ehr' by the same vendor exists: add the product to its oncProducts if they are one",
      ]);
      const { [ONC_FACTS_FILE]: facts, ...rest } = await hashes();
      assert.ok(facts);
      assert.deepEqual(rest, before);
    }
  });

  test("leaves what stands in the place of a stub without being read as content", async (t) => {
    const { run, hashes, folder, contentRoot } = await createContext(t);
    const elsewhere = join(folder, "elsewhere.md");
    await writeFile(elsewhere, "Words.");
    await mkdir(join(contentRoot, "offerings"));
    await symlink(elsewhere, join(contentRoot, "offerings/alpha-ehr.md"));
    const before = await hashes();
    assert.deepEqual((await run()).slice(2), [
      "Stubs written: 1 offering, 2 organizations",
      "1 notice:",
      "  offerings/alpha-ehr.md exists and was left as it is",
    ]);
    const after = await hashes();
    assert.equal(after["offerings/alpha-ehr.md"], before["offerings/alpha-ehr.md"]);
    assert.equal(await readFile(elsewhere, "utf8"), "Words.");
  });

  test("on trial writes nothing and says what it would write", async (t) => {
    const { run, hashes } = await createContext(t, CURATED);
    const before = await hashes();
    const list = listWith(ALPHA_1, listing({ product: "Gamma EHR", developer: "Gamma" }));
    assert.deepEqual(await run({ list, isDryRun: true }), [
      "2 versions of 2 products by 2 developers, as of 2024-04-25",
      "facts/onc-products.json: would be written",
      "Stubs would be written: 1 offering, 1 organization",
      "No notices",
    ]);
    assert.deepEqual(await hashes(), before);
  });
});

describe("bad input leaves everything as it was", () => {
  const other = listing({ product: "Gamma EHR", developer: "Gamma" });
  const lists: Readonly<Record<string, readonly [list: unknown, message: RegExp]>> = {
    "a list with a problem": [
      listWith(other, { ...other, product: "Delta", chplId: "7", chplProductNumber: "15.9" }),
      /list\.json is not a list that can be imported:\n {2}products\[1\] 'Delta': chplId must be a number$/,
    ],
    "a list with many problems": [
      listWith(...Array.from({ length: 25 }, () => listing({ version: undefined }))),
      /products\[19\] 'Alpha EHR': version is missing\n {2}and 5 more problems$/,
    ],
    "a text that is no JSON": [Buffer.from("{"), /list\.json is not valid JSON: /],
    "bytes that are no UTF-8": [
      Buffer.from(JSON.stringify(listWith({ ...other, product: "Caf\u00e9" })), "latin1"),
      /list\.json is not valid JSON: /,
    ],
  };
  for (const [name, [list, message]] of Object.entries(lists)) {
    test(name, async (t) => {
      const { run, hashes } = await createContext(t, CURATED);
      await run();
      const before = await hashes();
      await assert.rejects(run({ list }), (error) => error instanceof InputError && message.test(error.message));
      assert.deepEqual(await hashes(), before);
    });
  }

  test("a list that is not there", async (t) => {
    const { folder, contentRoot, hashes } = await createContext(t, CURATED);
    const before = await hashes();
    const file = join(folder, "no-such-list.json");
    await assert.rejects(
      importOnc({ file, asOf: AS_OF, contentRoot, buildDate: "2026-11-22", isDryRun: false }),
      (error) => error instanceof InputError && error.message.startsWith(`${file} cannot be read: `),
    );
    assert.deepEqual(await hashes(), before);
  });

  test("a content file that cannot be read, for it may be the offering of a product", async (t) => {
    const { run, write, hashes } = await createContext(t, CURATED);
    await write("offerings/broken.md", "---\nname: a\nname: b\n---\n");
    const before = await hashes();
    await assert.rejects(run({ list: listWith(other) }), (error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, /^offerings\/broken\.md\n {2}3:1 {2}error /);
      assert.match(error.message, /\n\n5 files checked: 1 error, 0 warnings\n\nNothing was imported: /);
      return true;
    });
    assert.deepEqual(await hashes(), before);
  });

  test("a content folder that is not there, or is a file", async (t) => {
    const { folder, file, run } = await createContext(t);
    await run();
    const before = await hashesIn(folder);
    for (const contentRoot of [join(folder, "no-such-folder"), file]) {
      await assert.rejects(
        importOnc({ file, asOf: AS_OF, contentRoot, buildDate: "2026-11-22", isDryRun: false }),
        new InputError(`There is no content folder ${contentRoot}`),
      );
    }
    assert.deepEqual(await hashesIn(folder), before);
  });
});
