/** The ways in which a content file is damaged for a test, the same in every run. */

import { pick, type Random } from "../../bench/random.ts";

const below = (random: Random, limit: number) => Math.floor(random() * limit);

/** The front matter as blocks, each a top-level key with the lines below it. */
function blocksOf(text: string): { blocks: string[]; body: string } {
  const end = text.indexOf("\n---\n");
  const blocks = text.slice(4, end + 1).split(/^(?=[A-Za-z_])/m);
  return { blocks, body: text.slice(end + 5) };
}

const join = (blocks: readonly string[], body: string) => `---\n${blocks.join("")}---\n${body}`;

const OTHER_VALUES = [
  "",
  "~",
  "7",
  "-0",
  "1e999",
  ".nan",
  "true",
  "[]",
  "{}",
  "[1, [2, {a: b}]]",
  "{a: {b: [c]}}",
  "'quoted'",
  "'never closed",
  '"\\x00\\x1b[31m"',
  '"\\uD800"',
  "2021-02-30",
  "2021-13",
  "9999999999999999999999",
  "&anchor x",
  "*alias",
  "!!js/function x",
  "!<tag:yaml.org,2002:binary> AAAA",
  "{ __proto__: { admin: true } }",
  "|\n  lines\n  more",
  ">-\n    folded\n  and: not",
  "? complex",
  "- list",
  "https://user:secret@host/",
  "javascript:alert(1)",
  "http://[::1",
  "%E0%A4%A",
  "/news/../../etc/passwd",
  "constructor",
  "a: b: c",
  "#",
  "\t\ttab",
  "\u202Eright to left",
  "\u{1F600}\u0301\u200D",
];

/** Each takes the article and gives back bytes that may be anything. */
export const MUTATIONS: Readonly<Record<string, (text: string, random: Random) => string | Uint8Array>> = {
  "key dropped": (text, random) => {
    const { blocks, body } = blocksOf(text);
    blocks.splice(below(random, blocks.length), 1);
    return join(blocks, body);
  },
  "key duplicated": (text, random) => {
    const { blocks, body } = blocksOf(text);
    blocks.splice(below(random, blocks.length), 0, pick(random, blocks));
    return join(blocks, body);
  },
  "keys reordered": (text, random) => {
    const { blocks, body } = blocksOf(text);
    return join(
      blocks
        .map((block) => ({ block, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ block }) => block),
      body,
    );
  },
  "key garbled": (text, random) => {
    const { blocks, body } = blocksOf(text);
    const at = below(random, blocks.length);
    const block = blocks[at] ?? "";
    const place = below(random, block.indexOf(":"));
    blocks[at] = block.slice(0, place) + pick(random, ["", "x", ":", " ", "é", "\\", "\0"]) + block.slice(place + 1);
    return join(blocks, body);
  },
  "value retyped": (text, random) => {
    const { blocks, body } = blocksOf(text);
    const at = below(random, blocks.length);
    const key = (blocks[at] ?? "").split(":")[0];
    blocks[at] = `${key}: ${pick(random, OTHER_VALUES)}\n`;
    return join(blocks, body);
  },
  "line garbled": (text, random) => {
    const lines = text.split("\n");
    const at = below(random, lines.length - 2) + 1;
    const line = lines[at] ?? "";
    const place = below(random, line.length + 1);
    lines[at] = line.slice(0, place) + pick(random, OTHER_VALUES) + line.slice(place + below(random, 4));
    return lines.join("\n");
  },
  "indentation shifted": (text, random) => {
    const lines = text.split("\n");
    const at = below(random, lines.length - 2) + 1;
    lines[at] = pick(random, [" ", "   ", "\t"]) + (lines[at] ?? "").slice(below(random, 3));
    return lines.join("\n");
  },
  "bytes flipped": (text, random) => {
    const bytes = new TextEncoder().encode(text);
    for (let count = below(random, 4) + 1; count > 0; count -= 1) {
      const at = below(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    }
    return bytes;
  },
  truncated: (text, random) => {
    const bytes = new TextEncoder().encode(text);
    return bytes.slice(0, below(random, bytes.length));
  },
  "value made huge": (text, random) => {
    const { blocks, body } = blocksOf(text);
    const at = below(random, blocks.length);
    const key = (blocks[at] ?? "").split(":")[0];
    const count = pick(random, [300, 5_000, 20_000, 70_000]);
    const huge = pick(random, ["x", "[", "{a: ", "- ", "'", "🙂", " ", "a, "]).repeat(count);
    blocks[at] = `${key}: ${huge}\n`;
    return join(blocks, body);
  },
  "body made huge": (text, random) =>
    text + pick(random, ["<p>", "<div><p>word ", "> ", "[a](", "* ", "\n", "\0", "&#x"]).repeat(50_000),
  "line ends changed": (text, random) => text.replaceAll("\n", pick(random, ["\r\n", "\r", "\n\n", "\u2028", "\n\r"])),
};
