import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { loadCatalog } from "../../catalog/load-content.ts";
import { InputError } from "../../cli/command.ts";
import { SETTINGS_FILE } from "../../config/settings.ts";
import { formatReport } from "./format-report.ts";
import { type ImportReport, isFine } from "./import-openproject.ts";
import {
  CUSTOM_NAMES,
  createSandbox,
  type Fake,
  type FakePackage,
  item,
  jpeg,
  type Sandbox,
  sendError,
  startFake,
  TOKEN,
  TOPIC,
} from "./testing.ts";

const LATER = "2024-05-19T08:51:20.396Z";
const MUCH_LATER = "2024-05-20T08:51:20.396Z";
const FILE_1 = "news/2024/news1-story-1.md";

async function setUp(
  t: TestContext,
  packages: Fake["packages"],
  files = {},
): Promise<{ fake: Fake; sandbox: Sandbox }> {
  const fake = await startFake(t);
  fake.packages = packages;
  return { fake, sandbox: await createSandbox(t, fake, files) };
}

const told = ({ outcomes }: ImportReport) => outcomes.map(({ outcome, id, file }) => `${outcome} ${id} ${file ?? "-"}`);
const contents = (fake: Fake) => fake.requests.filter(({ path }) => path.endsWith("/content")).length;
const lists = (fake: Fake) => fake.requests.filter(({ path }) => path.endsWith("/projects/12/work_packages"));
const image = async (id = 5, given = {}) => ({
  id,
  fileName: "Curated_Featured_Image.jpeg",
  bytes: await jpeg(40, 30),
  ...given,
});

