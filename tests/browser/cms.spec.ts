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
import { serveSite } from "../../src/desk/serve.ts";
import { buildCopy, copyProject } from "../project-copy.ts";
import { listFiles } from "../site/site.ts";

/** What Sveltia CMS asks for as it opens; the page's policy lets none of it out, and nothing else may be on this list. */
const REFUSED = ["https://cdn.jsdelivr.net/", "https://www.githubstatus.com/"];

const IMPORTED = "content/news/2021/an-imported-story.md";

let project = "";
let server: Server;
let origin = "";
/** Text of each content file, by path from the root of the project. */
let files: Readonly<Record<string, string>> = {};

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
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
  };
});

test.afterAll(() => {
  server.close();
  rmSync(dirname(project), { recursive: true, force: true });
});

test("opens a collection and a form with the fields of the schema, and asks no other host", async ({ page }) => {
  const watched = watch(page);
  await openRepository(page);

  await page.getByRole("option", { name: "Offerings" }).click();
  await expect(page.getByRole("row", { name: "Acme Server" })).toBeVisible();
  await page.getByRole("option", { name: "News" }).click();
  await expect(page.getByRole("row", { name: "A story about a healthy story" })).toBeVisible();
  await expect(page.getByRole("row", { name: "An imported story" })).toHaveCount(0);
  await page.screenshot({ path: "/tmp/shot-collection.png" });

  for (const { name, fields } of await collectionsOf(page)) {
    await page.goto(`${origin}/admin/#/collections/${name}/new`);
    const wanted = fields.map(({ name, widget, label, required }) => `${name}: ${widget}, ${label}${required ? "*" : ""}`);
    await expect.poll(() => shownFields(page), `the form of ${name}`).toEqual(wanted);
  }
  expect(watched.sent.length).toBeGreaterThan(3);
  expect(watched.sent.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(watched.refused.length).toBeGreaterThan(0);
  expect(watched.refused.filter((url) => !REFUSED.some((host) => url.startsWith(host)))).toEqual([]);
  expect(watched.said).toEqual([]);
});
