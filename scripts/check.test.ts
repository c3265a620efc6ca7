import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const BROKEN = "tests/fixtures/broken";
const REPORT = `${root}tests/fixtures/broken.report.txt`;

/** The one rule that must speak up for each broken file; every other file is healthy. */
const VIOLATIONS: Readonly<Record<string, string | readonly string[]>> = {
  "facts/onc-products.json": "facts",
  "news/2025/wrong-news-folder.md": "wrong-news-folder",
  "news/2026/File_Name.md": "slug-shape",
  "news/2026/alias-claimed-twice.md": "alias-conflict",
  "news/2026/alias-loop.md": "alias-conflict",
  "news/2026/alias-not-a-file-name.md": "field-value",
  "news/2026/alias-of-a-file.md": "field-value",
  "news/2026/alias-over-archive.md": "alias-conflict",
  "news/2026/alias-over-live-page.md": "alias-conflict",
  "news/2026/bad-value-in-list.md": "field-value",
  "news/2026/control-character.md": "control-character",
  "news/2026/derived-drift.md": "derived-drift",
  "news/2026/duplicate-import-id.md": "duplicate-id",
  "news/2026/duplicate-key.md": "yaml-syntax",
  "news/2026/duplicate-slug.md": "duplicate-slug",
  "news/2026/duplicate-source.md": "duplicate-source",
  "news/2026/empty-item.md": "empty-item",
  "news/2026/empty-title.md": "required-field",
  "news/2026/future-date.md": "future-date",
  "news/2026/future-published.md": "future-date",
  "news/2026/image-without-size.md": "field-value",
  "news/2026/impossible-date.md": "field-value",
  "news/2026/institution-drift.md": "institution-drift",
  "news/2026/js-front-matter.md": "front-matter-language",
  "news/2026/last-change-in-words.md": "field-value",
  "news/2026/lost-markup.md": "lost-markup",
  "news/2026/missing-document.md": "missing-document",
  "news/2026/missing-front-matter.md": "front-matter-missing",
  "news/2026/missing-image.md": "missing-image",
  "news/2026/missing-link.md": "required-field",
  "news/2026/no-categories.md": "field-value",
  "news/2026/not-utf-8.md": "encoding",
  "news/2026/offering-drift.md": "offering-drift",
  "news/2026/over-long-front-matter.md": "front-matter-too-long",
  "news/2026/reserved-slug.md": "slug-reserved",
  "news/2026/same-author.md": "same-author",
  "news/2026/same-story-and-not.md": "story-conflict",
  "news/2026/slug-clash-by-case.md": "field-value",
  "news/2026/slug-with-path-characters.md": "field-value",
  "news/2026/two-ways-to-via.md": "field-value",
  "news/2026/unknown-institution.md": "unknown-reference",
  "news/2026/unknown-key-far.md": "unknown-key",
  "news/2026/unknown-key-near.md": "unknown-key",
  "news/2026/unknown-offering-from-copy.md": "unknown-reference",
  "news/2026/unknown-publisher-host.md": "unknown-publisher",
  "news/2026/unknown-topic-near.md": "unknown-reference",
  "news/2026/unterminated-front-matter.md": "front-matter-unterminated",
  "news/2026/withheld-story.md": "withheld-story",
  "news/2026/yaml-anchor.md": "yaml-reference",
  "news/2026/yaml-comment.md": "yaml-comment",
  "news/2026/yaml-syntax.md": "yaml-syntax",
  "news/2026/yaml-tag.md": "yaml-reference",
  "offerings/fact-without-source.md": ["filler-phrase", "fact-without-source", "fact-without-source"],
  "offerings/status-of-nothing.md": "lifecycle-fields",
  "offerings/thin-offering.md": "thin-offering",
  "offerings/unknown-kind.md": "field-value",
  "offerings/unknown-price.md": ["field-value", "field-value"],
  "offerings/unknown-vendor.md": "unknown-reference",
  "organizations/duplicate-host.md": "duplicate-host",
  "organizations/unknown-type.md": "field-value",
  "stray-file.txt": "stray-file",
  "topics/acme-circle.md": "cycle",
  "topics/acme-featured-of-another-topic.md": "featured-offering",
  "topics/topic-slug.md": "topic-slug",
  "topics/topic-without-authority.md": "field-value",
};

