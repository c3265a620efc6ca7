import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { Entry } from "../../catalog/entries.ts";
import { readEntry } from "../../catalog/load-content.ts";
import { toRuleContext } from "../../catalog/rules/context.ts";
import { runRules } from "../../catalog/rules/index.ts";
import { toIssues } from "../../ingest/locate.ts";
import { readFiles } from "../../ingest/read-content.ts";
import type { News } from "../../schemas/news.ts";
import { type EntityKind, entityKinds } from "../../vocab/entity-kind.ts";
import { applyEdit } from "./apply-fixes.ts";
import { formatText } from "./format-text.ts";

const FILE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";
const COPIES = 500;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

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
const MUTATIONS: Readonly<Record<string, (text: string, random: Random) => string | Uint8Array>> = {
  "key dropped": (text, random) => {
    const { blocks, body } = blocksOf(text);
    blocks.splice(below(random, blocks.length), 1);
    return join(blocks, body);
  },
  "key duplicated": (text, random) => {
    const { blocks, body } = blocksOf(text);
    blocks.splice(below(random, blocks.length), 0, oneOf(random, blocks));
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
    blocks[at] = block.slice(0, place) + oneOf(random, ["", "x", ":", " ", "é", "\\", "\0"]) + block.slice(place + 1);
    return join(blocks, body);
  },
  "value retyped": (text, random) => {
    const { blocks, body } = blocksOf(text);
    const at = below(random, blocks.length);
    const key = (blocks[at] ?? "").split(":")[0];
    blocks[at] = `${key}: ${oneOf(random, OTHER_VALUES)}\n`;
    return join(blocks, body);
  },
  "line garbled": (text, random) => {
    const lines = text.split("\n");
    const at = below(random, lines.length - 2) + 1;
    const line = lines[at] ?? "";
    const place = below(random, line.length + 1);
    lines[at] = line.slice(0, place) + oneOf(random, OTHER_VALUES) + line.slice(place + below(random, 4));
    return lines.join("\n");
  },
  "indentation shifted": (text, random) => {
    const lines = text.split("\n");
    const at = below(random, lines.length - 2) + 1;
    lines[at] = oneOf(random, [" ", "   ", "\t"]) + (lines[at] ?? "").slice(below(random, 3));
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
    const count = oneOf(random, [300, 5_000, 20_000, 70_000]);
    const huge = oneOf(random, ["x", "[", "{a: ", "- ", "'", "🙂", " ", "a, "]).repeat(count);
    blocks[at] = `${key}: ${huge}\n`;
    return join(blocks, body);
  },
  "body made huge": (text, random) =>
    text + oneOf(random, ["<p>", "<div><p>word ", "> ", "[a](", "* ", "\n", "\0", "&#x"]).repeat(50_000),
  "line ends changed": (text, random) => text.replaceAll("\n", oneOf(random, ["\r\n", "\r", "\n\n", "\u2028", "\n\r"])),
};

/** What the article refers to, so that the rules have something to say about the rest. */
async function neighbours(): Promise<Entry[]> {
  const read = async (kind: EntityKind) =>
    (await readFiles("content", entityKinds[kind].folder, ".md")).flatMap((file) => readEntry(kind, file).entry ?? []);
  const [topics, offerings, organizations] = [await read("topic"), await read("offering"), await read("organization")];
  const wanted = new Set((await readArticle()).relatedOfferings.map(({ slug }) => slug));
  const used = offerings.filter(({ slug }) => wanted.has(slug));
  const vendors = new Set(used.map(({ data }) => ("vendor" in data ? data.vendor : "")));
  return [
    ...topics,
    ...used,
    ...organizations.filter(
      ({ slug, data }) => vendors.has(slug) || ("hosts" in data && data.hosts.includes("hitconsultant.net")),
    ),
  ];
}

async function readArticle(): Promise<News> {
  const { entry } = readEntry("news", { file: FILE, bytes: await readFile(`content/${FILE}`) });
  assert.ok(entry);
  return entry.data as News;
}

interface Ends {
  readonly valid: number;
  readonly warnings: number;
  readonly errors: number;
  readonly rules: number;
  readonly fixed: number;
}

/** Throws where a copy ends in neither. */
async function checkCopies(): Promise<Ends> {
  const article = await readFile(`content/${FILE}`, "utf8");
  const beside = await neighbours();
  const random = seeded(20_211_014);
  const kinds = Object.keys(MUTATIONS);
  const ends = { valid: 0, warnings: 0, errors: 0 };
  const rules = new Set<string>();
  let fixed = 0;
  for (let index = 0; index < COPIES; index += 1) {
    const name = kinds[index % kinds.length] ?? "";
    const mutated = MUTATIONS[name]?.(article, random) ?? "";
    const bytes = typeof mutated === "string" ? new TextEncoder().encode(mutated) : mutated;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const where = `copy ${index}: ${name}`;
    const { entry, findings } = readEntry("news", { file: FILE, bytes });
    const entries = entry ? [...beside, entry] : beside;
    const content = { entries, facts: undefined, images: new Set<string>(), found: findings };
    const found = [...findings, ...runRules(toRuleContext(content, "2026-11-22"))].filter(({ file }) => file === FILE);
    const issues = await toIssues(found, async () => text);
    for (const issue of issues) {
      rules.add(issue.rule);
      assert.ok(issue.line >= 1 && issue.column >= 1, where);
      assert.match(issue.message, /^\S[\s\S]*[^.\s]$/, `${where}: ${issue.message}`);
      assert.match(issue.fix, /^\S[\s\S]*\S$/, where);
      if (issue.edit && applyEdit(text, issue.edit) !== undefined) fixed += 1;
    }
    const printed = formatText({
      issues,
      fixed: [],
      elsewhere: { errors: 0, warnings: 0 },
      filesChecked: 1,
      linesOf: () => text.split("\n"),
      pathOf: (file) => file,
    });
    assert.doesNotMatch(printed.replaceAll("\n", ""), /undefined|\[object|\p{Cc}/u, where);
    assert.ok(entry || issues.some(({ severity }) => severity === "error"), `${where} is neither read nor refused`);
    const isWrong = issues.some(({ severity }) => severity === "error");
    // The image of the article is missing, which is its one warning.
    ends[isWrong ? "errors" : issues.length > 1 ? "warnings" : "valid"] += 1;
  }
  return { ...ends, rules: rules.size, fixed };
}

// In a thread of its own, since nothing else can be stopped while it hangs.
if (!isMainThread) parentPort?.postMessage(await checkCopies());
else {
  test(`${COPIES} damaged copies of the curated article end in clear issues or in a valid entry`, {
    timeout: 180_000,
  }, async (t) => {
    const worker = new Worker(new URL(import.meta.url));
    t.signal.addEventListener("abort", () => worker.terminate());
    const [{ valid, warnings, errors, rules, fixed }] = (await once(worker, "message")) as [Ends];
    await worker.terminate();
    t.diagnostic(
      `${valid} valid, ${warnings} with new warnings, ${errors} with errors of ${rules} rules; ${fixed} findings mended`,
    );
    assert.equal(valid + warnings + errors, COPIES);
    assert.ok(errors >= 150, "hardly any damage is seen");
    assert.ok(valid >= 100, "hardly anything may be left out or moved");
    assert.ok(rules >= 10, "the damage is always the same");
  });
}
