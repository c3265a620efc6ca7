import assert from "node:assert/strict";
import { before, test } from "node:test";
import sharp from "sharp";
import { toIco } from "../../src/outputs/icons.ts";
import { iconsCheck } from "./check-icons.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M0 0h32v32z"/></svg>';
const LINKS = [
  '<link rel="icon" href="/favicon.ico" sizes="32x32">',
  '<link rel="apple-touch-icon" href="/touch.png">',
  '<link rel="manifest" href="/site.webmanifest">',
];
const ICONS = [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" }));
const MANIFEST = { name: "The site", short_name: "Site", start_url: "/", icons: ICONS };

let healthy: Readonly<Record<string, string | Buffer>> = {};

before(async () => {
  healthy = {
    "index.html": pageOf("/", { head: LINKS.join("") }),
    "about/index.html": pageOf("/about/", { head: LINKS.join("") }),
    "favicon.ico": toIco([{ size: 32, png: await square(32) }]),
    "favicon.svg": SVG,
    "touch.png": await square(180),
    "icon-192.png": await square(192),
    "icon-512.png": await square(512),
    "site.webmanifest": JSON.stringify(MANIFEST),
  };
});

function square(size: number): Promise<Buffer> {
  return sharp({ create: { width: size, height: size, channels: 3, background: "#0b5d4e" } })
    .png()
    .toBuffer();
}

async function broken(changes: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  return violationsIn(iconsCheck, { ...healthy, ...changes });
}

function withManifest(changes: object): Promise<string[]> {
  return broken({ "site.webmanifest": JSON.stringify({ ...MANIFEST, ...changes }) });
}

test("a site with its icons is fine, and all of them are looked at", async () => {
  assert.deepEqual(await violationsIn(iconsCheck, healthy), []);
  assert.deepEqual(await countsIn(iconsCheck, healthy), {
    counts: [
      { what: "icon links", count: 8, least: 6 },
      { what: "icons of a manifest", count: 2, least: 2 },
    ],
    short: [],
  });
});

test("a site without icons is looked at too little, and each page lacks them", async () => {
  const bare = { "index.html": pageOf("/") };
  assert.deepEqual((await countsIn(iconsCheck, bare)).short, [
    "only 1 icon links, expected 3",
    "only 0 icons of a manifest, expected 2",
  ]);
  assert.deepEqual(await violationsIn(iconsCheck, bare), [
    "/: /favicon.svg is no file of this site",
    "/: no link of the relation apple-touch-icon",
    "/: no link of the relation manifest",
  ]);
});

test("one page that names none", async () => {
  const found = await broken({ "about/index.html": pageOf("/about/", { head: LINKS.slice(0, 2).join("") }) });
  assert.deepEqual(found, ["/about/: no link of the relation manifest"]);
});

test("an icon that is not there is reported for every page that names it", async () => {
  const { "touch.png": _, ...files } = healthy;
  assert.deepEqual(await violationsIn(iconsCheck, files), [
    "/: /touch.png is no file of this site",
    "/about/: /touch.png is no file of this site",
  ]);
});

test("an icon of another size, or that is none", async () => {
  assert.match((await broken({ "touch.png": await square(120) })).join(), /\/touch\.png has no 180x180/);
  assert.match((await broken({ "favicon.ico": toIco([{ size: 16, png: await square(16) }]) })).join(), /has no 32x32/);
  for (const file of ["favicon.ico", "favicon.svg", "touch.png"])
    assert.match((await broken({ [file]: "<p>no icon" })).join(), new RegExp(`/${file} is no icon`));
});

test("a manifest that is no JSON, or has no name, or starts nowhere", async () => {
  assert.deepEqual(await broken({ "site.webmanifest": "{" }), ["site.webmanifest: the manifest is no JSON"]);
  assert.deepEqual(await withManifest({ short_name: "" }), ["site.webmanifest: the manifest has no name"]);
  assert.deepEqual(await withManifest({ start_url: "/none/" }), [
    "site.webmanifest: the manifest starts at /none/, which is no page",
  ]);
});

test("icons of a manifest that are missing, of another size or type", async () => {
  assert.deepEqual(await withManifest({ icons: ICONS.slice(0, 1) }), [
    "site.webmanifest: the manifest has no icon of 512x512",
  ]);
  assert.deepEqual(await withManifest({ icons: [...ICONS, { ...ICONS[0], src: "/none.png" }] }), [
    "site.webmanifest: the icon /none.png is no file of this site",
  ]);
  assert.deepEqual(await broken({ "icon-192.png": await square(100) }), [
    "site.webmanifest: the icon /icon-192.png is 100x100 but declared as 192x192",
  ]);
  assert.deepEqual(await withManifest({ icons: [...ICONS, { ...ICONS[0], type: "image/webp" }] }), [
    "site.webmanifest: the icon /icon-192.png is declared as image/webp",
  ]);
});
