import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildNewsPage } from "./news-page.ts";
import { buildPage } from "./page.ts";
import { generatedImage, ownImage } from "./page-image.ts";
import { storySocialImage } from "./social-image.ts";
import { absoluteUrl } from "./urls.ts";

function storyWith(image: string, images = ["a.jpg", "a.png", "a.webp"]) {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ featuredImage: image }) }), { images });
  const [item] = catalog.news;
  assert.ok(item);
  return { catalog, item };
}

test("a page has the generated image beside it, and one without an address has none", () => {
  const page = { title: "A title", description: "What it is.", path: "/topic/a/" };
  assert.deepEqual(buildPage(page).head.image, {
    url: absoluteUrl("/topic/a/card.png"),
    width: 1200,
    height: 630,
    alt: "A title",
    type: "image/png",
  });
  assert.equal(buildPage({ ...page, path: undefined }).head.image, undefined);
});

test("a story whose image is large enough has that, and no generated one", () => {
  const { catalog, item } = storyWith("{ href: a.jpg, alt: 'A nurse', size: [1600, 900] }");
  const image = { url: absoluteUrl("/images/a.jpg"), width: 1600, height: 900, alt: "A nurse", type: "image/jpeg" };
  assert.deepEqual(buildNewsPage(catalog, item, "").head.image, image);
  assert.equal(storySocialImage(item), undefined);
  assert.equal(ownImage(storyWith("{ href: a.png, size: [600, 314] }").item)?.type, "image/png");
  assert.equal(ownImage(storyWith("{ href: a.png, size: [600, 314] }").item)?.alt, "A story");
});

for (const [why, image] of Object.entries({
  "too narrow": "{ href: a.jpg, size: [599, 900] }",
  "too low": "{ href: a.jpg, size: [900, 313] }",
  "of a size that nobody stated": "a.jpg",
  "of a type that networks refuse": "{ href: a.webp, size: [1600, 900] }",
  "not there": "{ href: b.jpg, size: [1600, 900] }",
})) {
  test(`a story whose image is ${why} has a generated one`, () => {
    const { catalog, item } = storyWith(image);
    assert.equal(ownImage(item), undefined);
    assert.equal(buildNewsPage(catalog, item, "").head.image?.url, absoluteUrl("/news/story/card.png"));
    assert.ok(storySocialImage(item));
  });
}

test("a text beside a picture is cut at a word where it is very long", () => {
  const { alt } = generatedImage("/", "many words ".repeat(90));
  assert.ok(alt.length <= 420 && alt.endsWith("words…"), alt);
});
