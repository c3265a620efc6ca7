import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { readImages } from "./read-images.ts";

test("an image has the length and type of its file; what is missing or none is left out", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  const png = await sharp({ create: { width: 90, height: 30, channels: 3, background: "#0b5d4e" } })
    .png()
    .toBuffer();
  await mkdir(join(root, "2026"));
  // Named as what it is not.
  await writeFile(join(root, "2026/a.jpg"), png);
  await writeFile(join(root, "text.png"), "no image");
  const images = await readImages(root, ["2026/a.jpg", "text.png", "gone.png", "2026/a.jpg"]);
  assert.deepEqual([...images], [["2026/a.jpg", { length: png.length, type: "image/png" }]]);
});