const HEALTHY = [
  "news/2026/a-healthy-story.md",
  "offerings/acme-server.md",
  "offerings/of-broken-facts.md",
  "offerings/of-broken-vendor.md",
  "organizations/acme.md",
  "topics/acme-wheel.md",
  "topics/hl7-fhir.md",
];

function check(folder: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, CURALOG_BUILD_DATE: "2026-11-22" };
  return spawnSync(process.execPath, ["scripts/check.ts", "--content", folder, ...args], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
}

/** Rules by file, as the report has them. */
function rulesByFile(report: string): Record<string, string[]> {
  const blocks = report.trim().split("\n\n").slice(0, -1);
  return Object.fromEntries(
    blocks.map((block) => {
      const [file = "", ...lines] = block.split("\n");
      const heads = lines.filter((line) => /^ {2}\d+:\d+ {2}/.test(line));
      return [file, heads.map((line) => /\[([\w-]+)\]$/.exec(line)?.[1] ?? line)];
    }),
  );
}

test("everything wrong is reported once, with its place and its fix, and nothing in a file is executed", (t) => {
  const { status, stdout, stderr } = check(BROKEN);
  assert.equal(stderr, "");
  assert.equal(status, 1);
  assert.deepEqual(
    rulesByFile(stdout),
    Object.fromEntries(Object.entries(VIOLATIONS).map(([file, rules]) => [file, [rules].flat()])),
  );
  t.assert.fileSnapshot(stdout, REPORT, { serializers: [String] });
  assert.equal(existsSync("/tmp/curalog-was-here"), false);
});