describe("an import", () => {
  test("brings every page, closed items too, and a second one changes no byte", async (t) => {
    const packages = [item(3), item(1, { isClosed: true }), item(2), item(5), item(4, { type: "Task" })];
    const { fake, sandbox } = await setUp(t, packages);
    fake.pageCap = 2;
    const report = await sandbox.run();
    assert.deepEqual(
      told(report),
      [1, 2, 3, 5].map((id) => `new ${id} news/2024/news${id}-story-${id}.md`),
    );
    assert.equal(report.passedOver, 1);
    assert.deepEqual(
      lists(fake).map(({ query }) => [query.get("offset"), query.get("filters")]),
      [
        ["1", "[]"],
        ["2", "[]"],
        ["3", "[]"],
      ],
    );
    const before = await sandbox.hashes();
    const again = await sandbox.run();
    assert.deepEqual([...new Set(again.outcomes.map(({ outcome }) => outcome))], ["unchanged"]);
    assert.deepEqual(await sandbox.hashes(), before);
    assert.deepEqual(
      [...new Set((await sandbox.run({ isAll: true })).outcomes.map(({ outcome }) => outcome))],
      ["unchanged"],
    );
    assert.deepEqual(await sandbox.hashes(), before);
  });

  test("makes content that the check has nothing against, but that the publishers are not known here", async (t) => {
    const { sandbox } = await setUp(t, [item(1), item(2, { subject: "Story 1", attachments: [await image()] })]);
    await sandbox.run();
    const { diagnostics } = await loadCatalog({ ...sandbox, buildDate: "2024-06-01" });
    assert.deepEqual([...new Set(diagnostics.map(({ rule }) => rule))], ["unknown-publisher"]);
  });

  test("asks only for what changed since the last finished run, with an overlap", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2, { updatedAt: LATER })]);
    await sandbox.run();
    const [one] = fake.packages;
    assert.ok(one);
    fake.packages = [{ ...one, raw: "New words.", updatedAt: MUCH_LATER }, item(2, { updatedAt: LATER })];
    assert.deepEqual(told(await sandbox.run()), [`changed 1 ${FILE_1}`, "unchanged 2 news/2024/news2-story-2.md"]);
    assert.deepEqual(JSON.parse(lists(fake).at(-1)?.query.get("filters") ?? ""), [
      { updatedAt: { operator: "<>d", values: ["2024-05-19T08:41:20.396Z", ""] } },
    ]);
    assert.match(await sandbox.read(FILE_1), /---\nNew words\.\n$/);
  });

  test("finds custom fields by name, whatever their numbers", async (t) => {
    const custom = { Author: "One; Two", Summary: { raw: "In short." }, "Internal Notes": "secret" };
    const texts = [];
    for (const names of [CUSTOM_NAMES, CUSTOM_NAMES.toReversed()]) {
      const { fake, sandbox } = await setUp(t, [
        item(1, { custom: { ...custom, "Medigy Topics": [{ href: "/api/v3/custom_options/3" }] } }),
      ]);
      fake.numbers = Object.fromEntries(names.map((name, index) => [name, 100 + index]));
      await sandbox.run();
      texts.push((await sandbox.read(FILE_1)).replace(/^mdName.*$/m, ""));
    }
    assert.equal(texts[0], texts[1]);
    assert.match(texts[0] ?? "", /author:\n {2}- One\n {2}- Two\n/);
    assert.match(texts[0] ?? "", /summary: In short\.\n/);
    assert.ok(texts[0]?.includes(`- '${TOPIC}'`));
    assert.doesNotMatch(texts[0] ?? "", /secret/);
  });

  test("reads again a list that shifts while it is read", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2), item(3), item(4)]);
    fake.pageCap = 2;
    fake.intercept = (_request, _response, url) => {
      if (url.searchParams.get("offset") === "2") fake.packages = fake.packages.filter(({ id }) => id !== 1);
      return false;
    };
    assert.deepEqual(
      (await sandbox.run()).outcomes.map(({ id }) => id),
      [1, 2, 4, 3],
    );
  });

  test("of a work package that the list abbreviates reads it in full", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    fake.intercept = (_request, response, url) => {
      if (!url.pathname.endsWith("/projects/12/work_packages")) return false;
      const element = {
        _abbreviated: "shortened",
        _type: "WorkPackage",
        _links: { self: { href: "/api/v3/work_packages/1" } },
        id: 1,
      };
      response.end(JSON.stringify({ total: 1, count: 1, _type: "Collection", _embedded: { elements: [element] } }));
      return true;
    };
    assert.deepEqual(told(await sandbox.run()), [`new 1 ${FILE_1}`]);
  });

  test("goes on after a bad work package, and comes back to it", async (t) => {
    const bad = [
      item(1, { custom: { "Source URL": null, "Clean URL": null } }),
      item(2, { custom: { "Medigy Topics": [{ title: "HL7: Unheard of" }] } }),
      item(3, { over: { updatedAt: null } }),
      item(4, { raw: "", custom: { "HTML Meta Data": { raw: "no JSON" } } }),
      item(5, { custom: { "Source URL": "javascript:alert(1)", "Clean URL": null } }),
    ];
    const { fake, sandbox } = await setUp(t, [...bad, item(6, { updatedAt: LATER })]);
    const report = await sandbox.run();
    assert.deepEqual(
      report.outcomes.map(({ outcome }) => outcome),
      ["failed", "failed", "failed", "failed", "failed", "new"],
    );
    const messages = report.outcomes.map(({ message }) => message ?? "");
    assert.match(
      messages[0] ?? "",
      /'Source URL' and 'Clean URL' are both empty or not there; other fields are 'Internal Notes'/,
    );
    assert.match(messages[1] ?? "", /no topic 'HL7: Unheard of'/);
    assert.match(messages[2] ?? "", /'updatedAt'/);
    assert.match(messages[3] ?? "", /'HTML Meta Data' is not a JSON object/);
    assert.match(messages[4] ?? "", /would not be valid: 'link.*web address/);
    assert.equal(isFine(report), false);
    fake.packages = [1, 2, 3, 4, 5, 6].map((id) => item(id, id === 6 ? { updatedAt: LATER } : {}));
    assert.equal(isFine(await sandbox.run()), true);
    assert.equal((await readdir(join(sandbox.contentRoot, "news/2024"))).length, 6);
  });

  test("gives a second story of the same name another address", async (t) => {
    const custom = (path: string) => ({ "Source URL": `https://a.example/${path}`, "Clean URL": null });
    const { sandbox } = await setUp(
      t,
      [1, 2].map((id) => item(id, { subject: "One name", custom: custom(`${id}`) })),
    );
    assert.deepEqual(told(await sandbox.run()), ["new 1 news/2024/a-one-name.md", "new 2 news/2024/a-one-name-2.md"]);
  });

  test("never writes over the file of another story", async (t) => {
    const other =
      "---\ntitle: By hand\nslug: elsewhere\ndate: 2024-01-01\nlink: https://a.example/\ncategories: ['A: B']\n---\nWords\n";
    const { sandbox } = await setUp(t, [item(1)], { [FILE_1]: other });
    assert.match((await sandbox.run()).outcomes[0]?.message ?? "", /which is another story/);
    assert.equal(await sandbox.read(FILE_1), other);
  });

  test("keeps the file of a work package, wherever it lies and whatever its title becomes", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    await sandbox.write("news/2024/moved.md", await sandbox.read(FILE_1));
    await rm(join(sandbox.contentRoot, FILE_1));
    fake.packages = [item(1, { subject: "Quite another title", updatedAt: LATER })];
    assert.deepEqual(told(await sandbox.run()), ["changed 1 news/2024/moved.md"]);
    assert.match(
      await sandbox.read("news/2024/moved.md"),
      /\nslug: news1-story-1\n[\s\S]*\ntitle: Quite another title\n/,
    );
  });

  test("does not curate a source twice, and does not choose between two files of one number", async (t) => {
    const hand =
      "---\ntitle: By hand\ndate: 2024-01-01\nlink: https://www.news1.example/story-1/\ncategories: ['A: B']\n---\nWords\n";
    const numbered = (id: number) => hand.replace("date", `id: ${id}\ndate`).replace("news1", "other");
    const files = { "news/2024/hand.md": hand, "news/2024/a.md": numbered(2), "news/2024/b.md": numbered(2) };
    const { sandbox } = await setUp(t, [item(1), item(2)], files);
    const before = await sandbox.hashes();
    const { outcomes } = await sandbox.run();
    assert.match(outcomes[0]?.message ?? "", /curated in news\/2024\/hand\.md already: write 'id: 1' there/);
    assert.match(outcomes[1]?.message ?? "", /is in news\/2024\/a\.md and news\/2024\/b\.md/);
    const { "content/.openproject/state.json": _state, ...after } = await sandbox.hashes();
    assert.deepEqual(after, before);
  });
});

