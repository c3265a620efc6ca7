import assert from "node:assert/strict";
import { test } from "node:test";
import { findNewsLayout, newsFolder } from "./news-folder.ts";

test("a story lies in the folder of its year, or of its month", () => {
  assert.equal(newsFolder("2026-05-17", "year"), "news/2026");
  assert.equal(newsFolder("2026-05-17", "month"), "news/2026/05");
});

test("a new story lies as those of its year do, and in a new year as those of the last one", () => {
  const files = ["news/2024/a.md", "news/2025/b.md", "news/2025/11/c.md", "offerings/2026/12/d.md"];
  assert.equal(findNewsLayout("2024-05-17", files), "year");
  assert.equal(findNewsLayout("2025-01-02", files), "month");
  assert.equal(findNewsLayout("2026-01-02", files), "month");
  assert.equal(findNewsLayout("2026-01-02", ["news/2023/11/a.md", "news/2024/b.md"]), "year");
  assert.equal(findNewsLayout("2026-01-02", []), "year");
});