test("every file of the broken folder is in the table", async () => {
  const entries = await readdir(`${root}${BROKEN}`, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${root}${BROKEN}/`.length));
  assert.deepEqual(files.sort(), [...Object.keys(VIOLATIONS), ...HEALTHY].sort());
});

test("a healthy folder passes", () => {
  const { status, stdout } = check("tests/fixtures/healthy");
  assert.equal(stdout, "5 files checked: 0 errors, 0 warnings\n");
  assert.equal(status, 0);
});

test("a folder without content does not pass", () => {
  const { status, stderr } = check("tests/fixtures/no-such-folder");
  assert.match(stderr, /^No content files in .*no-such-folder\n$/);
  assert.equal(status, 1);
});

const WARNED = "tests/fixtures/broken/news/2026/missing-image.md";

/** The last line of the report of the broken folder, which a snapshot pins. */
async function totals() {
  const line = (await readFile(REPORT, "utf8")).trimEnd().split("\n").at(-1) ?? "";
  const [files = 0, errors = 0, warnings = 0] = (line.match(/\d+/g) ?? []).map(Number);
  return { files, errors, warnings };
}

test("with files, only what is wrong with these is shown, wherever they are named from", async () => {
  const { errors, warnings } = await totals();
  for (const name of [WARNED, "news/2026/missing-image.md", `${root}${WARNED}`]) {
    const { status, stdout, stderr } = check(BROKEN, name);
    assert.equal(stderr, "");
    assert.deepEqual(rulesByFile(stdout), { "news/2026/missing-image.md": ["missing-image"] });
    const elsewhere = `in other files ${errors} errors, ${warnings - 1} warnings`;
    assert.ok(stdout.endsWith(`\n1 file checked: 0 errors, 1 warning; ${elsewhere}\n`), stdout);
    assert.equal(status, 0, "what is wrong elsewhere is somebody else's");
  }
  const folder = check(BROKEN, "organizations", "topics/topic-slug.md");
  assert.match(folder.stdout, /\n4 files checked: 2 errors, 1 warning; in other files/);
  assert.equal(folder.status, 1);
});

test("a file that is not there is told, and an option that is not known", () => {
  const missing = check(BROKEN, "news/2026/no-such-file.md");
  assert.match(missing.stderr, /^'news\/2026\/no-such-file\.md' is not a file below .*broken\n$/);
  assert.equal(missing.status, 1);
  for (const args of [["--format=xml"], ["--json", "--format=sarif"], ["--fxi"]]) {
    const { status, stdout } = check(BROKEN, ...args);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, args.join(" "));
  }
});

test("--strict fails on a warning", () => {
  assert.equal(check(BROKEN, WARNED, "--strict").status, 1);
  assert.equal(check("tests/fixtures/healthy", "--strict").status, 0);
});

test("every format tells of the same issues", async () => {
  const counts = await totals();
  const all = Object.values(VIOLATIONS).flat().length;
  const json = JSON.parse(check(BROKEN, "--format=json").stdout);
  assert.deepEqual(JSON.parse(check(BROKEN, "--json").stdout), json);
  assert.deepEqual(json.counts, { ...counts, fixed: 0 });
  assert.equal(json.issues.length, all);
  const annotations = check(BROKEN, "--format=github").stdout.trimEnd().split("\n").slice(0, -1);
  assert.equal(annotations.length, all);
  assert.match(
    annotations[1] ?? "",
    /^::warning file=tests\/fixtures\/broken\/news\/2025\/.*,line=3,col=7,title=wrong-news-folder::date: /,
  );
  const sarif = JSON.parse(check(BROKEN, "--format=sarif").stdout);
  assert.equal(sarif.runs[0].results.length, all);
});

test("the real content has no error, and nothing that --fix would change, the curated article least of all", async () => {
  const copy = await mkdtemp(join(tmpdir(), "curalog-content-"));
  try {
    await cp(`${root}content`, copy, { recursive: true });
    const { status, stdout } = check(copy, "--fix");
    assert.match(stdout, /^[\d,]+ files checked: 0 errors/m);
    const [, count = "0"] = /([\d,]+) files checked/.exec(stdout) ?? [];
    assert.ok(Number(count.replace(",", "")) > 1000, `only ${count} files were checked`);
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, /fixed/);
    for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const original = await readFile(`${root}content${path.slice(copy.length)}`);
      assert.ok(original.equals(await readFile(path)), path);
    }
  } finally {
    await rm(copy, { recursive: true });
  }
});

test("the example in the README is what the check prints", async () => {
  const readme = await readFile(`${root}README.md`, "utf8");
  const [, story = ""] = /```yaml\n(---\n[\s\S]*?\n---\n)```/.exec(readme) ?? [];
  const [, rendered = ""] = /```\n(news\/2026\/example-tour\.md\n[\s\S]*?)```/.exec(readme) ?? [];
  assert.ok(story && rendered);
  const copy = await mkdtemp(join(tmpdir(), "curalog-content-"));
  try {
    await cp(`${root}content`, copy, { recursive: true });
    await writeFile(join(copy, "news/2026/example-tour.md"), story);
    const { stdout } = check(copy, "news/2026/example-tour.md");
    assert.equal(stdout.split("\n\n")[0]?.concat("\n"), rendered);
  } finally {
    await rm(copy, { recursive: true });
  }
});

test("the curated article is as it was exported, to the byte", async () => {
  const bytes = await readFile(
    `${root}content/news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md`,
  );
  assert.equal(
    createHash("sha256").update(bytes).digest("hex"),
    "c866bb8c5a7bafec13a42f1b255026d0cad6d38c7efe8fa017c96455633ed9dd",
  );
});

test("a content folder with a vocabulary of its own is checked against that, and against nothing while it is wrong", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "curalog-check-"));
  t.after(() => rm(folder, { recursive: true }));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await write("vocabulary/kinds.yaml", "container-registry: Container Registry\n");
  await write("vocabulary/statuses.yaml", "sandbox: Sandbox\ngraduated: Graduated\n");
  await write("vocabulary/organization-types.yaml", "foundation: Foundation\n");
  await write("vocabulary/kind.yaml", "a: A\n");
  await write("organizations/acme.md", "---\nname: Acme\ntype: foundation\n---\n");
  const offering =
    "---\nname: Harbour\nvendor: acme\nkind: container-registry\nsummary: Keeps images of containers, and signs them.\nhomepage: https://harbour.example/\n";
  await write("offerings/harbour.md", `${offering}status: graduated\n---\n`);
  await write(
    "offerings/pier.md",
    `${offering.replace(/Harbour/i, "Pier").replace("container-registry", "fhir-server")}licence: MIT\nstatusDate: 2026\n---\n`,
  );
  t.assert.snapshot(check(folder).stdout);
  await write("vocabulary/kinds.yaml", "container-registry:\n  lable: Container Registry\n");
  const { status, stdout } = check(folder);
  assert.equal(status, 1);
  t.assert.snapshot(stdout);
});