describe("a work package that is gone", () => {
  const whole = { isAll: true };
  test("is told with --all, and its file stays", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2), item(3)]);
    await sandbox.run();
    fake.packages = [item(2)];
    const before = await sandbox.hashes();
    assert.deepEqual((await sandbox.run()).gone, []);
    const report = await sandbox.run(whole);
    const why = "it was deleted, or the token may not see it any more";
    assert.deepEqual(report.gone, [
      { id: 1, file: FILE_1, why },
      { id: 3, file: "news/2024/news3-story-3.md", why },
    ]);
    assert.match(
      formatReport(report),
      /^gone {7}news\/2024\/news1-story-1\.md \(work package 1\): it was deleted, or/m,
    );
    assert.match(formatReport(report), /^2 files without a work package: /m);
    assert.equal(isFine(report), true);
    assert.deepEqual(await sandbox.hashes(), before);
  });
  test("is told where all are gone, and not where its file is gone as well or has no number", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2)]);
    await sandbox.run();
    await rm(join(sandbox.contentRoot, "news/2024/news2-story-2.md"));
    fake.packages = [];
    assert.deepEqual(
      (await sandbox.run(whole)).gone.map(({ id }) => id),
      [1],
    );
    await sandbox.write(FILE_1, (await sandbox.read(FILE_1)).replace(/^id: 1\n/m, ""));
    assert.deepEqual((await sandbox.run(whole)).gone, []);
  });
  test("may be in another project now, which is none to tell of where that one is imported too", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2)]);
    await sandbox.run();
    fake.intercept = (_request, response, url) => {
      if (!url.pathname.endsWith("/work_packages")) return false;
      return Boolean(response.end(JSON.stringify({ total: 0, _embedded: { elements: [] } })));
    };
    assert.deepEqual(
      (await sandbox.run(whole)).gone.map(({ why }) => why),
      ["it is in another project now", "it is in another project now"],
    );
    const state = JSON.parse(await sandbox.read(".openproject/state.json"));
    state.settled["13"] = LATER;
    await sandbox.write(".openproject/state.json", JSON.stringify(state));
    assert.deepEqual((await sandbox.run(whole)).gone, []);
  });
  test("is of another type now, which every run tells", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    fake.packages = [item(1, { type: "Task", updatedAt: LATER })];
    assert.deepEqual((await sandbox.run()).gone, [{ id: 1, file: FILE_1, why: "it is of the type 'Task' now" }]);
  });
  test("is not told where the instance does not answer", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    fake.packages = [];
    fake.intercept = (_request, response, url) => url.pathname.endsWith("/1") && sendError(response, 500, "Oops");
    const report = await sandbox.run(whole);
    assert.deepEqual(report.gone, []);
    assert.match(report.stopped ?? "", /answers 500/);
  });
});

