import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Embeds, findEmbeds } from "./embeds.ts";
import { formatReport } from "./format-report.ts";
import { createSandbox, type FakePackage, item, startFake } from "./testing.ts";

const NONE: Embeds = { macros: [], images: [], placeholders: [], links: [] };
const find = (text: string, baseUrl = "https://op.example/team/") => findEmbeds(text, baseUrl);

describe("only OpenProject fills in", () => {
  const macros = [
    "workPackageValue:123:subject",
    "workPackageValue:subject",
    "workPackageValue:PROJ-57:status",
    "workPackageLabel:123:status",
    'workPackageValue:123:"Internal Notes"',
    'workPackageValue:"Project start":subject',
    "workPackageValue:123:targetVersions:singleline",
    "projectValue:status",
    "projectLabel:statusExplanation",
    'projectValue:"Name of a custom field"',
    'projectValue:"identifier":name',
  ];
  for (const macro of macros) {
    test(macro, () => {
      const wraps = (text: string) => [
        text,
        `It is ${text}.`,
        `(${text}), so`,
        `**${text}**`,
        `| a |\n|---|\n| ${text} |`,
      ];
      for (const text of [...wraps(macro), `<p>${macro.replaceAll('"', "&quot;")}</p>`, `- ${macro}\n- ${macro}`]) {
        assert.deepEqual(find(text), { ...NONE, macros: [macro] }, text);
      }
    });
  }
  const others = ["`workPackageValue:123:subject`", "    projectValue:status", "<pre>projectValue:status</pre>"];
  for (const text of [...others, "```\nprojectValue:status\n```", "The value: projectValue", "myprojectValue:x"]) {
    test(`not ${JSON.stringify(text)}`, () => assert.deepEqual(find(text), NONE));
  }
});

test("images are found in Markdown and in HTML", () => {
  const texts = [
    "![](a.png)",
    "Words ![a plan](a.png) words",
    "![a plan][1]\n\n[1]: a.png",
    '<img class="op-uc-image op-uc-image_inline" src="a.png">',
    '<figure class="op-uc-figure"><div class="op-uc-figure--content"><img src="a.png"></div></figure>',
    "| a |\n|---|\n| ![](a.png) |",
    "[![](a.png)](https://a.example/)",
  ];
  for (const text of texts) assert.deepEqual(find(text), { ...NONE, images: ["a.png"] }, text);
  assert.deepEqual(find("`![](a.png)` and \\![](a.png)"), NONE);
});

test("mentions, tables and links into OpenProject are found", () => {
  const mention = (type: string, label: string, text = label) =>
    `See <mention class="mention" data-id="4" data-type="${type}" data-text="${label}">${text}</mention>.`;
  const placeholders: [string, string][] = [
    [mention("user", "@Jane Doe"), "@Jane Doe"],
    [mention("work_package", "#185"), "#185"],
    [mention("work_package", "#185", ""), "#185"],
    ['<opce-macro-wp-quickinfo data-id="12"></opce-macro-wp-quickinfo>', "12"],
    ['<macro class="embedded-table op-uc-placeholder" data-query-props="{}"></macro>', "embedded-table"],
    ["See ##12.", "##12"],
    ["see (###12)", "###12"],
    ["user#4 said", "user#4"],
    ['in attachment:"a b.zip"', 'attachment:"a b.zip"'],
    ["in [[Sandbox:Wiki page|the text]]", "[[Sandbox:Wiki page|the text]]"],
  ];
  for (const [text, name] of placeholders) assert.deepEqual(find(text), { ...NONE, placeholders: [name] }, text);
  const links = [
    "/team/work_packages/12",
    "/api/v3/attachments/5/content",
    "https://op.example/team/wiki",
    "/projects/a/wiki",
  ];
  for (const href of links) assert.deepEqual(find(`[x](${href})`), { ...NONE, links: [href] }, href);
  const theirs = ["[x](/about)", "[x](/projects/)", "https://op.example/other", "We are #1, #FHIR, at 3:30", "[a](b)"];
  for (const text of theirs) assert.deepEqual(find(text), NONE, text);
});

