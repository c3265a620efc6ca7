import assert from "node:assert/strict";
import { before, test } from "node:test";
import sharp from "sharp";
import { socialImagesCheck } from "./check-social-images.ts";
import { countsIn, hidden, pageOf, SITE_URL, violationsIn } from "./testing.ts";

let socialImage = Buffer.alloc(0);
let photo = Buffer.alloc(0);
let healthy: Readonly<Record<string, string | Buffer>> = {};

before(async () => {
  socialImage = await picture(1200, 630).png().toBuffer();
  photo = await picture(1600, 900).jpeg().toBuffer();
  healthy = {
    "index.html": page("/"),
    "card.png": socialImage,
    "topic/a/index.html": page("/topic/a/"),
    "topic/a/card.png": socialImage,
    "news/b/index.html": page("/news/b/", { path: "/images/b.jpg", type: "image/jpeg", size: [1600, 900] }),
    "images/b.jpg": photo,
    "404.html": `<html lang="en"><head><meta name="robots" content="noindex"></head></html>`,
  };
});

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#fbfaf6" } });
}

interface Head {
  readonly path?: string;
  readonly type?: string;
  readonly size?: readonly [number, number];
  readonly alt?: string;
  /** Metadata to replace; undefined leaves one out. */
  readonly changes?: Readonly<Record<string, string | undefined>>;
}

function page(
  at: string,
  { path = `${at}card.png`, type = "image/png", size = [1200, 630], alt = "A title", changes = {} }: Head = {},
) {
  const url = new URL(path, SITE_URL).href;
  const names = {
    "og:image": url,
    "og:image:type": type,
    "og:image:width": String(size[0]),
    "og:image:height": String(size[1]),
    "og:image:alt": alt,
    "twitter:image": url,
    "twitter:image:alt": alt,
    ...changes,
  };
  const head = Object.entries(names)
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `<meta property="${name}" content="${content}">`);
  return pageOf(at, { head: head.join("") });
}

test("pages with social images or pictures of their own are fine, and all of them are looked at", async () => {
  assert.deepEqual(await violationsIn(socialImagesCheck, healthy), []);
  const { counts, short } = await countsIn(socialImagesCheck, healthy);
  assert.deepEqual(counts.slice(0, 2), [
    { what: "pages with a picture", count: 3, least: 3 },
    { what: "social images", count: 2, least: 2 },
  ]);
  assert.deepEqual(short, []);
});

test("stories with pictures of their own need no social images", async () => {
  const stories = Object.fromEntries(
    ["a", "b", "c"].map((slug) => [`news/${slug}/index.html`, pageOf(`/news/${slug}/`)]),
  );
  const { counts } = await countsIn(socialImagesCheck, { "index.html": pageOf("/"), "404.html": "", ...stories });
  assert.deepEqual(counts[1], { what: "social images", count: 0, least: 1 });
});

test("a site without social images is looked at too little", async () => {
  const { short } = await countsIn(socialImagesCheck, {
    "index.html": pageOf("/"),
    "about/index.html": pageOf("/about/"),
  });
  assert.deepEqual(short, [
    "only 0 pages with a picture, expected 1",
    "only 0 social images, expected 1",
    "only 0 bytes of the largest social image, expected 1000",
  ]);
});

async function broken(changes: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  return violationsIn(socialImagesCheck, { ...healthy, ...changes });
}

const TOPIC = "topic/a/index.html";
const IMAGE_FILE = "topic/a/card.png";

test("a page that names no picture", async () => {
  assert.deepEqual(await broken({ [TOPIC]: pageOf("/topic/a/") }), [
    "/topic/a/: names no picture",
    "topic/a/card.png: no page names this social image",
  ]);
});

test("a page that search engines leave out may do without, but not with a wrong one", async () => {
  assert.deepEqual(await broken({ "about/index.html": hidden(pageOf("/about/")) }), []);
  const wrong = hidden(page("/about/"));
  assert.deepEqual(await broken({ "about/index.html": wrong }), [
    `/about/: the picture ${SITE_URL}about/card.png is no file of this site`,
  ]);
});

for (const [why, address] of Object.entries({
  "is not there": `${SITE_URL}images/none.png`,
  "is of another site": "https://other.example/card.png",
  "is not absolute": "/topic/a/card.png",
})) {
  test(`a picture that ${why}`, async () => {
    const found = await broken({
      [TOPIC]: page("/topic/a/", { changes: { "og:image": address, "twitter:image": address } }),
    });
    assert.ok(found.includes(`/topic/a/: the picture ${address} is no file of this site`), found.join("\n"));
  });
}

test("a size or a type that is not the file's", async () => {
  const wrong = page("/news/b/", { path: "/images/b.jpg", type: "image/png", size: [1200, 630] });
  assert.deepEqual(await broken({ "news/b/index.html": wrong }), [
    "/news/b/: the picture has 1600x900 pixels but is declared with 1200x630",
    "/news/b/: the picture is image/jpeg and not what it is declared as",
  ]);
  const none = page("/topic/a/", { changes: { "og:image:width": undefined } });
  assert.deepEqual(await broken({ [TOPIC]: none }), [
    "/topic/a/: the picture has 1200x630 pixels but is declared with undefinedx630",
  ]);
});

test("a picture that is none, or of a type that networks refuse", async () => {
  for (const bytes of [Buffer.from("no picture"), await picture(1200, 630).webp().toBuffer()]) {
    const found = await broken({ [IMAGE_FILE]: bytes });
    assert.ok(found.includes("/topic/a/: the picture is neither PNG nor JPEG"), found.join("\n"));
    assert.ok(found.includes("topic/a/card.png: the social image is no PNG"));
  }
});

test("a picture without a text, and a head that says otherwise to Twitter", async () => {
  assert.deepEqual(await broken({ [TOPIC]: page("/topic/a/", { alt: " " }) }), [
    "/topic/a/: the picture has no text beside it",
  ]);
  const other = page("/topic/a/", { changes: { "twitter:image": undefined, "twitter:image:alt": "Other" } });
  assert.deepEqual(await broken({ [TOPIC]: other.replace("summary_large_image", "summary") }), [
    "/topic/a/: twitter:card is not summary_large_image",
    "/topic/a/: twitter:image is not og:image",
    "/topic/a/: twitter:image:alt is not og:image:alt",
  ]);
});

test("a social image of another size", async () => {
  const small = await picture(600, 315).png().toBuffer();
  assert.deepEqual(await broken({ [TOPIC]: page("/topic/a/", { size: [600, 315] }), [IMAGE_FILE]: small }), [
    "topic/a/card.png: the social image has 600x315 pixels, not 1200x630",
  ]);
});

test("a social image that is too heavy", async () => {
  const heavy = Buffer.concat([socialImage, Buffer.alloc(60_001 - socialImage.length)]);
  assert.deepEqual(await broken({ [IMAGE_FILE]: heavy }), [
    "topic/a/card.png: the social image has more than 60000 bytes",
  ]);
  assert.deepEqual(await broken({ [IMAGE_FILE]: heavy.subarray(0, 60_000) }), []);
});

test("a social image that no page names", async () => {
  assert.deepEqual(await broken({ "topic/gone/card.png": socialImage }), [
    "topic/gone/card.png: no page names this social image",
  ]);
});