describe("what a story is about", () => {
  const files = {
    "organizations/acme.md": "---\nname: Acme\ntype: vendor\nalsoKnownAs: [Acme Corp]\n---\n",
    "offerings/acme-server.md": "---\nname: Acme Server\nvendor: acme\nkind: fhir-server\nofferingId: 77\n---\n",
  };
  async function run(t: TestContext, given: Partial<FakePackage>) {
    const fake = await startFake(t);
    fake.numbers = { ...fake.numbers, Institution: 50, Offering: 51, Via: 52, "Via Link": 53 };
    fake.packages = [item(1, given)];
    const sandbox = await createSandbox(t, fake, files);
    return { fake, sandbox, outcome: (await sandbox.run()).outcomes[0] };
  }
  test("is found in the content by name or number, and who pointed to it is taken over", async (t) => {
    const { fake, sandbox } = await run(t, {
      custom: {
        Institution: { href: "/api/v3/custom_options/5", title: "acme corp" },
        Offering: { href: "/api/v3/work_packages/77", title: "Its name there" },
        Via: "HIStalk",
        "Via Link": "https://histalk.example/1",
      },
    });
    const text = await sandbox.read(FILE_1);
    assert.match(text, /institution:\n {2}label: Acme\n {2}permalink: \/institution\/acme\n/);
    assert.match(text, /offering:\n {2}label: Acme Server\n {2}permalink: \/offering\/acme-server\n/);
    assert.match(text, /via: HIStalk\n[\s\S]*viaLink: '?https:\/\/histalk\.example\/1'?\n/);
    // An editor's short form says the same.
    await sandbox.write(FILE_1, text.replace(/offering:\n(?: {2}.*\n)+/, "offering: acme-server\n"));
    fake.packages = [item(1, { ...fake.packages[0], updatedAt: LATER })];
    assert.deepEqual((await sandbox.run()).outcomes[0]?.fields, ["lastMod"]);
    assert.match(await sandbox.read(FILE_1), /\noffering: acme-server\n/);
  });
  test("is refused where the content does not have it, or there are several", async (t) => {
    const unknown = await run(t, { custom: { Institution: "Zeta" } });
    assert.match(unknown.outcome?.message ?? "", /no organization 'Zeta' in content\/organizations/);
    const several = await run(t, { custom: { Offering: [{ title: "Acme Server" }, { title: "Acme Cloud" }] } });
    assert.match(several.outcome?.message ?? "", /'Offering' has 2 values, and a story has one/);
  });
  test("and held back in OpenProject says so in its file; any other status stays there", async (t) => {
    const { fake, sandbox } = await run(t, { status: "Rejected" });
    assert.match(await sandbox.read(FILE_1), /\nstatus: Rejected\n/);
    fake.packages = [item(1, { updatedAt: LATER, status: "In progress" })];
    assert.deepEqual((await sandbox.run()).outcomes[0]?.fields, ["lastMod", "status"]);
    assert.match(await sandbox.read(FILE_1), /\nstatus: ''\n/);
  });
});