describe("an import", () => {
  async function run(t: Parameters<typeof startFake>[0], ...packages: FakePackage[]) {
    const fake = await startFake(t);
    fake.numbers = { ...fake.numbers, Insights: 99 };
    fake.packages = packages;
    const sandbox = await createSandbox(t, fake);
    const report = await sandbox.run();
    const file = "news/2024/news1-story-1.md";
    return { fake, sandbox, report, outcome: report.outcomes[0], read: () => sandbox.read(file), file };
  }

  test("fills in the title of a work package", async (t) => {
    const raw = 'As workPackageValue:2:subject, workPackageValue:subject and workPackageValue:"At once":subject.';
    const custom = { Insights: { raw: "After workPackageValue:2:subject:singleline." } };
    const { read } = await run(
      t,
      item(1, { raw, custom }),
      item(2, { subject: "A [new] <b>start</b> at AT&T &amp; co" }),
    );
    const text = await read();
    const title = "A &#91;new&#93; &#60;b&#62;start&#60;/b&#62; at AT&T &#38;amp; co";
    assert.ok(text.endsWith(`---\nAs ${title}, Story 1 and At once.\n`), text);
    assert.match(text, /^insights_description: .*After A &#91;new/m);
    assert.match(text, /^description: As A \[new\] <b>start<\/b> at AT&T &amp; co, Story 1 and At once\.$/m);
  });

  test("refuses what it cannot fill in, and nothing changes until a person has", async (t) => {
    const raw =
      'Status workPackageValue:2:status, notes workPackageValue:2:"Internal Notes", workPackageValue:404:subject.';
    const { fake, sandbox, outcome, read } = await run(t, item(1, { raw }), item(2));
    assert.equal(
      outcome?.message,
      `Its text has 'workPackageValue:2:status', 'workPackageValue:2:"Internal Notes"', 'workPackageValue:404:subject', which only OpenProject fills in: write the value itself there`,
    );
    await assert.rejects(read());
    fake.packages = [item(1, { raw: "Words." })];
    assert.equal((await sandbox.run()).outcomes[0]?.outcome, "new");
    const before = await read();
    for (const custom of [{ Summary: { raw: "projectValue:name" } }, { Insights: { raw: "projectLabel:name" } }]) {
      fake.packages = [item(1, { raw: "Words.", custom, updatedAt: "2024-06-01T00:00:00Z" })];
      assert.match((await sandbox.run()).outcomes[0]?.message ?? "", /'project(?:Value|Label):name'/);
      assert.equal(await read(), before);
    }
  });

  test("takes no offence at what an editor has written out in the file", async (t) => {
    const { fake, sandbox, read, file } = await run(t, item(1, { raw: "Words." }));
    fake.packages = [item(1, { raw: "It is projectValue:status.", updatedAt: "2024-06-01T00:00:00Z" })];
    await sandbox.write(file, (await read()).replace("---\nWords.", "---\nIt is on track."));
    assert.equal((await sandbox.run()).outcomes[0]?.outcome, "conflict");
    assert.deepEqual((await sandbox.run({ keep: [1] })).outcomes[0]?.conflicts, undefined);
    fake.packages = [item(1, { raw: "It is projectValue:status.", subject: "B", updatedAt: "2024-06-02T00:00:00Z" })];
    assert.equal((await sandbox.run()).outcomes[0]?.outcome, "changed");
    assert.match(await read(), /^title: B$/m);
  });

  test("tells what the site does not show, and keeps it in the file", async (t) => {
    const raw = [
      "![](/api/v3/attachments/17/content) and ![](https://a.example/b.png)",
      '<mention class="mention" data-id="4" data-type="user" data-text="@Jane Doe">@Jane Doe</mention>',
      "[more](/work_packages/12)",
    ].join("\n\n");
    const attachments = [{ id: 17, fileName: "plan.png", bytes: Buffer.from("x") }];
    const { report, outcome, read } = await run(t, item(1, { raw, attachments }));
    assert.equal(outcome?.outcome, "new");
    assert.deepEqual(outcome?.notes, [
      "The site shows no image within a text: 'plan.png', 'https://a.example/b.png'",
      "Only OpenProject shows what these stand for: '@Jane Doe'",
      "Readers cannot follow links to OpenProject: '/work_packages/12'",
    ]);
    for (const note of outcome.notes) assert.ok(formatReport(report).includes(`\n             ${note}\n`));
    assert.ok((await read()).endsWith(`---\n${raw}\n`));
  });
});
