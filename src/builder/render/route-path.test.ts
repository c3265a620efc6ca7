import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOfPath, pathOfRoute } from "./route-path.ts";

const still = (content: string) => ({ content, dynamic: false, spread: false });
const named = (content: string) => ({ content, dynamic: true, spread: false });
const rest = (name: string) => ({ content: `...${name}`, dynamic: true, spread: true });

test("a page stands in a folder of its own", () => {
  const route = { type: "page", segments: [[still("news")], [named("slug")]] } as const;
  const path = pathOfRoute({ ...route, segments: route.segments.map((parts) => [...parts]) }, { slug: "a-story" });
  assert.equal(path, "/news/a-story/");
  assert.equal(fileOfPath(path), "news/a-story/index.html");
});

test("the home page and the page for what is not there stand at the root", () => {
  assert.equal(fileOfPath(pathOfRoute({ type: "page", segments: [] }, {})), "index.html");
  assert.equal(fileOfPath(pathOfRoute({ type: "page", segments: [[still("404")]] }, {})), "404.html");
});

test("an endpoint is a file, and a rest that is absent takes its part with it", () => {
  const feed = { type: "endpoint" as const, segments: [[rest("page")], [still("feed.xml")]] };
  assert.equal(fileOfPath(pathOfRoute(feed, { page: undefined })), "feed.xml");
  assert.equal(fileOfPath(pathOfRoute(feed, { page: "topic/hl7-fhir" })), "topic/hl7-fhir/feed.xml");
  const icon = { type: "endpoint" as const, segments: [[named("icon"), still(".png")]] };
  assert.equal(pathOfRoute(icon, { icon: "touch" }), "/touch.png");
});

test("a name that is not Latin stays as it reads", () => {
  const route = { type: "page" as const, segments: [[rest("alias")]] };
  assert.equal(fileOfPath(pathOfRoute(route, { alias: "news/café/日本" })), "news/café/日本/index.html");
});
