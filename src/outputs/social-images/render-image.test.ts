import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import sharp from "sharp";
import type { SocialImageView } from "../../views/social-image.ts";
import { renderSocialImage, toDrawableView } from "./render-image.ts";
import { LONG_TITLE, titles } from "./testing.ts";

const MAX_BYTES = 60_000;

const view: SocialImageView = { section: "News", kicker: "FHIR", title: "A story", facts: ["acme.example", "2026"] };
const drawn = new Map<string, Buffer>();

before(async () => {
  for (const title of Object.values(titles)) drawn.set(title, await renderSocialImage({ ...view, title }));
});

for (const [script, title] of Object.entries(titles)) {
  describe(script, () => {
    test("the image is a PNG of 1200 by 630 pixels and at most 60 kB", async () => {
      const png = drawn.get(title) ?? Buffer.alloc(0);
      const { format, width, height } = await sharp(png).metadata();
      assert.deepEqual([format, width, height], ["png", 1200, 630]);
      assert.ok(png.length <= MAX_BYTES, `${png.length} bytes`);
    });

    // Boxes in place of missing glyphs are the same for all of them.
    test("letters have their own shapes", async () => {
      const [first = "", other = ""] = [...new Set(title.match(/[^\p{ASCII}\p{M}\p{P}\u200c]/gu) ?? title)];
      assert.notEqual(first, other);
      const [one, two] = await Promise.all(
        [first, other].map((letter) => renderSocialImage({ ...view, title: letter.repeat(3) })),
      );
      assert.ok(one && two && !one.equals(two), `${first} ${other}`);
    });
  });
}

test("the bytes do not depend on what was drawn before", async () => {
  for (const title of Object.values(titles).reverse())
    assert.ok((await renderSocialImage({ ...view, title })).equals(drawn.get(title) ?? Buffer.alloc(0)), title);
});

test("images drawn at once are those drawn one by one", async () => {
  const together = await Promise.all(Object.values(titles).map((title) => renderSocialImage({ ...view, title })));
  assert.deepEqual(together, [...drawn.values()]);
});

test("the fullest images stay within 60 kB", async () => {
  const dense = "醫療保健介面靈籲鬱麤龜齉驫鱻爨".repeat(30);
  for (const title of [LONG_TITLE, `${LONG_TITLE} ${LONG_TITLE}`, "W".repeat(500), dense]) {
    const png = await renderSocialImage({ ...view, title, badge: { label: "Will be renamed", tone: "warn" } });
    assert.ok(png.length <= MAX_BYTES, `${png.length} bytes`);
  }
});

test("a title that no font has gives way to the first fact, which is then not said twice", () => {
  const thai = { ...view, title: "สุขภาพ" };
  assert.deepEqual(toDrawableView(thai), { ...view, title: "acme.example", facts: ["2026"] });
  assert.equal(toDrawableView({ ...thai, facts: [] }).title, "Curalog");
});

test("no two words of a title run into each other, whichever way it and they run", async () => {
  const words = "ממשקי בריאות שונים בישראל".split(" ");
  const long = Array.from({ length: 12 }, (_, index) => words[index % words.length]).join(" ");
  for (const language of [undefined, "he", "en"]) {
    for (const title of [`FHIR: ${long}`, `${long} FHIR`, `The ministry says: ${long} in Israel`]) {
      const png = await renderSocialImage({ ...view, title, language });
      assert.equal(await countWords(png), title.split(" ").length, `${title} in ${language}`);
    }
  }
});

/** How many words the title of an image has, told by the white columns in each of its lines. */
async function countWords(png: Buffer): Promise<number> {
  const area = { left: 60, top: 205, width: 1080, height: 335 };
  const { data } = await sharp(png).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true });
  const isInk = (x: number, y: number) => (data[y * area.width + x] ?? 255) < 128;
  const rows = Array.from({ length: area.height }, (_, y) => y);
  const columns = Array.from({ length: area.width }, (_, x) => x);
  const lines = runsOf(
    rows.map((y) => columns.some((x) => isInk(x, y))),
    1,
  );
  const wordsOf = ([top, bottom]: Run) => {
    const inked = columns.map((x) => rows.slice(top, bottom).some((y) => isInk(x, y)));
    return runsOf(inked, SPACE).length;
  };
  return lines.reduce((sum, line) => sum + wordsOf(line), 0);
}

type Run = readonly [start: number, end: number];

/** Pixels that part words, and no letters, at the sizes of long titles. */
const SPACE = 11;

/** Where something is, through gaps of less than `gap`. */
function runsOf(filled: readonly boolean[], gap: number): Run[] {
  const runs: [number, number][] = [];
  for (const [index, isFilled] of filled.entries()) {
    const last = runs.at(-1);
    if (!isFilled) continue;
    if (last && index - last[1] < gap) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}

test("hostile texts are drawn as text", async () => {
  const title = '<img src="https://evil.example/x.png"> {{x}} & "quoted" \u202e\u0000';
  assert.equal(toDrawableView({ ...view, title }).title, '<img src="https://evil.example/x.png"> {{x}} & "quoted"');
  assert.ok((await renderSocialImage({ ...view, title, kicker: "<b>", facts: ["</script>"] })).length > 5000);
});
