import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOf, sitePolicy } from "./site-policy.ts";

const policyOf = (files: Readonly<Record<string, string>>) =>
  sitePolicy({ files: Object.keys(files), read: (file) => Buffer.from(files[file] ?? ""), hasEditor: false });

const page = (policy: string) =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head></html>`;

test("the policy of a site is that of its pages, with the styles of its own drawings", () => {
  const files = {
    "index.html": page("default-src &#39;self&#39;; style-src 'self'"),
    "404.html": page("default-src 'self'; style-src 'self' 'sha256-b='"),
    "favicon.svg": "<svg><style>path{fill:red}</style></svg>",
    "images/theirs.svg": "<svg><style>* { }</style></svg>",
    "feed.xml": page("default-src *"),
  };
  assert.equal(
    policyOf(files),
    `default-src 'self'; style-src 'self' 'sha256-b=' '${hashOf("path{fill:red}")}'; frame-ancestors 'none'`,
  );
});

test("what looks like a policy in the text of a page is none", () => {
  const html = `<head></head><body><meta http-equiv="content-security-policy" content="default-src *"></body>`;
  assert.equal(policyOf({ "index.html": html }), "frame-ancestors 'none'");
});

test("beside an editing page the header has only what a page cannot say", () => {
  const files = { "index.html": page("default-src 'self'") };
  assert.equal(
    sitePolicy({ files: Object.keys(files), read: () => Buffer.from(files["index.html"]), hasEditor: true }),
    "frame-ancestors 'none'",
  );
});

test("a hash is the one that browsers compare with", () => {
  // The hash of nothing, as every browser writes it.
  assert.equal(hashOf(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});
