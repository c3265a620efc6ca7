/**
 * The editing page of a site that was built with it: an editor opens a collection and a form, writes a story, and
 * `npm run check` takes what was written. The content lies in a folder of the browser's own, which the CMS reads and
 * writes as it does a checkout on disk.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { serveSite } from "../../src/builder/serve.ts";
import { listFiles } from "../../src/built-site/built-site.ts";
import { parseContentFile } from "../../src/ingest/front-matter.ts";
import { buildCopy, copyProject } from "../project-copy.ts";

/** What Sveltia CMS asks for as it opens; the page's policy lets none of it out, and nothing else may be on this list. */
const REFUSED = ["https://cdn.jsdelivr.net/", "https://www.githubstatus.com/"];

const IMPORTED = "content/news/2021/an-imported-story.md";

const WITH_FACTS = "content/offerings/acme-cloud.md";

/** Facts of every shape, in the order of the form. */
const FACTS = `authentication:
  value:
    - API key
    - OAuth 2.0
  note: The key is for the sandbox.
  source:
    - https://acme.example/auth
    - https://acme.example/keys
  seen: 2026-08
registration:
  value: approval
  source: https://acme.example/auth
  listedBy: A list
limits:
  value: 'At most: 10 calls a second.'
  source:
    - https://acme.example/limits
terms:
  value: https://acme.example/terms
  source: https://acme.example/terms
sdks:
  value:
    - language: Java
      repository: https://code.example/acme-java
    - language: C#
  source: https://acme.example/sdks
latestRelease:
  value:
    version: '2.10'
    day: 2026-08-01
  source: https://code.example/acme`;

let project = "";
let server: Server | undefined;
let origin = "";
/** Text of each content file, by path from the root of the project. */
let files: Readonly<Record<string, string>> = {};

// The CMS is two megabytes of script, beside which other tests run.
test.describe.configure({ mode: "serial", timeout: 60_000 });

// The CMS makes a control when it comes near the window. All of a form is in this one, so none is waited for in vain.
test.use({ viewport: { width: 1280, height: 10_000 } });

test.beforeAll(async () => {
  // A whole build; beside other tests it can take longer than a test may.
  test.setTimeout(120_000);
  project = join(mkdtempSync(join(tmpdir(), "curalog-cms-")), "project");
  copyProject(project);
  const { status, said } = buildCopy(project, { CURALOG_CMS: "owner/name" });
  expect(status, said).toBe(0);
  server = await serveSite(join(project, "dist"), 0);
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const names = listFiles(join(project, "content")).map((name) => `content/${name}`);
  files = {
    ...Object.fromEntries(names.map((name) => [name, readFileSync(join(project, name), "utf8")])),
    [IMPORTED]: "---\ntitle: An imported story\nlink:\n  href: https://acme.example/imported\n---\n",
    [WITH_FACTS]: `---\nname: Acme Cloud\nvendor: acme\nkind: fhir-server\nsummary: A cloud.\n${FACTS}\n---\n`,
  };
});

test.afterAll(() => {
  server?.close();
  rmSync(dirname(project), { recursive: true, force: true });
});

