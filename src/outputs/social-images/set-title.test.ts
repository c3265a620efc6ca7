import assert from "node:assert/strict";
import { test } from "node:test";
import { lineHeightOf, TEXT_WIDTH, titleSteps } from "./draw-image.ts";
import { type Measure, setTitle } from "./set-title.ts";
import { LONG_TITLE } from "./testing.ts";

/** As if each character were half as wide as the type is large. */
const measure: Measure = {
  height: async ({ text, size }) => linesOf(text, size) * size * lineHeightOf(text),
  width: async ({ text, size }) => text.length * size * 0.5,
};

function linesOf(text: string, size: number): number {
  const lines = text.split("\n").map((line) => Math.ceil((line.length * size * 0.5) / TEXT_WIDTH));
  return lines.reduce((sum, count) => sum + count, 0);
}

const [largest, , , , , smallest] = titleSteps;

test("a word has the largest size, a long title a smaller one", async () => {
  assert.deepEqual(await setTitle("FHIR", measure), { text: "FHIR", direction: "ltr", size: largest.size });
  const sizes = await Promise.all(
    [10, 30, 60, 100, 150, 200].map(async (n) => (await setTitle("a ".repeat(n / 2).trim(), measure)).size),
  );
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
  );
  assert.ok(new Set(sizes).size >= 4, sizes.join());
});

test("200 characters stand whole", async () => {
  assert.equal(LONG_TITLE.length, 200);
  assert.equal((await setTitle(LONG_TITLE, measure)).text, LONG_TITLE);
});

test("what fits at no size is cut at a word, at the smallest size, and fills its space", async () => {
  const text = `${LONG_TITLE}. ${LONG_TITLE}.`;
  const title = await setTitle(text, measure);
  assert.equal(title.size, smallest?.size);
  assert.match(title.text, /[a-z]…$/);
  assert.match(text, new RegExp(`^${title.text.slice(0, -1)}\\W`));
  assert.ok(title.text.length > 200, `${title.text.length}`);
});

test("one unbroken string is cut anywhere", async () => {
  const title = await setTitle("x".repeat(2000), measure);
  assert.match(title.text, /^x{200,}…$/);
});

test("a long word is set smaller rather than broken, in scripts that do not break anywhere", async () => {
  const word = "Gesundheitsdatenaustauschgesellschaft";
  const { size } = await setTitle(word, measure);
  assert.ok(size * word.length * 0.5 <= 1056 && size < 66, `${size}`);
  assert.equal((await setTitle(`${word} of ${word}`, measure)).size, size);
  assert.ok((await setTitle("well-connected-health-it-systems-here", measure)).size > size);
  assert.ok((await setTitle("医".repeat(word.length), measure)).size > size);
});

test("a title in which words run against it is broken into lines, with every word", async () => {
  const text = `FHIR: ${"ממשקי בריאות שונים ".repeat(6).trim()}`;
  const title = await setTitle(text, measure);
  assert.equal(title.direction, "ltr");
  assert.ok(title.text.includes("\n"), title.text);
  assert.equal(title.text.replaceAll("\n", " "), text);
  for (const line of title.text.split("\n")) assert.ok(line.length * title.size * 0.5 <= TEXT_WIDTH, line);
  const long = await setTitle(text.repeat(9), measure);
  assert.match(long.text, /…$/);
  assert.equal(long.text.split("\n").length, smallest?.lines);
});

test("a title that runs as its language does stays whole", async () => {
  const text = `FHIR: ${"ממשקי בריאות שונים ".repeat(6).trim()}`;
  const { text: whole, direction } = await setTitle(text, measure, "he");
  assert.deepEqual([whole, direction], [text, "rtl"]);
  assert.equal((await setTitle(LONG_TITLE, measure, "he")).direction, "ltr");
});

test("even where nothing fits it ends", async () => {
  assert.equal((await setTitle("too much", { ...measure, height: async () => 10_000 })).text.length, 1);
});
