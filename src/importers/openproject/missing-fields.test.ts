import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { formatReport } from "./format-report.ts";
import { createSandbox, type Fake, type FakePackage, item, type Sandbox, startFake, TOPIC } from "./testing.ts";

const FILE = "news/2024/news1-story-1.md";
const OFFERING = "---\nname: Acme API\nofferingId: 77\nvendor: acme\nkind: payer-api\n---\nWords.\n";
const VENDOR = "---\nname: Acme\ntype: vendor\n---\n";
const LINK = "https://news1.example/story-1";

/** A value for every custom field that is imported, as its type has it. */
const FULL = {
  "Source URL": `${LINK}?from=mail`,
  "Clean URL": LINK,
  "Medigy Topics": [{ href: "/api/v3/custom_options/3", title: TOPIC }],
  Author: "Jane Doe; John Roe",
  "Curation Date": "2024-03-01",
  Published: "2024-02",
  Language: { href: "/api/v3/custom_options/4", title: "fr" },
  Summary: { format: "markdown", raw: "In short.", html: "" },
  Insights: { format: "markdown", raw: "A view.", html: "" },
  "Insights By": { href: "/api/v3/users/7", title: "Ann Example" },
  Via: "A colleague",
  "Via Link": "https://via.example/",
  Institution: "Acme",
  Offering: { href: "/api/v3/work_packages/77", title: "Acme API" },
  "Related Offerings": [{ href: "/api/v3/work_packages/77", title: "Acme API" }],
  "HTML Meta Data": { format: "markdown", raw: '{"author":"Jane Doe"}', html: "" },
  "Open Graph Meta Data": { format: "markdown", raw: '{"ogtype":"article"}', html: "" },
  "Twitter Meta Data": { format: "markdown", raw: '{"twittercard":"summary"}', html: "" },
};
const NAMES = Object.keys(FULL);
const numbersOf = (names: readonly string[]) => Object.fromEntries(names.map((name, index) => [name, index + 1]));

/** The minutes of June 2024 in which something was changed. */
const changes: number[] = [];
function later(): string {
  changes.push(changes.length);
  return new Date(Date.UTC(2024, 5, 1, 0, changes.length)).toISOString();
}
const without = (name: string, keys: readonly string[] = NAMES) => keys.filter((key) => key !== name);
const keyOf = (name: string) => `customField${numbersOf(NAMES)[name]}`;

async function setUp(t: TestContext, given: Partial<FakePackage> = {}, files: Readonly<Record<string, string>> = {}) {
  const fake = await startFake(t);
  fake.numbers = numbersOf(NAMES);
  fake.packages = [item(1, { custom: FULL, ...given })];
  const sandbox = await createSandbox(t, fake, {
    "offerings/acme-api.md": OFFERING,
    "organizations/acme.md": VENDOR,
    ...files,
  });
  return { fake, sandbox };
}

/** What a later import of the work package, changed in this way, takes into the file. */
async function change(fake: Fake, sandbox: Sandbox, given: Partial<FakePackage> = {}) {
  fake.packages = [item(1, { custom: FULL, ...given, updatedAt: later() })];
  const report = await sandbox.run();
  const [outcome] = report.outcomes;
  return { report, outcome, taken: outcome?.fields?.filter((field) => field !== "lastMod") };
}

const dropTimes = (text: string) => text.replace(/^lastMod: .*$/m, "");