describe("attachments", () => {
  test("may redirect to another origin, which does not see the token", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1, { attachments: [await image(5, { isRemote: true })] })]);
    const { outcomes } = await sandbox.run();
    assert.equal(fake.storeRequests.length, 1);
    assert.deepEqual(
      fake.storeRequests.map(({ authorization }) => authorization),
      [undefined],
    );
    assert.ok(fake.requests.every(({ authorization }) => authorization?.startsWith("Basic ")));
    assert.deepEqual(
      (await readdir(sandbox.imageRoot)).map((file) => `images/${file}`),
      outcomes[0]?.files,
    );
    assert.match(
      await sandbox.read(FILE_1),
      /featuredImage:\n {2}alt: Story 1\n {2}format: JPEG\n {2}href: '?[\da-f-]{36}-featuredImage\.jpeg'?\n {2}size:\n {4}- 40\n {4}- 30\n/,
    );
  });
  test("may lie at another origin from the start, which does not see the token either", async (t) => {
    const { fake, sandbox } = await setUp(t, []);
    const told = { _links: { downloadLocation: { href: `${fake.storeUrl}/bucket/5` } } };
    fake.packages = [item(1, { attachments: [await image(5, { told })] })];
    assert.equal((await sandbox.run()).outcomes[0]?.outcome, "new");
    assert.deepEqual(
      fake.storeRequests.map(({ authorization }) => authorization),
      [undefined],
    );
  });
  test("of the name are the body", async (t) => {
    const attachments = [{ id: 6, fileName: "Curated_Content.md", bytes: Buffer.from("Attached *words*.\r\n") }];
    const { sandbox } = await setUp(t, [item(1, { attachments })]);
    await sandbox.run();
    assert.match(await sandbox.read(FILE_1), /description: Attached words\.\n[\s\S]*---\nAttached \*words\*\.\n$/);
  });
  const half = async () => (await jpeg(400, 300)).subarray(0, 900);
  const md5 = { algorithm: "md5", hash: "00" };
  const bad: [string, () => Promise<object>, RegExp][] = [
    ["of another size", async () => ({ told: { filesize: 7 } }), /has \d+ bytes instead of 7/],
    ["of another digest", async () => ({ told: { digest: md5 } }), /does not have the digest/],
    [
      "that are no image",
      async () => ({ bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>") }),
      /svg, which is not shown/,
    ],
    ["that are cut off", async () => ({ bytes: await half() }), /damaged|cannot be read/],
    ["that are quarantined", async () => ({ told: { status: "quarantined" } }), /'quarantined'/],
  ];
  for (const [name, given, message] of bad) {
    test(`${name} are refused, and nothing is written`, async (t) => {
      const { sandbox } = await setUp(t, [item(1, { attachments: [await image(5, await given())] })]);
      const { outcomes } = await sandbox.run();
      assert.match(outcomes[0]?.message ?? "", message);
      assert.deepEqual(
        Object.keys(await sandbox.hashes()).filter((path) => /images|news/.test(path)),
        [],
      );
    });
  }
  test("without size, with an unknown digest, a title for a name and `fileSize` are read", async (t) => {
    const bytes = await jpeg(4, 3);
    const sha256 = { algorithm: "SHA256", hash: createHash("sha256").update(bytes).digest("hex").toUpperCase() };
    const given = [
      { filesize: undefined, digest: { algorithm: "crc-9", hash: "1" } },
      { filesize: undefined, fileSize: bytes.length, digest: sha256, status: undefined },
      { fileName: undefined, title: "Curated_Featured_Image.jpeg", id: undefined, digest: null },
    ];
    const packages = given.map((told, index) =>
      item(index + 1, { attachments: [{ id: index + 5, fileName: "Curated_Featured_Image.jpeg", bytes, told }] }),
    );
    const { sandbox } = await setUp(t, packages);
    assert.deepEqual(
      (await sandbox.run()).outcomes.map(({ outcome, message }) => message ?? outcome),
      ["new", "new", "new"],
    );
  });
  test("with the text that are gone or have another name leave the body as it was, which is told", async (t) => {
    const attachments = [{ id: 6, fileName: "Curated_Content.md", bytes: Buffer.from("Attached *words*.") }];
    for (const [raw, others] of [
      ["", []],
      ["An internal remark.", [{ id: 7, fileName: "Content final.md", bytes: Buffer.from("Other words.") }]],
    ] as const) {
      const { fake, sandbox } = await setUp(t, [item(1, { raw, attachments })]);
      await sandbox.run();
      for (const minute of ["05", "06"]) {
        fake.packages = [item(1, { raw, updatedAt: `2024-06-01T12:${minute}:00.000Z`, attachments: [...others] })];
        const [outcome] = (await sandbox.run()).outcomes;
        assert.deepEqual(outcome?.fields, ["lastMod"]);
        assert.match(
          outcome?.notes?.join() ?? "",
          /The body is kept: no attachment is named 'Curated_Content' any more/,
        );
        assert.match(await sandbox.read(FILE_1), /Attached \*words\*\.\n$/);
      }
    }
  });
  const pdf = (id: number, given: object = {}) => ({
    id,
    fileName: "Curated_Featured_Pdf.pdf",
    bytes: Buffer.from("%PDF-1.7 and the rest"),
    ...given,
  });
  test("are the document and the icon of the source too, by their names", async (t) => {
    const icon = await image(8, { fileName: "Curated Fav Icon Image.JPG" });
    const { fake, sandbox } = await setUp(t, [item(1, { attachments: [pdf(7), icon] })]);
    const [outcome] = (await sandbox.run()).outcomes;
    assert.deepEqual(
      outcome?.files?.map((file) => file.replace(/\/.*-/, "/")),
      ["images/favIconImage.jpeg", "documents/featuredPdf.pdf"],
    );
    const text = await sandbox.read(FILE_1);
    assert.match(text, /favIconImage:\n {2}format: JPEG\n {2}href: '?[\da-f-]{36}-favIconImage\.jpeg'?\n {2}size:\n/);
    assert.match(text, /featuredPdf:\n {2}format: PDF\n {2}href: '?[\da-f-]{36}-featuredPdf\.pdf'?\n {2}valid: true\n/);
    assert.match(text, /featuredImage: null\n/);
    assert.deepEqual(await readFile(join(sandbox.folder, outcome?.files?.[1] ?? "")), pdf(7).bytes);
    const { diagnostics } = await loadCatalog({ ...sandbox, buildDate: "2024-06-01" });
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rule !== "unknown-publisher"),
      [],
    );
    const before = await sandbox.hashes();
    assert.equal((await sandbox.run({ isAll: true })).outcomes[0]?.outcome, "unchanged");
    assert.deepEqual(await sandbox.hashes(), before);
    fake.packages = [item(1, { updatedAt: LATER, attachments: [icon] })];
    const [later] = (await sandbox.run()).outcomes;
    assert.deepEqual(later?.fields, ["featuredPdf", "lastMod"]);
    assert.match(later?.notes?.join() ?? "", /^No attachment is named 'Curated_Featured_Pdf' any more/);
  });
  test("that are called a document and are none are refused", async (t) => {
    const { sandbox } = await setUp(t, [item(1, { attachments: [pdf(7, { bytes: Buffer.from("<html>") })] })]);
    assert.match((await sandbox.run()).outcomes[0]?.message ?? "", /'Curated_Featured_Pdf\.pdf' is no PDF$/);
    await assert.rejects(readdir(sandbox.documentRoot));
  });
  test("that are gone or have another name take their image out of the story, which is told", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1, { attachments: [await image()] })]);
    await sandbox.run();
    const other = await image(6, { fileName: "Featured.jpeg" });
    fake.packages = [item(1, { updatedAt: LATER, attachments: [other] })];
    const [outcome] = (await sandbox.run()).outcomes;
    assert.deepEqual(outcome?.fields, ["featuredImage", "lastMod"]);
    assert.deepEqual(outcome?.notes, [
      "No attachment is named 'Curated_Featured_Image' any more: attached are 'Featured.jpeg'",
    ]);
  });
  test("cropped by an editor stay until a person decides", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1, { attachments: [await image()] })]);
    const name = (await sandbox.run()).outcomes[0]?.files?.[0] ?? "";
    const path = join(sandbox.folder, name);
    const cropped = await jpeg(10, 10);
    await writeFile(path, cropped);
    fake.packages = [item(1, { updatedAt: LATER, raw: "New words.", attachments: [await image()] })];
    assert.deepEqual(told(await sandbox.run()), [`changed 1 ${FILE_1}`]);
    assert.deepEqual(await readFile(path), Buffer.from(cropped));
    const newer = await jpeg(50, 50);
    fake.packages = [
      item(1, { updatedAt: MUCH_LATER, raw: "New words.", attachments: [await image(9, { bytes: newer })] }),
    ];
    const text = await sandbox.read(FILE_1);
    assert.deepEqual(
      (await sandbox.run()).outcomes[0]?.conflicts?.map(({ field }) => field),
      ["featuredImage"],
    );
    assert.deepEqual(await readFile(path), Buffer.from(cropped));
    assert.equal((await sandbox.read(FILE_1)).replace(/lastMod.*/, ""), text.replace(/lastMod.*/, ""));
    assert.equal((await sandbox.run({ take: [1] })).outcomes[0]?.outcome, "changed");
    assert.deepEqual(await readFile(path), Buffer.from(newer));
  });
});

