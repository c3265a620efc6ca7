import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { randomFrom } from "../../bench/random.ts";
import { applyEdit } from "../../src/authoring/check/apply-fixes.ts";
import { formatText } from "../../src/authoring/check/format-text.ts";
import { buildCatalog } from "../../src/catalog/build-catalog.ts";
import type { Entry } from "../../src/catalog/entries.ts";
import { readEntry } from "../../src/catalog/read-file.ts";
import { diagnose } from "../../src/catalog/rules/index.ts";
import { type Content, toRuleContext } from "../../src/catalog/rules/rule.ts";
import { parseContentFile } from "../../src/ingest/front-matter.ts";
import { locateDiagnostics } from "../../src/ingest/locate-diagnostics.ts";
import { readFiles } from "../../src/ingest/read-content.ts";
import type { News } from "../../src/schemas/news.ts";
import { buildNewsPage } from "../../src/views/news-page.ts";
import { type EntityKind, entityKinds } from "../../src/vocab/entity-kind.ts";
import { MUTATIONS } from "./mutations.ts";

const FILE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";
const COPIES = process.env["CURALOG_TEST"] === "long" ? 500 : 100;

/** What the article and the topics refer to, so that the rules have something to say about the rest. */
async function neighbours(): Promise<Entry[]> {
  const read = async (kind: EntityKind) =>
    (await readFiles("content", entityKinds[kind].folder, ".md")).flatMap((file) => readEntry(kind, file).entry ?? []);
  const [topics, offerings, organizations] = [await read("topic"), await read("offering"), await read("organization")];
  const wanted = new Set((await readArticle()).relatedOfferings.map(({ slug }) => slug));
  for (const { slug, data } of offerings) {
    if (wanted.has(slug) && "successor" in data && data.successor !== undefined) wanted.add(data.successor);
  }
  for (const { data } of topics) {
    for (const slug of "featured" in data ? data.featured : []) wanted.add(slug);
  }
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
  readonly pages: number;
}

/** Builds the page of the copy as the site does. False where the copy is a draft, or of a day to come. */
function buildsPage(content: Content, bytes: Uint8Array, where: string): boolean {
  const built = buildCatalog(content, { buildDate: "2026-11-22" });
  const parsed = parseContentFile(bytes, FILE);
  assert.ok(built.ok && parsed.ok, `${where} passes the check and cannot be built`);
  const item = built.catalog.news.find(({ file }) => file === FILE);
  if (!item) return false;
  const page = buildNewsPage(built.catalog, item, parsed.value.body);
  assert.doesNotMatch(JSON.stringify(page), /<script|javascript:|"(?:undefined|\[object Object\])"/, where);
  return true;
}

/** Throws where a copy ends in neither. */
async function checkCopies(): Promise<Ends> {
  const article = await readFile(`content/${FILE}`, "utf8");
  const beside = await neighbours();
  const random = randomFrom(20_211_014);
  const kinds = Object.keys(MUTATIONS);
  const ends = { valid: 0, warnings: 0, errors: 0 };
  const rules = new Set<string>();
  let [fixed, pages] = [0, 0];
  for (let index = 0; index < COPIES; index += 1) {
    const name = kinds[index % kinds.length] ?? "";
    const mutated = MUTATIONS[name]?.(article, random) ?? "";
    const bytes = typeof mutated === "string" ? new TextEncoder().encode(mutated) : mutated;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const where = `copy ${index}: ${name}`;
    const { entry, diagnostics: ofFile } = readEntry("news", { file: FILE, bytes });
    const entries = entry ? [...beside, entry] : beside;
    const content = {
      entries,
      facts: undefined,
      interfaces: [],
      images: new Set<string>(),
      documents: new Map(),
      diagnostics: ofFile,
    };
    const found = diagnose(toRuleContext(content, { buildDate: "2026-11-22" })).filter(({ file }) => file === FILE);
    const diagnostics = await locateDiagnostics(found, async () => text);
    for (const diagnostic of diagnostics) {
      rules.add(diagnostic.rule);
      assert.ok(diagnostic.line >= 1 && diagnostic.column >= 1, where);
      assert.match(diagnostic.message, /^\S[\s\S]*[^.\s]$/, `${where}: ${diagnostic.message}`);
      assert.match(diagnostic.fix, /^\S[\s\S]*\S$/, where);
      if (diagnostic.edit && applyEdit(text, diagnostic.edit) !== undefined) fixed += 1;
    }
    const rendered = formatText({
      diagnostics,
      fixed: [],
      elsewhere: { errors: 0, warnings: 0 },
      joined: [],
      events: 0,
      filesChecked: 1,
      linesOf: () => text.split("\n"),
      pathOf: (file) => file,
    });
    assert.doesNotMatch(rendered.replaceAll("\n", ""), /undefined|\[object|\p{Cc}/u, where);
    assert.ok(
      entry || diagnostics.some(({ severity }) => severity === "error"),
      `${where} is neither read nor refused`,
    );
    const isWrong = diagnostics.some(({ severity }) => severity === "error");
    if (!isWrong && buildsPage(content, bytes, where)) pages += 1;
    // The image of the article is missing, which is its one warning.
    ends[isWrong ? "errors" : diagnostics.length > 1 ? "warnings" : "valid"] += 1;
  }
  return { ...ends, rules: rules.size, fixed, pages };
}

// In a thread of its own, since nothing else can be stopped while it hangs.
if (!isMainThread) parentPort?.postMessage(await checkCopies());
else {
  test(`${COPIES} damaged copies of the curated article end in clear diagnostics or in a valid page`, {
    timeout: 180_000,
  }, async (t) => {
    const worker = new Worker(new URL(import.meta.url));
    t.signal.addEventListener("abort", () => worker.terminate());
    const [{ valid, warnings, errors, rules, fixed, pages }] = (await once(worker, "message")) as [Ends];
    await worker.terminate();
    t.diagnostic(
      `${valid} valid, ${warnings} with new warnings, ${errors} with errors of ${rules} rules; ${fixed} fixes applied; ${pages} pages`,
    );
    assert.equal(valid + warnings + errors, COPIES);
    assert.ok(errors >= 0.3 * COPIES, "hardly any damage is seen");
    assert.ok(valid >= 0.2 * COPIES, "hardly anything may be left out or moved");
    assert.ok(pages >= 0.9 * (valid + warnings), "what is valid has no page");
    assert.ok(rules >= 10, "the damage is always the same");
  });
}
