import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import type { SocialImageView } from "../../views/social-image.ts";
import { createImageCache } from "./image-cache.ts";

let folder = "";
let drawn: string[] = [];

beforeEach((t) => {
  folder = mkdtempSync(join(tmpdir(), "curalog-cards-"));
  drawn = [];
  if ("after" in t) t.after(() => rmSync(folder, { recursive: true, force: true }));
});

const view = (title: string): SocialImageView => ({ kicker: "FHIR", title, facts: [] });

function open(code = "code 1", where = folder) {
  const render = async ({ title }: SocialImageView) => {
    drawn.push(title);
    return Buffer.from(`picture of ${title}`);
  };
  return createImageCache(where, render, code);
}

function onlyFile(): string {
  const [file, other] = readdirSync(folder);
  assert.ok(file && !other, `${readdirSync(folder)}`);
  return join(folder, file);
}

test("a image is drawn once, by whoever asks", async () => {
  const first = await open().get(view("a"));
  assert.deepEqual(await open().get(view("a")), first);
  assert.equal(first.toString(), "picture of a");
  assert.deepEqual(drawn, ["a"]);
});

test("any other text, badge or code is another image", async () => {
  const badged = { ...view("a"), badge: { label: "Retired", tone: "stop" } } as const;
  const views = [view("a"), view("b"), badged, { ...view("a"), facts: ["x"] }, { ...view("a"), section: "News" }];
  for (const one of views) await open().get(one);
  assert.equal(drawn.length, views.length);
  await open("code 2").get(view("a"));
  assert.equal(drawn.length, views.length + 1);
});

for (const [violation, spoil] of Object.entries({
  "cut short": (file: string) => truncateSync(file, readFileSync(file).length - 1),
  empty: (file: string) => truncateSync(file, 0),
  "half a digest": (file: string) => truncateSync(file, 10),
  changed: (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, -1), Buffer.from("!")])),
})) {
  test(`a cached image that is ${violation} is drawn again and mended`, async () => {
    const good = await open().get(view("a"));
    spoil(onlyFile());
    assert.deepEqual(await open().get(view("a")), good);
    assert.deepEqual(drawn, ["a", "a"]);
    await open().get(view("a"));
    assert.equal(drawn.length, 2);
  });
}

test("images that are no longer wanted go, and what a killed build left with them", async () => {
  const cache = open();
  for (const title of ["a", "b", "c"]) await cache.get(view(title));
  writeFileSync(join(folder, ".half.card.new"), "half");
  await cache.prune([view("b"), view("never drawn")], 0);
  await cache.get(view("b"));
  assert.deepEqual(drawn, ["a", "b", "c"]);
  onlyFile();
});

test("the newest of other images stay, as many as are spare", async () => {
  const cache = open();
  for (const [index, title] of ["old", "wanted", "new"].entries()) {
    const before = new Set(readdirSync(folder));
    await cache.get(view(title));
    const [file = ""] = readdirSync(folder).filter((name) => !before.has(name));
    utimesSync(join(folder, file), 1000 + index, 1000 + index);
  }
  await cache.prune([view("wanted")], 1);
  drawn = [];
  for (const title of ["old", "wanted", "new"]) await cache.get(view(title));
  assert.deepEqual(drawn, ["old"]);
  await cache.prune([]);
  assert.equal(readdirSync(folder).length, 3, "thousands may stay");
});

test("a folder that cannot be written stops nothing, and one that is not there is empty", async () => {
  const blocked = join(folder, "file/cards");
  writeFileSync(join(folder, "file"), "");
  assert.equal((await open("code 1", blocked).get(view("a"))).toString(), "picture of a");
  await open("code 1", join(folder, "none")).prune([]);
});