describe("a custom field that the schema does not have any more", () => {
  for (const name of NAMES) {
    test(`leaves in the file what came from '${name}', and is told`, async (t) => {
      const { fake, sandbox } = await setUp(t);
      await sandbox.run();
      const before = await sandbox.read(FILE);
      fake.numbers = numbersOf([...without(name), "Abstract"]);
      const { report, outcome, taken } = await change(fake, sandbox);
      assert.deepEqual([outcome?.outcome, outcome?.message, taken], ["changed", undefined, []]);
      assert.equal(dropTimes(await sandbox.read(FILE)), dropTimes(before));
      assert.deepEqual(
        report.missing.map(({ wanted, files }) => ({ isWanted: wanted.includes(name), files })),
        [{ isWanted: true, files: [FILE] }],
      );
      // Back again, it is as if it had never been away.
      fake.numbers = numbersOf(NAMES);
      const back = await change(fake, sandbox);
      assert.deepEqual([back.taken, back.report.missing], [[], []]);
      assert.equal(dropTimes(await sandbox.read(FILE)), dropTimes(before));
    });
  }

  test("is told with the nearest names there, or with all of them", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    fake.numbers = numbersOf([
      ...without("Summary", without("Published", without("Author"))),
      "Abstract",
      "Publisshed",
    ]);
    const { report } = await change(fake, sandbox);
    t.assert.snapshot(formatReport(report));
  });

  test("leaves what an editor wrote, and what else changed in OpenProject comes in", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    await sandbox.write(FILE, (await sandbox.read(FILE)).replace("summary: In short.", "summary: In other words."));
    fake.numbers = numbersOf(without("Summary"));
    const { taken } = await change(fake, sandbox, { subject: "Another title" });
    assert.deepEqual(taken, ["breadcrumbs", "title"]);
    fake.numbers = numbersOf(NAMES);
    assert.deepEqual((await change(fake, sandbox, { subject: "Another title" })).taken, []);
    assert.match(await sandbox.read(FILE), /^summary: In other words\.$/m);
  });

  test("of the address: the other one still brings in its change", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    fake.numbers = numbersOf(without("Source URL"));
    const custom = { ...FULL, "Clean URL": "https://news1.example/moved" };
    assert.deepEqual((await change(fake, sandbox, { custom })).taken, [
      "link",
      "href",
      "openProjectCustomFields.cleanUrl",
    ]);
    assert.match(await sandbox.read(FILE), /^ {2}original: '?https:\/\/news1\.example\/story-1\?from=mail'?$/m);
  });

  test("of both addresses keeps the link", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    fake.numbers = numbersOf(without("Source URL", without("Clean URL")));
    const { outcome, taken } = await change(fake, sandbox);
    assert.deepEqual([outcome?.message, taken], [undefined, []]);
  });

  test("leaves a file that was never imported and has the number as it is", async (t) => {
    const mine = `---\ntitle: Story 1\nid: 1\ndate: 2024-01-02\nlink: ${LINK}\ncategories:\n  - 'A: Mine'\nauthor: Me\nsummary: Mine.\n---\nWords of story 1.\n`;
    const { fake, sandbox } = await setUp(t, {}, { "news/2024/mine.md": mine });
    fake.numbers = numbersOf([]);
    const { outcomes, missing } = await sandbox.run();
    assert.deepEqual([outcomes[0]?.conflicts, outcomes[0]?.message], [undefined, undefined]);
    const made = await sandbox.read("news/2024/mine.md");
    for (const line of mine.split("\n")) assert.ok(made.split("\n").includes(line), line);
    assert.deepEqual([...new Set(missing.flatMap(({ files }) => files))], [], "nothing of it was imported");
  });

  test("is told at the first import and with --all where no file has a value of it, and not each time", async (t) => {
    const { fake, sandbox } = await setUp(t);
    fake.numbers = numbersOf([...without("Via", without("Summary")), "Abstract", "Viaa"]);
    const first = await sandbox.run();
    const fields = (report: typeof first) => report.missing.map(({ field, files }) => [field, files.length]);
    assert.deepEqual(fields(first), [
      ["summary", 0],
      ["via", 0],
    ]);
    assert.match(
      formatReport(first),
      /^Nothing was read for 'via': no custom field is named 'Via'\. Did you mean 'Viaa'\?$/m,
    );
    assert.match(
      formatReport(first),
      /^No custom field was found for 'summary'\. Those that are not imported are 'Abstract' and 'Viaa'$/m,
    );
    assert.deepEqual(fields((await change(fake, sandbox)).report), []);
    assert.deepEqual(fields(await sandbox.run({ isAll: true })), fields(first));
  });
});

