import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { MAX_IMAGE_BYTES, storeImage } from "./images.ts";

async function openFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** A picture with a red left half and a blue right one. */
function picture(width = 400, height = 300): Sharp {
  const left = { create: { width: Math.ceil(width / 2), height, channels: 3, background: "#f00" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#00f" } }).composite([
    { input: left, left: 0, top: 0 },
  ]);
}

async function pixel(file: string, left: number, top: number): Promise<number[]> {
  const at = await sharp(file).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...at].map((value) => Math.round(value / 64));
}

/** A PNG that says it has this many pixels and has next to none. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", new Uint8Array()),
  ]);
}

describe("an image is stored", () => {
  for (const format of ["jpeg", "png", "webp", "gif", "avif"] as const) {
    test(`from ${format}, as JPEG`, async (t) => {
      const folder = await openFolder(t);
      const stored = await storeImage(await picture().toFormat(format).toBuffer(), { folder, name: "a-picture" });
      assert.deepEqual(stored, { file: "a-picture.jpg", width: 400, height: 300 });
      assert.equal((await sharp(join(folder, stored.file)).metadata()).format, "jpeg");
      assert.deepEqual(await pixel(join(folder, stored.file), 10, 10), [4, 0, 0]);
      assert.deepEqual(await readdir(folder), ["a-picture.jpg"]);
    });
  }

  test("as PNG only where one can see through it", async (t) => {
    const folder = await openFolder(t);
    const clear = await sharp({ create: { width: 300, height: 300, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    assert.deepEqual(await storeImage(clear, { folder, name: "clear" }), {
      file: "clear.png",
      width: 300,
      height: 300,
    });
    const opaque = await picture().ensureAlpha().png().toBuffer();
    assert.equal((await storeImage(opaque, { folder, name: "opaque" })).file, "opaque.jpg");
  });

  test("no wider than a page, and no larger than it was", async (t) => {
    const folder = await openFolder(t);
    const wide = await storeImage(await picture(3200, 1000).png().toBuffer(), { folder, name: "wide" });
    assert.deepEqual(wide, { file: "wide.jpg", width: 1600, height: 500 });
    const small = await storeImage(await picture(200, 200).png().toBuffer(), { folder, name: "small" });
    assert.deepEqual(small, { file: "small.jpg", width: 200, height: 200 });
  });

  test("turned as its camera was held, and without where and by whom it was taken", async (t) => {
    const folder = await openFolder(t);
    const given = await picture()
      .withExif({
        IFD0: { Artist: "Jane Roe", Copyright: "a secret" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 3230/100" },
      })
      .withMetadata({ orientation: 6, icc: "p3" })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Jane Roe</x:xmpmeta>")
      .jpeg()
      .toBuffer();
    const before = await sharp(given).metadata();
    assert.ok(before.exif && before.icc && before.xmp && before.orientation === 6);

    const { file, width, height } = await storeImage(given, { folder, name: "turned" });
    assert.deepEqual([width, height], [300, 400]);
    assert.deepEqual(await pixel(join(folder, file), 150, 10), [4, 0, 0]);
    const bytes = await readFile(join(folder, file));
    const after = await sharp(bytes).metadata();
    for (const kind of ["exif", "icc", "iptc", "xmp", "orientation"] as const)
      assert.equal(after[kind], undefined, kind);
    for (const trace of ["Jane Roe", "secret", "Exif", "GPS"]) assert.ok(!bytes.includes(trace), trace);
  });

  test("with the same bytes each time, in place of what was there", async (t) => {
    const folder = await openFolder(t);
    const given = await picture(1800, 900).webp().toBuffer();
    const runs: Buffer[] = [];
    for (const name of ["first", "first", "second"]) {
      const { file } = await storeImage(given, { folder, name });
      runs.push(await readFile(join(folder, file)));
    }
    assert.deepEqual(runs[0], runs[1]);
    assert.deepEqual(runs[0], runs[2]);
    assert.deepEqual((await readdir(folder)).sort(), ["first.jpg", "second.jpg"]);
  });
});

describe("an image is refused, and nothing is written", () => {
  const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='400'><script>alert(1)</script></svg>";
  const cases: [
    name: string,
    bytes: () => Promise<Uint8Array> | Uint8Array,
    expected: { reason: string; message: RegExp },
  ][] = [
    [
      "a page",
      () => Buffer.from("<!doctype html><p>Not found"),
      { reason: "no-image", message: /no image that can be read/ },
    ],
    ["nothing", () => new Uint8Array(), { reason: "no-image", message: /no image/ }],
    ["SVG", () => Buffer.from(svg), { reason: "vector", message: /is an SVG\. .*save it as PNG/ }],
    ["SVG as XML", () => Buffer.from(`<?xml version="1.0"?>\n${svg}`), { reason: "vector", message: /SVG/ }],
    ["TIFF", () => picture().tiff().toBuffer(), { reason: "no-image", message: /format tiff is not taken/ }],
    [
      "a beginning and no more",
      () => Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      { reason: "no-image", message: /no image that can be read/ },
    ],
    ["half of a JPEG", async () => half(await noise().jpeg().toBuffer()), { reason: "no-image", message: /broken/ }],
    ["half of a PNG", async () => half(await noise().png().toBuffer()), { reason: "no-image", message: /broken/ }],
    ["a tracker", () => picture(1, 1).gif().toBuffer(), { reason: "too-small", message: /1 × 1 pixels/ }],
    ["an icon", () => picture(199, 400).png().toBuffer(), { reason: "too-small", message: /199 × 400 pixels/ }],
    ["a strip", () => picture(400, 199).png().toBuffer(), { reason: "too-small", message: /400 × 199 pixels/ }],
    ["a bomb", () => bomb(30_000, 30_000), { reason: "too-many-pixels", message: /30000 × 30000 pixels/ }],
    ["a long bomb", () => bomb(1_000_000, 300), { reason: "too-many-pixels", message: /pixels/ }],
    ["too many bytes", () => new Uint8Array(MAX_IMAGE_BYTES + 1), { reason: "too-large", message: /8000001 bytes/ }],
  ];
  for (const [name, bytes, expected] of cases) {
    test(name, async (t) => {
      const folder = await openFolder(t);
      await assert.rejects(async () => storeImage(await bytes(), { folder, name: "x" }), {
        name: "ImageError",
        ...expected,
      });
      assert.deepEqual(await readdir(folder), []);
    });
  }

  test("a name that is a path", async (t) => {
    const folder = await openFolder(t);
    const bytes = await picture().png().toBuffer();
    for (const name of ["../x", "a/b", "", ".hidden", "a.jpg", "A", "a--b", "a\\b", "a\0", "a\n"]) {
      await assert.rejects(storeImage(bytes, { folder: join(folder, "in"), name }), { reason: "bad-name" });
    }
    assert.deepEqual(await readdir(folder), []);
  });

  test("what cannot be put in place leaves nothing beside it", async (t) => {
    const folder = await openFolder(t);
    await mkdir(join(folder, "x.jpg/inside"), { recursive: true });
    await assert.rejects(storeImage(await picture().png().toBuffer(), { folder, name: "x" }));
    assert.deepEqual(await readdir(folder), ["x.jpg"]);
  });
});

/** Does not compress, so that half of the file is half of the picture. */
function noise(): Sharp {
  let seed = 1;
  const bytes = Uint8Array.from({ length: 300 * 300 * 3 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  });
  return sharp(bytes, { raw: { width: 300, height: 300, channels: 3 } });
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length / 2);
}
