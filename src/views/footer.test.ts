import assert from "node:assert/strict";
import { test } from "node:test";
import { buildFooterLinks } from "./footer.ts";

test("the footer leads to how to propose a story where there is a repository to propose it in", () => {
  const hrefs = (repository: string | undefined) => buildFooterLinks({ repository }).map(({ href }) => href);
  assert.ok(hrefs("https://git.example/a").includes("/about/#propose"));
  assert.ok(!hrefs(undefined).includes("/about/#propose"));
  assert.ok(hrefs(undefined).includes("/about/#build"));
});