test("the day of entry, or what an editor added, is nothing that an import keeps", async (t) => {
  const { fake, sandbox } = await setUp(t, { custom: { ...FULL, "Curation Date": null } });
  fake.numbers = numbersOf(without("Curation Date", without("Summary")));
  await sandbox.run();
  await sandbox.write(FILE, (await sandbox.read(FILE)).replace("status: ''", "status: ''\nsummary: Mine."));
  const { report, taken } = await change(fake, sandbox);
  assert.deepEqual([taken, report.missing], [[], []]);
});

describe("a custom field that is in the schema", () => {
  const empty = [
    null,
    "",
    " ",
    { format: "markdown", raw: "", html: "" },
    { format: "markdown", raw: null, html: "" },
    [],
  ];
  for (const value of [...empty, { href: null }, { href: null, title: null }]) {
    test(`and stated as ${JSON.stringify(value)} was emptied`, async (t) => {
      const { fake, sandbox } = await setUp(t);
      await sandbox.run();
      const { taken, report } = await change(fake, sandbox, { custom: { ...FULL, Summary: value, Author: value } });
      assert.deepEqual([taken, report.missing], [["author", "summary"], []]);
      assert.match(await sandbox.read(FILE), /^author: null$/m);
      assert.doesNotMatch(await sandbox.read(FILE), /^summary:/m);
    });
  }

  test("and not in the work package, or undisclosed, was not", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    const before = await sandbox.read(FILE);
    const undisclosed = [{ href: "urn:openproject-org:api:v3:undisclosed", title: "Undisclosed" }];
    const { taken, report } = await change(fake, sandbox, {
      custom: { ...FULL, "Related Offerings": undisclosed },
      over: { [keyOf("Summary")]: undefined },
    });
    assert.deepEqual(taken, []);
    assert.equal(dropTimes(await sandbox.read(FILE)), dropTimes(before));
    assert.match(
      formatReport(report),
      /^Kept 'summary' in news\S+: the custom field 'Summary' is hidden from the token$/m,
    );
    assert.match(formatReport(report), /^Kept 'relatedOfferings' in .*'Related Offerings' is hidden/m);
  });

  for (const name of ["summary", "SUMMARY", " Summary ", "Summary *", "Sum\u00a0mary", "Summary:"]) {
    test(`may be written ${JSON.stringify(name)}`, async (t) => {
      const { Summary, ...rest } = FULL;
      const { fake, sandbox } = await setUp(t, { custom: { ...rest, [name]: Summary } });
      fake.numbers = numbersOf([...without("Summary"), name]);
      const { missing } = await sandbox.run();
      assert.deepEqual(missing, []);
      assert.match(await sandbox.read(FILE), /^summary: In short\.$/m);
    });
  }

  test("twice, by its two names: the preferred one that has a value counts, whatever the order", async (t) => {
    for (const names of [
      ["Authors", ...NAMES],
      [...NAMES, "Authors"],
    ]) {
      const { fake, sandbox } = await setUp(t, { custom: { ...FULL, Authors: "Somebody Else" } });
      fake.numbers = numbersOf(names);
      const { outcomes } = await sandbox.run();
      assert.match(await sandbox.read(FILE), /^author:\n {2}- Jane Doe\n {2}- John Roe\n/m);
      assert.deepEqual(outcomes[0]?.notes, [
        "'Authors' is not read, since 'Author' has a value as well: empty one of the two",
      ]);
      const { taken } = await change(fake, sandbox, { custom: { ...FULL, Author: null, Authors: "Somebody Else" } });
      assert.deepEqual(taken, ["author"]);
    }
  });

  test("twice, of which one is hidden and the other is empty, was not emptied", async (t) => {
    for (const hidden of ["Author", "Authors"]) {
      const empty = hidden === "Author" ? "Authors" : "Author";
      const { Author, ...rest } = FULL;
      const { fake, sandbox } = await setUp(t, { custom: { ...rest, [hidden]: Author, [empty]: null } });
      fake.numbers = numbersOf([...without("Author"), "Author", "Authors"]);
      await sandbox.run();
      const over = { [`customField${fake.numbers[hidden]}`]: undefined };
      const { taken, report } = await change(fake, sandbox, {
        custom: { ...rest, [hidden]: Author, [empty]: "" },
        over,
      });
      assert.deepEqual(taken, []);
      assert.match(formatReport(report), new RegExp(`^Kept 'author' in .*'${hidden}' is hidden from the token$`, "m"));
    }
  });

  test("and has another type now gives the same value", async (t) => {
    const { fake, sandbox } = await setUp(t);
    await sandbox.run();
    const custom = {
      ...FULL,
      "Medigy Topics": TOPIC,
      Author: [
        { href: "/api/v3/users/1", title: "Jane Doe" },
        { href: "/api/v3/users/2", title: "John Roe" },
      ],
      Language: "fr",
      Summary: "In short.",
      Published: { raw: "2024-02" },
      "Insights By": [{ title: "Ann Example" }],
      "HTML Meta Data": '{"author":"Jane Doe"}',
    };
    assert.deepEqual((await change(fake, sandbox, { custom })).taken, []);
  });

  test("and has several values for one field loses none of them", async (t) => {
    const people = [{ title: "Ann Example" }, { title: "Bob Example" }];
    const { sandbox } = await setUp(t, { custom: { ...FULL, "Insights By": people } });
    await sandbox.run();
    assert.match(await sandbox.read(FILE), /^insights_name: '?Ann Example, Bob Example'?$/m);
  });
});

