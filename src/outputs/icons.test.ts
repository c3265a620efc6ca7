import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { getColours } from "../config/settings.ts";
import { type Icon, icons, renderFavicon, renderIcon, toIco } from "./icons.ts";

/** Red, green, blue and opacity at a place in hundredths of the icon. */
async function pixel(png: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor((y / 100) * info.height) * info.width + Math.floor((x / 100) * info.width)) * 4;
  return `#${data.subarray(at, at + 4).toString("hex")}`;
}

for (const [name, icon] of Object.entries<Icon>(icons)) {
  test(`${name}: a PNG of its size, the tab in the accent, the corner as it should be`, async () => {
    const png = await renderIcon(icon);
    const { format, width, height } = await sharp(png).metadata();
    assert.deepEqual([format, width, height], ["png", icon.size, icon.size]);
    assert.equal(await pixel(png, 50, 50 - 30 * icon.scale), `${getColours().accent}ff`);
    assert.match(await pixel(png, 1, 1), icon.hasGround ? new RegExp(`^${getColours().paper}ff$`) : /00$/);
    assert.ok((await renderIcon(icon)).equals(png), "not the same twice");
  });
}

test("the maskable icon keeps its drawing within the circle that is never cut off", async () => {
  const { size } = icons.maskable;
  const { data, info } = await sharp(await renderIcon(icons.maskable))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let farthest = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = (y * size + x) * info.channels;
      const isDrawn = (data[at] ?? 255) < 128;
      if (isDrawn) farthest = Math.max(farthest, Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2));
    }
  assert.ok(farthest > size * 0.3 && farthest <= size * 0.4, `${farthest}`);
});

test("the favicon holds 16 and 32 pixels, where its table says", async () => {
  const ico = await renderFavicon();
  assert.deepEqual([...ico.subarray(0, 6)], [0, 0, 1, 0, 2, 0]);
  for (const [index, size] of [16, 32].entries()) {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(start, start + ico.readUInt32LE(entry + 8));
    const { format, width } = await sharp(png).metadata();
    assert.deepEqual([ico.readUInt8(entry), format, width], [size, "png", size]);
  }
});

test("256 pixels are written as 0, as the format wants", () => {
  assert.equal(toIco([{ size: 256, png: Buffer.from("x") }]).readUInt8(6), 0);
});
