import assert from "node:assert/strict";
import { test } from "node:test";
import { digestRoutes } from "./compile-site.ts";

type Modules = Readonly<Record<string, { readonly code: string; readonly imports?: readonly string[] }>>;

const MODULES: Modules = {
  "src/pages/one.astro": { code: "one", imports: ["src/views/shared.ts", "src/views/one.ts"] },
  "src/pages/two.astro": { code: "two in /project/src/pages", imports: ["src/views/shared.ts"] },
  "src/pages/two.astro?style": { code: "a {}" },
  "src/views/one.ts": { code: "view" },
  // In a circle with a module of a package.
  "src/views/shared.ts": { code: "shared", imports: ["node_modules/zod/index.js"] },
  "node_modules/zod/index.js": { code: "zod", imports: ["src/views/shared.ts"] },
};

function digests(changes: Modules = {}, project = "/project"): Readonly<Record<string, string>> {
  const modules = { ...MODULES, ...changes };
  const found = digestRoutes(
    project,
    Object.keys(modules).map((name) => `${project}/${name}`),
    (id) => {
      const module = modules[id.slice(project.length + 1)];
      if (!module) return null;
      const importedIds = (module.imports ?? []).map((name) => `${project}/${name}`);
      return { code: module.code.replaceAll("/project", project), importedIds, dynamicallyImportedIds: [] };
    },
  );
  return Object.fromEntries(found);
}

test("a route's digest covers what it imports, and nothing else", () => {
  const { "src/pages/one.astro": one, "src/pages/two.astro": two, ...others } = digests();
  assert.deepEqual(others, {});
  assert.notEqual(one, two);
  const afterView = digests({ "src/views/one.ts": { code: "another view" } });
  assert.notEqual(afterView["src/pages/one.astro"], one);
  assert.equal(afterView["src/pages/two.astro"], two);
  const afterPackage = digests({ "node_modules/zod/index.js": { code: "another zod" } });
  assert.notEqual(afterPackage["src/pages/one.astro"], one);
  assert.notEqual(afterPackage["src/pages/two.astro"], two);
});

test("it is the same however an asset is referred to", () => {
  const withAsset = (reference: string) =>
    digests({ "src/views/one.ts": { code: `export default import.meta.ROLLDOWN_FILE_URL_${reference}` } });
  assert.deepEqual(withAsset("WPGYjwIlzWVNM1bYhOc83w"), withAsset("VRAku6fj$-kApIISiBWPzg"));
});

test("it is the same in another folder, where the code names that folder", () => {
  assert.deepEqual(digests({}, "/another"), digests());
});
