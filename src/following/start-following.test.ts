import assert from "node:assert/strict";
import { test } from "node:test";
import { KEY } from "./device.ts";
import { KEY as KEY_OF_PAGES } from "./start-following.ts";

test("every page looks for the document that the lists are kept in", () => {
  assert.equal(KEY_OF_PAGES, KEY);
});
