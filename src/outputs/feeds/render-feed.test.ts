import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseFeed } from "feedsmith";
import { readXml, type XmlElement } from "../../../tests/dist/read-xml.ts";
import { feedFormatKeys } from "../../vocab/feed-format.ts";
import { renderFeed } from "./render-feed.ts";
import { feedOf, STYLE, withItem } from "./testing.ts";

const feed = feedOf();

/** Every element name with its depth, so that nothing written into a text can add to it. */
function shapeOf(element: XmlElement, depth = 0): string[] {
  return [`${depth} ${element.name}`, ...element.children.flatMap((child) => shapeOf(child, depth + 1))];
}

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("<", ">", "&", "]]>", "<![CDATA[", "<!--", '"', "'", "\u0000", "\uFFFE", "a", "</title>"),
  }),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

for (const format of ["rss", "atom"] as const)
  test(`${format} is well formed and keeps its shape whatever stands in its texts`, () => {
    const shape = shapeOf(readXml(renderFeed(format, feed, STYLE)));
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const image = feed.items[0]?.image;
        const changes = {
          ...{ title: `x${title}`, teaser: `x${text}`, summary: text },
          ...(image && { image: { ...image, alt: text } }),
        };
        const xml = renderFeed(format, { ...withItem(feed, changes), title, description: `x${text}` }, STYLE);
        const root = readXml(xml);
        assert.deepEqual(shapeOf(root), shape);
        const [name, element] = format === "rss" ? ["title", "item"] : ["atom:title", "atom:entry"];
        const item = (format === "rss" ? root.children[0] : root)?.children.find((child) => child.name === element);
        // A carriage return in a text is a line feed to every reader of XML.
        const expected = `x${title}`.replace(FORBIDDEN, "").replace(/\r\n?/g, "\n");
        assert.equal(item?.children.find((child) => child.name === name)?.text, expected);
      }),
    );
  });

test("JSON Feed keeps every text as it is", () => {
  fc.assert(
    fc.property(texts, (title) => {
      assert.equal(JSON.parse(renderFeed("json", withItem(feed, { title }), STYLE)).items[0].title, title);
    }),
  );
});

test("a library tells the format of each", () => {
  const expected = { rss: "rss", atom: "atom", json: "json" };
  for (const format of feedFormatKeys)
    assert.equal(parseFeed(renderFeed(format, feed, STYLE)).format, expected[format]);
});

test("the XML formats name their style sheet before anything else", () => {
  for (const format of ["rss", "atom"] as const)
    assert.match(
      renderFeed(format, feed, STYLE),
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<\?xml-stylesheet type="text\/css" href="\/assets\/feed\.css"\?>\n</,
    );
});
