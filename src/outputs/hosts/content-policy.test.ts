import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPagePolicy } from "../../views/content-policy.ts";
import { hashOf, headerPolicy, isDrawing } from "./content-policy.ts";

test("the header has the policy of pages, the styles of drawings, and what only a header can say", () => {
  const [red, blue] = ["path{fill:red}", "path{fill:blue}"];
  const drawings = [`<svg><style>${red}</style><style>${blue}</style></svg>`, "<svg/>"];
  const policy = headerPolicy({ drawings, hasEditor: false });
  const hashes = [red, blue].map((style) => `'${hashOf(style)}'`).sort();
  assert.equal(policy, `${buildPagePolicy()}; style-src 'self' ${hashes.join(" ")}; frame-ancestors 'none'`);
  const others = [`<svg><style>${blue}</style></svg>`, ...drawings].reverse();
  assert.equal(headerPolicy({ drawings: others, hasEditor: false }), policy, "order and repetition do not show");
});

test("without such a style the header has none", () => {
  assert.equal(
    headerPolicy({ drawings: ["<svg/>"], hasEditor: false }),
    `${buildPagePolicy()}; frame-ancestors 'none'`,
  );
});

test("beside an editing page the header has only what a page cannot say", () => {
  const drawings = ["<svg><style>path{fill:red}</style></svg>"];
  assert.equal(headerPolicy({ drawings, hasEditor: true }), "frame-ancestors 'none'");
});

test("pages and the header let scripts ask the search engine, and nothing else beside the site", () => {
  const engineAddress = "https://search.example.org/";
  assert.equal(
    buildPagePolicy(engineAddress),
    buildPagePolicy().replace("'self';", "'self'; connect-src 'self' https://search.example.org;"),
  );
  const header = headerPolicy({ drawings: [], hasEditor: false, engineAddress });
  assert.equal(header, `${buildPagePolicy(engineAddress)}; frame-ancestors 'none'`);
});

test("images of the content are no drawings of the site", () => {
  assert.deepEqual(["favicon.svg", "images/2026/theirs.svg", "index.html"].filter(isDrawing), ["favicon.svg"]);
});

test("a hash is the one that browsers compare with", () => {
  // The hash of nothing, as every browser writes it.
  assert.equal(hashOf(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});
