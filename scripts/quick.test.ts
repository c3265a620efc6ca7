import assert from "node:assert/strict";
import { test } from "node:test";
import { findTests } from "../tests/reached-tests.ts";

const find = (...changed: string[]) => findTests(process.cwd(), changed);

test("a change reaches the tests that import it, however many files lie between", () => {
  const reached = find("src/search/engine/term-dictionary.ts");
  assert.ok(reached.includes("src/search/engine/term-dictionary.test.ts"));
  assert.ok(reached.includes("src/search/engine/engine.test.ts"));
  assert.ok(!reached.includes("src/lib/html.test.ts"));
});

test("a test, its snapshot and a file that it names reach that test", () => {
  assert.deepEqual(find("src/lib/html.test.ts"), ["src/lib/html.test.ts"]);
  assert.ok(find("src/lib/html.test.ts.snapshot").includes("src/lib/html.test.ts"));
  assert.ok(find(".github/ISSUE_TEMPLATE/submit-link.yml").includes("scripts/workflows.test.ts"));
});

test("packages and settings reach every test, and a file that nothing reads none", () => {
  assert.ok(find("package.json").length > 200);
  assert.deepEqual(find(`${"unread".repeat(2)}.txt`), []);
});
