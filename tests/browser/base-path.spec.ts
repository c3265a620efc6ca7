/** A site below the root of its domain: whatever a reader does there, the browser asks for nothing beside it, and finds all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { serveSite } from "../../src/builder/serve.ts";
import { buildCopy, copyProject } from "../project-copy.ts";

const BASE = "/catalog/";
/** What is asked for once to learn that it has moved. */
const FORMER = /\/organization\/old-acme[./]/;

let sandbox = "";
/** Requests that were not answered with a file of the site, and what the browser complained of. */
const wrong: string[] = [];
let isDown = false;
let [files, front]: (Server | undefined)[] = [];
let address = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  // Not above: whoever lists the tests loads this file too.
  sandbox = mkdtempSync(join(tmpdir(), "curalog-base-"));
  const project = join(sandbox, "project");
  copyProject(project);
  const write = (file: string, change: (text: string) => string) => {
    const text = readFileSync(join(project, "content/offerings/acme-server.md"), "utf8");
    writeFileSync(join(project, "content", file), change(text));
  };
  write("offerings/acme-portal.md", (text) => text.replaceAll("Server", "Portal").replace(/^offeringId.*\n/m, ""));
  write(
    "organizations/acme.md",
    () => "---\nname: Acme\ntype: vendor\nhosts:\n  - acme.example\naliases: /organization/old-acme/\n---\n",
  );
  const built = buildCopy(project, { CURALOG_URL: `https://example.org${BASE}` });
  expect(built.status, built.said).toBe(0);
  const served = await serveSite(join(project, "dist"), 0, BASE);
  files = served;
  front = createServer((request, response) => {
    const { url = "" } = request;
    if (isDown) return void request.socket.destroy();
    response.on("finish", () => {
      if (!url.startsWith(BASE) || (response.statusCode >= 400 && !FORMER.test(url)))
        wrong.push(`${response.statusCode} ${url}`);
    });
    served.emit("request", request, response);
  });
  const listening = Promise.withResolvers<void>();
  front.listen(0, "localhost", listening.resolve);
  await listening.promise;
  address = `http://localhost:${(front.address() as AddressInfo).port}${BASE}`;
});

test.afterAll(() => {
  front?.close();
  files?.close();
  rmSync(sandbox, { recursive: true });
});

test("a reader searches, filters, compares, follows and reads offline within the base", async ({ page }) => {
  page.on("console", (message) => {
    if (!isDown && message.type() === "error" && !FORMER.test(message.location().url)) wrong.push(message.text());
  });
  page.on("pageerror", ({ message }) => wrong.push(message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) wrong.push(request.url());
  });
  await search(page, address);
  await filter(page, address);
  await compare(page, address);
  await keepLists(page, address);
  await readOffline(page, address);
  expect(wrong).toEqual([]);
});

async function search(page: Page, site: string): Promise<void> {
  await page.goto(site);
  await page.getByRole("combobox").fill("acme server");
  await page.getByRole("option", { name: /^Offering Acme Server/ }).click();
  await expect(page).toHaveURL(`${site}offering/acme-server/`);
  await page.getByRole("combobox").fill("healthy");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site}search/?q=healthy`);
  await page.getByRole("main").getByRole("link", { name: "A story about a healthy story" }).click();
  await expect(page).toHaveURL(`${site}news/a-healthy-story/`);
}

async function filter(page: Page, site: string): Promise<void> {
  await page.goto(`${site}offering/`);
  await page.getByRole("search", { name: "Filters" }).getByRole("checkbox", { name: "FHIR server" }).check();
  await expect(page).toHaveURL(`${site}offering/?kind=fhir-server`);
  await page.getByRole("rowheader").getByRole("link", { name: "Acme Portal" }).click();
  await expect(page).toHaveURL(`${site}offering/acme-portal/`);
}

async function compare(page: Page, site: string): Promise<void> {
  await page.goto(`${site}offering/`);
  await page.getByRole("checkbox", { name: "Compare Acme Server" }).check();
  await page.getByRole("button", { name: "Compare selected" }).click();
  await expect(page.getByRole("columnheader").getByRole("link", { name: "Acme Server" })).toBeVisible();
  await page.getByLabel("Add an offering").fill("Acme Portal");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site}compare/?o=acme-server,acme-portal`);
  await page.getByRole("columnheader").getByRole("link", { name: "Acme Portal" }).click();
  await expect(page).toHaveURL(`${site}offering/acme-portal/`);
}

/** Follows a topic and what has been renamed since, and saves a story, which lists then say. */
async function keepLists(page: Page, site: string): Promise<void> {
  await page.evaluate(() => {
    const followed = [{ kind: "organization", slug: "old-acme", label: "Old Acme" }];
    localStorage.setItem("curalog/catalog/.lists", JSON.stringify({ version: 1, followed }));
  });
  await page.goto(`${site}topic/hl7-fhir/`);
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(page.getByRole("button", { name: "Following" })).toBeVisible();
  await page.goto(`${site}news/old-story/`);
  await page.waitForURL(`${site}news/a-healthy-story/`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Saved", exact: true })).toBeVisible();
  await page.goto(`${site}following/`);
  for (const path of ["organization/acme/", "topic/hl7-fhir/"])
    await expect(page.locator(`[data-followed] a[href="${BASE}${path}"]`)).toBeVisible();
  await page.goto(`${site}news/`);
  await expect(page.getByRole("listitem").filter({ hasText: "A story about a healthy story" })).toContainText("saved");
}

async function readOffline(page: Page, site: string): Promise<void> {
  await page.goto(`${site}offline/`);
  await page.getByLabel("Keep what I read on this device").check();
  await expect(page.getByRole("status")).toHaveText(/^On:/);
  const story = `${site}news/a-healthy-story/`;
  await page.goto(story);
  await expect.poll(() => page.evaluate((url) => caches.match(url).then(Boolean), story)).toBe(true);
  isDown = true;
  await page.goto(`${site}topic/hl7-fhir/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not kept on this device");
  await page.getByRole("list").getByRole("link", { name: "A story about a healthy story" }).click();
  await expect(page).toHaveURL(story);
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded"))).toBe(true);
  await page.getByRole("combobox").fill("acme server");
  await expect(page.getByRole("option", { name: /^Offering Acme Server/ })).toBeVisible();
  isDown = false;
}
