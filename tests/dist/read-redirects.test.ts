import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { addBase } from "../../src/lib/base-path.ts";
import { buildHostFiles } from "../../src/outputs/hosts/host-files.ts";
import type { Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import { aliasPath } from "../../src/schemas/fields.ts";
import { toText, withBothForms } from "./read-host-files.ts";
import { redirectReaders } from "./read-redirects.ts";

/** Signs that mean something to one of the syntaxes, and others. */
const signs = fc.constantFrom(..."ab1é旧🙂!$&'()+,;=@[]^`{}~-_.");
const alias = fc
  .array(fc.string({ unit: signs, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((parts) => aliasPath.safeParse(`/${parts.join("/")}/`))
  .filter(({ success }) => success)
  .map(({ data = "" }) => data);
const target = fc.stringMatching(/^[a-z0-9]{1,9}$/).map((slug) => `/topic/${slug}/`);
const table = fc.uniqueArray(fc.record({ from: alias, to: target }), { selector: ({ from }) => from, maxLength: 8 });

describe("the redirects that are written for any former addresses are read back", () => {
  for (const [file, read] of Object.entries(redirectReaders)) {
    test(`from ${file}`, async () => {
      await fc.assert(
        fc.asyncProperty(table, fc.constantFrom("/", "/catalog/"), async (paths, base) => {
          const redirects = paths
            .flatMap(({ from, to }) => [
              { from, to },
              { from: `/api/v1${from.slice(0, -1)}.json`, to: `/api/v1${to.slice(0, -1)}.json` },
              { from: `${from}*`, to: `${to}*` },
            ])
            .map(({ from, to }) => ({ from: addBase(base, from), to: addBase(base, to) }));
          const text = buildHostFiles("default-src 'self'", redirects, base).get(file) ?? "";
          const found = await read(text, base);
          assert.deepEqual(found.map(toText).sort(), redirects.flatMap(withBothForms).map(toText).sort());
        }),
      );
    });
  }
});

test("no former address adds a line or a block to a file", () => {
  const lines = (redirects: readonly Redirect[]) =>
    [...buildHostFiles("default-src 'self'", redirects)].map(([file, text]) => [file, text.split("\n").length]);
  fc.assert(
    fc.property(alias, (from) => {
      assert.deepEqual(lines([{ from, to: "/a/" }]), lines([{ from: "/plain/", to: "/a/" }]));
    }),
  );
});