test("a text with several people gives each of them, and one that may be one name is told", async (t) => {
  const { fake, sandbox } = await setUp(t, { custom: { ...FULL, Author: "Jane Doe, MD, and John Roe" } });
  assert.equal((await sandbox.run()).outcomes[0]?.notes, undefined);
  assert.match(await sandbox.read(FILE), /^author:\n {2}- Jane Doe\n {2}- John Roe\nbase/m);
  const { outcome, report } = await change(fake, sandbox, { custom: { ...FULL, Author: "Doe, Jane" } });
  const note = "'Doe, Jane' was taken as one author: separate several with ';' in the custom field 'Author'";
  assert.deepEqual(outcome?.notes, [note]);
  assert.ok(formatReport(report).includes(`\n             ${note}\n`));
  const option = { href: "/api/v3/custom_options/9", title: "Jane Doe, John Roe" };
  assert.deepEqual((await change(fake, sandbox, { custom: { ...FULL, Author: option } })).outcome?.notes, undefined);
  assert.match(await sandbox.read(FILE), /^author:\n {2}- Jane Doe, John Roe\nbase/m);
});

test("what cannot be imported names the custom field", async (t) => {
  const messages = async (given: Partial<FakePackage>, numbers: Fake["numbers"] = numbersOf(NAMES)) => {
    const { fake, sandbox } = await setUp(t, given);
    fake.numbers = numbers;
    return (await sandbox.run()).outcomes[0]?.message;
  };
  t.assert.snapshot([
    await messages({}, numbersOf([...without("Medigy Topics"), "Medigy Themes"])),
    await messages({}, numbersOf([...without("Medigy Topics"), "Subjects", "Internal Notes"])),
    await messages({ custom: { ...FULL, "Medigy Topics": [] } }),
    await messages({
      custom: { ...FULL, "Medigy Topics": [{ title: "Gartner: Application Programing Interface (API)" }] },
    }),
    await messages({ custom: { ...FULL, Language: { title: "French" } } }),
    await messages({ custom: { ...FULL, "Curation Date": "1 March 2024" } }),
    await messages({ over: { [keyOf("Medigy Topics")]: undefined }, custom: { ...FULL, "Medigy Topics": undefined } }),
  ]);
});