describe("a conflict", () => {
  async function conflict(t: TestContext) {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    const old = await sandbox.read(FILE_1);
    await sandbox.write(
      FILE_1,
      old.replace("title: Story 1", "# mine\ntitle: 'By hand' # checked\nnote: Mine\nnot_known: yes"),
    );
    fake.packages = [item(1, { subject: "By others", raw: "New words.", updatedAt: LATER })];
    return { fake, sandbox, report: await sandbox.run() };
  }
  test("leaves the field, takes the others, fails the run and comes again", async (t) => {
    const { sandbox, report } = await conflict(t);
    assert.equal(isFine(report), false);
    assert.deepEqual(report.outcomes[0]?.fields, ["description", "lastMod", "(body)"]);
    assert.deepEqual(report.outcomes[0]?.conflicts, [
      { field: "title", base: "Story 1", file: "By hand", openProject: "By others" },
    ]);
    const text = await sandbox.read(FILE_1);
    assert.match(text, /\n# mine\ntitle: 'By hand' # checked\nnote: Mine\nnot_known: yes\n/);
    assert.match(text, /\n {2}- Story 1\n/);
    assert.match(text, /---\nNew words\.\n$/);
    assert.match(
      formatReport(report),
      /conflict {3}news\S+ \(work package 1\): description.*\n +title\n +was: +Story 1\n +in the file: By hand\n +OpenProject: By others\n/,
    );
    const before = await sandbox.hashes();
    assert.deepEqual(told(await sandbox.run()), [`conflict 1 ${FILE_1}`]);
    assert.deepEqual(await sandbox.hashes(), before);
  });
  test("ends when a person makes the two sides the same", async (t) => {
    const { sandbox } = await conflict(t);
    await sandbox.write(FILE_1, (await sandbox.read(FILE_1)).replace("title: 'By hand'", "title: 'By others'"));
    assert.equal(isFine(await sandbox.run()), true);
  });
  test("ends with --keep, as the file has it", async (t) => {
    const { sandbox } = await conflict(t);
    assert.equal(isFine(await sandbox.run({ keep: [1] })), true);
    assert.match(await sandbox.read(FILE_1), /title: 'By hand' # checked/);
    assert.deepEqual(told(await sandbox.run({ isAll: true })), [`unchanged 1 ${FILE_1}`]);
  });
  test("ends with --take, as OpenProject has it", async (t) => {
    const { sandbox } = await conflict(t);
    assert.equal(isFine(await sandbox.run({ take: [1] })), true);
    assert.match(await sandbox.read(FILE_1), /\n {2}- By others\n[\s\S]*\n# mine\ntitle: 'By others' # checked\n/);
  });
  test("is a file that was deleted and a work package that changed", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    await rm(join(sandbox.contentRoot, FILE_1));
    fake.packages = [item(1, { updatedAt: LATER })];
    assert.deepEqual(told(await sandbox.run()), ["unchanged 1 -"]);
    fake.packages = [item(1, { raw: "New words.", updatedAt: MUCH_LATER })];
    assert.deepEqual(told(await sandbox.run()), ["conflict 1 -"]);
    assert.deepEqual(told(await sandbox.run({ take: [1] })), [`new 1 ${FILE_1}`]);
  });
});

describe("an interruption", () => {
  test("loses nothing, and what is done is not done again", async (t) => {
    const packages = await Promise.all(
      [1, 2, 3, 4].map(async (id) => item(id, { attachments: [await image(id + 10)] })),
    );
    const { fake, sandbox } = await setUp(t, packages);
    fake.pageCap = 2;
    fake.intercept = (request, _response, url) => {
      if (url.searchParams.get("offset") !== "2") return false;
      request.socket.destroy();
      return true;
    };
    const report = await sandbox.run();
    assert.equal(report.outcomes.length, 2);
    assert.match(report.stopped ?? "", /could not be reached/);
    assert.equal(isFine(report), false);
    assert.deepEqual(sandbox.waits, [500, 1000, 2000, 4000]);
    assert.ok(!Object.keys(await sandbox.hashes()).includes("content/.openproject/state.json"));
    assert.equal(contents(fake), 2);
    fake.intercept = undefined;
    assert.deepEqual(
      (await sandbox.run()).outcomes.map(({ outcome }) => outcome),
      ["unchanged", "unchanged", "new", "new"],
    );
    assert.equal(contents(fake), 4);
  });
  test("before the base is written is made good", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    await sandbox.run();
    const old = await sandbox.hashes();
    const base = await sandbox.read(".openproject/1.json");
    fake.packages = [item(1, { raw: "New words.", updatedAt: LATER })];
    await sandbox.run();
    const done = await sandbox.hashes();
    await sandbox.write(".openproject/1.json", base);
    assert.deepEqual(told(await sandbox.run()), [`unchanged 1 ${FILE_1}`]);
    assert.deepEqual(await sandbox.hashes(), done);
    assert.notDeepEqual(done, old);
  });
  test("by an instance that is down ends the run", async (t) => {
    const { fake, sandbox } = await setUp(
      t,
      [1, 2, 3, 4, 5].map((id) => item(id)),
    );
    fake.intercept = (request, _response, url) => {
      if (!url.pathname.endsWith("/attachments")) return false;
      request.socket.destroy();
      return true;
    };
    const report = await sandbox.run();
    assert.equal(report.outcomes.length, 3);
    assert.ok(report.stopped);
  });
});

describe("nothing is imported", () => {
  const refuses = async (t: TestContext, intercept: Fake["intercept"], message: RegExp) => {
    const { fake, sandbox } = await setUp(t, [item(1)]);
    fake.intercept = intercept;
    const before = await sandbox.hashes();
    await assert.rejects(sandbox.run(), (error) => error instanceof InputError && message.test(error.message));
    assert.deepEqual(await sandbox.hashes(), before);
  };
  test("without the right token", (t) =>
    refuses(t, (_request, response) => sendError(response, 401, "Who?"), /OPENPROJECT_TOKEN \(401\)/));
  test("from a project that is not there or not to be seen", (t) =>
    refuses(
      t,
      (_request, response) => sendError(response, 404, "Gone"),
      /does not exist, or the token may not see it/,
    ));
  test("from what is no OpenProject", (t) =>
    refuses(t, (_request, response) => Boolean(response.end("<html>")), /does not answer with JSON/));
  test("from another instance", async (t) => {
    const { sandbox } = await setUp(t, [item(1)], {
      ".openproject/state.json": '{"url":"https://other.example/","settled":{}}',
    });
    await assert.rejects(sandbox.run(), /imported from https:\/\/other\.example\//);
  });
  test("beside a file that cannot be read", async (t) => {
    const { sandbox } = await setUp(t, [item(1)], { "news/2024/bad.md": "---\ntitle: [\n---\n" });
    await assert.rejects(sandbox.run(), /Nothing was imported: correct these files first/);
  });
});

test("the newer path of the list is asked where the older one is gone", async (t) => {
  const { fake, sandbox } = await setUp(t, [item(1)]);
  fake.intercept = (_request, response, url) => {
    if (url.pathname.includes("/projects/")) return sendError(response, 404, "Gone");
    // The fake knows the older path only.
    url.pathname = url.pathname.replace("/workspaces/", "/projects/");
    return false;
  };
  assert.equal((await sandbox.run()).outcomes[0]?.outcome, "new");
});

test("a dry run shows what would change and writes nothing", async (t) => {
  const { fake, sandbox } = await setUp(t, [item(1, { attachments: [await image()] })]);
  const empty = await sandbox.hashes();
  const first = await sandbox.run({ isDryRun: true });
  assert.deepEqual(await sandbox.hashes(), empty);
  assert.match(
    formatReport(first),
    /new +news\/2024\/news1-story-1\.md\n[\s\S]*\+title: Story 1\n[\s\S]*nothing was written/,
  );
  await sandbox.run();
  const before = await sandbox.hashes();
  fake.packages = [
    item(1, {
      subject: "New\u001b[31m name",
      updatedAt: LATER,
      attachments: [await image(9, { bytes: await jpeg(9, 9) })],
    }),
  ];
  const text = formatReport(await sandbox.run({ isDryRun: true }));
  assert.match(text, /-title: Story 1\n +\+title: "?New/);
  assert.ok(!text.includes("\u001b"));
  assert.deepEqual(await sandbox.hashes(), before);
});

describe("the command", () => {
  const run = (args: string[], env: Record<string, string>, cwd: string) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const script = join(import.meta.dirname, "../../../scripts/import-openproject.ts");
      const child = execFile(
        process.execPath,
        [script, ...args],
        { cwd, env: { ...process.env, ...env } },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, out: stdout + stderr }),
      );
    });
  test("prints a summary or JSON, never the token, and ends with the right code", async (t) => {
    const { fake, sandbox } = await setUp(t, [item(1), item(2, { custom: { "Medigy Topics": [] } })]);
    fake.intercept = (request, response, url) =>
      url.pathname.endsWith("/2/attachments") &&
      sendError(response, 403, `Not with ${TOKEN} ${request.headers.authorization}`);
    const env = { OPENPROJECT_TOKEN: TOKEN, CURALOG_CONTENT: sandbox.contentRoot };
    await copyFile(SETTINGS_FILE, join(sandbox.folder, SETTINGS_FILE));
    const args = ["--url", fake.url, "--project", "12"];
    const results = [
      await run([...args, "--dry-run"], env, sandbox.folder),
      await run([...args, "--json"], env, sandbox.folder),
      await run(args, { ...env, OPENPROJECT_TOKEN: `${TOKEN}x` }, sandbox.folder),
      await run(args, { ...env, OPENPROJECT_TOKEN: "" }, sandbox.folder),
      await run(["--url", `https://apikey:${TOKEN}@op.example`, "--project", "12"], env, sandbox.folder),
    ];
    assert.deepEqual(
      results.map(({ code }) => code),
      [1, 1, 1, 1, 2],
    );
    const secrets = [TOKEN.slice(6), Buffer.from(`apikey:${TOKEN}`).toString("base64").slice(12, 40)];
    for (const { out } of results) for (const secret of secrets) assert.ok(!out.includes(secret), out);
    assert.match(
      results[0]?.out ?? "",
      /2 work packages: 1 new, 0 changed, 0 unchanged, 0 conflict, 1 failed; nothing was written/,
    );
    assert.deepEqual(
      JSON.parse(results[1]?.out ?? "").outcomes.map(({ file }: { file?: string }) => file),
      [FILE_1, undefined],
    );
    for (const path of Object.keys(await sandbox.hashes())) {
      assert.ok(!(await readFile(join(sandbox.folder, path), "utf8")).includes(TOKEN.slice(6)));
    }
  });
});
