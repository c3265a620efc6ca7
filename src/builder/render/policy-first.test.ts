import assert from "node:assert/strict";
import { test } from "node:test";
import { withPolicyFirst } from "./policy-first.ts";

const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
const page = (...head: string[]) => `<html><head>${head.join("")}</head></html>`;

test("the policy goes behind the encoding, and nothing else moves", () => {
  const link = '<link rel="stylesheet" href="/a.css">';
  const html = page('<meta charset="utf-8">', "<title>$& $1</title>", link, policy);
  assert.equal(withPolicyFirst(html), page('<meta charset="utf-8">', policy, "<title>$& $1</title>", link));
  assert.equal(withPolicyFirst(withPolicyFirst(html)), withPolicyFirst(html));
});

test("a page without a policy or without an encoding is left as it is", () => {
  for (const html of [page('<meta charset="utf-8">'), page(policy), ""]) assert.equal(withPolicyFirst(html), html);
});