test("opens a collection and a form with the fields of the schema, and asks no other host", async ({ page }) => {
  const watched = watch(page);
  await openRepository(page);

  await page.getByRole("treeitem", { name: "Offerings" }).click();
  await expect(page.getByRole("row", { name: "Acme Server" })).toBeVisible();
  await page.getByRole("treeitem", { name: "News" }).click();
  await expect(page.getByRole("row", { name: "A story about a healthy story" })).toBeVisible();
  await expect(page.getByRole("row", { name: "An imported story" })).toHaveCount(0);

  for (const { name, fields } of await collectionsOf(page)) {
    await page.goto(`${origin}/admin/#/collections/${name}/new`);
    const wanted = fields.map(
      ({ name, widget, label, required }) => `${name}: ${widget}, ${label}${required ? "*" : ""}`,
    );
    await expect.poll(() => shownFields(page), `the form of ${name}`).toEqual(wanted);
  }
  expect(watched.sent.length).toBeGreaterThan(3);
  expect(watched.sent.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(watched.refused.length).toBeGreaterThan(0);
  expect(watched.refused.filter((url) => !REFUSED.some((host) => url.startsWith(host)))).toEqual([]);
  expect(watched.said).toEqual([]);
});

test("writes a story where it belongs, keeps what it has no control for, and the check takes it", async ({ page }) => {
  await openRepository(page);
  await page.goto(`${origin}/admin/#/collections/news/new`);
  await fieldOf(page, "title").getByRole("textbox").fill("Node.js: a Story, told “twice”");
  await fieldOf(page, "date").locator("input").fill("2025-11-20");
  await page.getByRole("radiogroup", { name: "Sidebar Panels" }).getByRole("radio", { name: "Slug" }).click();
  await expect(page.getByRole("textbox", { name: "Slug" })).toHaveText("node-js-a-story-told-twice");
  await fieldOf(page, "link").getByRole("textbox").fill("acme.example/story");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(fieldOf(page, "link")).toContainText("must be a full web address that begins with https:// or http://");
  await expect(fieldOf(page, "categories")).toContainText("required");

  await fieldOf(page, "link").getByRole("textbox").fill("https://acme.example/story?utm_source=x");
  await fieldOf(page, "categories").getByRole("checkbox", { name: "HL7: FHIR" }).click();
  await fieldOf(page, "summary").locator("textarea").fill("What it says: # not a comment.\nOn two lines.");
  await fieldOf(page, "published").locator("input").fill("2025");
  await page.getByRole("button", { name: "Save" }).click();
  const story = "content/news/2025/node-js-a-story-told-twice.md";
  await expectChanged(page, [story]);

  await page.goto(`${origin}/admin/#/collections/news/entries/2026/a-healthy-story`);
  await fieldOf(page, "title").getByRole("textbox").fill("A story that was changed");
  await page.getByRole("button", { name: "Save" }).click();
  const edited = "content/news/2026/a-healthy-story.md";
  const changed = await expectChanged(page, [story, edited]);
  expect(changed[edited]).toContain("\nid: 8280\n");
  expect(check(changed)).toContain("16 files checked: 0 errors, 0 warnings");
});

test("keeps the facts of an offering as they are, takes one that is begun, and writes none that is not", async ({
  page,
}) => {
  await openRepository(page);
  await page.goto(`${origin}/admin/#/collections/offering/entries/acme-cloud`);
  await fieldOf(page, "name").getByRole("textbox").fill("Acme Clouds");
  // What is opened is read by its controls, and could come back from them changed.
  for (const name of ["authentication", "registration", "limits"])
    await fieldOf(page, name).getByRole("button", { name: "Expand" }).click();
  await expect(fieldOf(page, "sdks.value.0.language").getByRole("textbox")).toHaveValue("Java");
  await expect(fieldOf(page, "latestRelease.value.version").getByRole("textbox")).toHaveValue("2.10");
  await fieldOf(page, "pricing").getByRole("checkbox", { name: "Pricing" }).check();
  await expect(fieldOf(page, "pricing.value")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(fieldOf(page, "pricing.value"), "a fact without a value").toContainText("required");

  await fieldOf(page, "pricing.value").getByRole("radio", { name: "By usage" }).click();
  await fieldOf(page, "pricing.source").locator("input").fill("https://acme.example/prices");
  await page.getByRole("button", { name: "Save" }).click();
  const changed = await expectChanged(page, [WITH_FACTS]);
  const written = frontMatterOf(changed[WITH_FACTS] ?? "");
  expect(written).toEqual({
    ...frontMatterOf(files[WITH_FACTS] ?? ""),
    name: "Acme Clouds",
    pricing: { value: "usage", source: ["https://acme.example/prices"] },
    draft: false,
  });
  expect(check(changed)).toContain(": 0 errors, 0 warnings");
});

/** What the check says of the project with these files. */
function check(texts: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const env = { PATH: process.env["PATH"], CURALOG_BUILD_DATE: "2026-11-22" };
  return spawnSync(process.execPath, ["scripts/check.ts"], { cwd: project, env, encoding: "utf8" }).stdout;
}

/** Its values; one that may also be a list is one. */
function frontMatterOf(text: string): Record<string, unknown> {
  const parsed = parseContentFile(new TextEncoder().encode(text), WITH_FACTS);
  if (!parsed.ok) throw new Error(text);
  return Object.fromEntries(
    Object.entries(parsed.value.data).map(([name, value]) => {
      const isFact = typeof value === "object" && value !== null && "source" in value;
      return [name, isFact ? { ...value, source: [value.source].flat() } : value];
    }),
  );
}

/** What leaves the page, what its policy refuses, and what it complains of. */
function watch(page: Page) {
  const sent: string[] = [];
  const refused: string[] = [];
  const said: string[] = [];
  // What the policy refuses is a request of the page all the same, that failed before it was sent.
  page.on("requestfinished", (request) => sent.push(request.url()));
  page.on("requestfailed", (request) => (request.failure()?.errorText === "csp" ? refused : sent).push(request.url()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => {
    const isOfPolicy = /Content Security Policy/.test(message.text());
    if (isOfPolicy) refused.push(/https?:[^\s']+/.exec(message.text())?.[0] ?? message.text());
    else if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  return { sent, refused, said };
}

async function openRepository(page: Page): Promise<void> {
  // A headless browser has no dialog to choose a folder in; this one is as real as one on disk.
  await page.addInitScript(() =>
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
  );
  await page.goto(`${origin}/admin/`);
  await page.evaluate(async (texts) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(texts)) {
      const names = path.split("/");
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(names.at(-1) ?? "", { create: true });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, files);
  await page.getByRole("button", { name: "Work with Local Repository" }).click();
  await expect(page.getByRole("treeitem", { name: "News" })).toBeVisible();
}

interface Collection {
  readonly name: string;
  readonly fields: readonly { name: string; widget: string; label: string; required: boolean }[];
}

async function collectionsOf(page: Page): Promise<readonly Collection[]> {
  const config = (await (await page.request.get(`${origin}/admin/config.json`)).json()) as {
    collections: Collection[];
  };
  expect(config.collections).toHaveLength(4);
  return config.collections;
}

/** The controls of the form. */
function shownFields(page: Page): Promise<string[]> {
  return page.locator("section[data-field-type]").evaluateAll((sections) =>
    sections.map((section) => {
      const { keyPath, fieldType } = (section as HTMLElement).dataset;
      const header = section.querySelector("header");
      const label = header?.querySelector("h4")?.textContent?.trim();
      return `${keyPath}: ${fieldType}, ${label}${header?.querySelector(".required") ? "*" : ""}`;
    }),
  );
}

function fieldOf(page: Page, name: string) {
  return page.locator(`section[data-key-path="${name}"]`);
}

/** Waits for these files to be the ones that are not as they were; returns their texts by path. */
async function expectChanged(page: Page, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  let changed: Readonly<Record<string, string>> = {};
  // A file that is being written is gone for a moment, or empty; both are passed over by another look.
  await expect(async () => {
    changed = await changedFiles(page);
    expect(Object.keys(changed).sort()).toEqual(paths);
    expect(Object.values(changed)).not.toContain("");
  }).toPass({ timeout: 15_000 });
  return changed;
}

/** Files that are not as they were, by path. */
async function changedFiles(page: Page): Promise<Readonly<Record<string, string>>> {
  const now = await page.evaluate(async () => {
    const texts: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") await read(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else texts[path + name] = await (await (handle as FileSystemFileHandle).getFile()).text();
      }
    };
    await read(await navigator.storage.getDirectory(), "");
    return texts;
  });
  return Object.fromEntries(Object.entries(now).filter(([path, text]) => files[path] !== text));
}
