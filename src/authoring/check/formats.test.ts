import assert from "node:assert/strict";
import { test } from "node:test";
import { formatGithub } from "./format-github.ts";
import { toSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";
import { diagnostic, reportOf } from "./testing.ts";

test("text shows each diagnostic with its line and a caret, and one line that counts", () => {
  const report = reportOf(
    [
      diagnostic({ line: 1, column: 1, field: "", message: "The file is empty" }),
      diagnostic({
        line: 3,
        column: 3,
        severity: "warning",
        fix: "Did you mean 'b'?",
        edit: { path: ["a"], value: "b" },
      }),
    ],
    ["---", "title: x", "\tlink: y"],
  );
  assert.equal(
    formatText({ ...report, elsewhere: { errors: 2, warnings: 0 } }),
    [
      "news/2026/story.md",
      "  1:1  error  The file is empty. Mend it.  [some-rule]",
      "  3:3  warning  title: It is wrong. Did you mean 'b'?  [some-rule]",
      "    3 |     link: y",
      "      |      ^",
      "",
      "1 file checked: 1 error, 1 warning; in other files 2 errors, 0 warnings; 1 can be fixed with --fix",
    ].join("\n"),
  );
  assert.equal(formatText(reportOf([])), "1 file checked: 0 errors, 0 warnings");
});

test("text lists what was fixed first", () => {
  const fixed = [
    diagnostic({ field: "sumary", edit: { path: ["sumary"], newKey: "summary" } }),
    diagnostic({ edit: { path: ["title"], value: "A\n\u001Bb" } }),
  ];
  assert.equal(
    formatText({ ...reportOf([]), fixed }),
    [
      "news/2026/story.md",
      "  2:1  fixed  sumary -> summary  [some-rule]",
      '  2:1  fixed  title -> "A\\n\\u001bb"  [some-rule]',
      "",
      "1 file checked: 0 errors, 0 warnings; 2 fixed",
    ].join("\n"),
  );
});

test("github escapes what would end a property or a command", () => {
  const odd = diagnostic({
    file: "news/2026/a,b:c%.md",
    message: "100% of 'a\r\n::error::b' is wrong",
    severity: "warning",
  });
  assert.equal(
    formatGithub(reportOf([odd])),
    [
      "::warning file=content/news/2026/a%2Cb%3Ac%25.md,line=2,col=1,title=some-rule::title: 100%25 of 'a%0D%0A::error::b' is wrong. Mend it.",
      "1 file checked: 0 errors, 1 warning",
    ].join("\n"),
  );
});

test("sarif has what 2.1.0 asks for: a rules table, relative addresses, regions from one", () => {
  const log = toSarif(
    reportOf([
      diagnostic({ rule: "b-rule" }),
      diagnostic({ rule: "a-rule", file: "news/2026/ä b#.md", severity: "warning" }),
    ]),
  );
  assert.equal(log.version, "2.1.0");
  const [run] = log.runs;
  assert.ok(run);
  assert.deepEqual(run.tool.driver.rules, [
    { id: "a-rule", shortDescription: { text: "A rule" } },
    { id: "b-rule", shortDescription: { text: "B rule" } },
  ]);
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    assert.ok(["error", "warning"].includes(result.level));
    const { artifactLocation, region } = result.locations[0]?.physicalLocation ?? {};
    assert.ok(artifactLocation && region);
    assert.equal(
      new URL(artifactLocation.uri, "https://root.example/").href,
      `https://root.example/${artifactLocation.uri}`,
    );
    assert.ok(artifactLocation.uriBaseId && artifactLocation.uriBaseId in run.originalUriBaseIds);
    assert.deepEqual(region, { startLine: 2, startColumn: 1 });
  }
  assert.equal(
    run.results[1]?.locations[0]?.physicalLocation.artifactLocation.uri,
    "content/news/2026/%C3%A4%20b%23.md",
  );
  assert.deepEqual(toSarif(reportOf([])).runs[0]?.results, []);
});

test("sarif names a file outside the repository by its whole address", () => {
  const report = { ...reportOf([diagnostic()]), pathOf: (file: string) => `/else where/${file}` };
  assert.deepEqual(toSarif(report).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation, {
    uri: "file:///else%20where/news/2026/story.md",
  });
});

test("text and GitHub tell of a story that joins others, without a warning", () => {
  const joined = [{ file: "news/2026/story.md", message: "On the same event as news/2026/b.md, by what they say" }];
  const report = { ...reportOf([]), joined, events: 1 };
  assert.equal(
    formatText(report),
    [
      "news/2026/story.md",
      "  note  On the same event as news/2026/b.md, by what they say.",
      "",
      "1 file checked: 0 errors, 0 warnings; 1 event told by several stories",
    ].join("\n"),
  );
  assert.match(
    formatGithub(report),
    /^::notice file=content\/news\/2026\/story\.md,title=same-event::On the same event as news\/2026\/b\.md, by what they say\.\n/,
  );
});
