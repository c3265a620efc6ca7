/** Reading without a network: what was read and the search open again, and nothing is left once it is turned off. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "playwright/test";
import { serveSite } from "../../src/builder/serve.ts";
import { getConfig } from "../../src/config/config.ts";

const STORY = "/news/saga-it-azure-api-for-fhir-migration-guide-for-2026/";
const TITLE = /^Azure API for FHIR/;
const UNREAD = "/topic/gartner-application-programming-interface-api/";
const FORMER = "/organization/carecloud-health/";
const KEEP = "Keep what I read on this device";

/** The built site at an address of its own, which can stop answering, and change. */
const changed = new Map<string, { status: number; body: string }>();
let isDown = false;
let [site, front]: (Server | undefined)[] = [];
let base = "";

test.beforeAll(async () => {
  const served = await serveSite(getConfig().siteFolder, 0);
  site = served;
  front = createServer((request, response) => {
    const change = changed.get(request.url ?? "");
    if (isDown) request.socket.destroy();
    else if (change) response.writeHead(change.status, { "content-type": "text/html" }).end(change.body);
    else served.emit("request", request, response);
  });
  const listening = Promise.withResolvers<void>();
  front.listen(0, "localhost", listening.resolve);
  await listening.promise;
  base = `http://localhost:${(front.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  front?.close();
  site?.close();
});

test.beforeEach(() => {
  isDown = false;
  changed.clear();
});

test("what was read and the search open without a network, and what was not read says so", async ({ page }) => {
  await turnOn(page);
  await page.evaluate(() => {
    const followed = [{ kind: "topic", slug: "hl7-fhir", label: "HL7: FHIR" }];
    localStorage.setItem("curalog.lists", JSON.stringify({ version: 1, followed }));
  });
  await page.goto(`${base}/following/`);
  await expect(page.locator("[data-earlier] li").first()).toBeVisible();
  await page.goto(base + STORY);
  await expect.poll(() => keptPaths(page)).toEqual([STORY]);
  await page.goto(base + FORMER);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("CareCloud");
  await page.goto(`${base}/news/`);
  const read = [STORY, FORMER, "/organization/carecloud/", "/news/"];
  await expect.poll(() => keptPaths(page)).toEqual(read);
  await page.goto(`${base}/compare/?o=aidbox,hapi-fhir`);
  await expect(page.getByRole("columnheader")).toHaveCount(2);
  const facts = ["aidbox", "hapi-fhir"].map((slug) => `/api/v1/offering/${slug}.json`);
  await expect.poll(async () => (await keptPaths(page)).sort()).toEqual([...read, "/compare/", ...facts].sort());

  isDown = true;
  await page.goto(base + STORY);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect.poll(async () => (await keptPaths(page)).at(-1)).toBe(STORY);
  // Named by the style sheet, so that both are there.
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded"))).toBe(true);

  // The box of every page, and the page of the search.
  await page.getByRole("combobox").fill("azure fhir");
  await expect(page.getByRole("option").first()).toContainText("Azure");
  await page.goto(`${base}/compare/?o=aidbox,hapi-fhir,medplum`);
  await expect(page.getByRole("columnheader")).toHaveText([/^Aidbox/, /^HAPI FHIR/]);
  await expect(page.getByRole("status").first()).toContainText("There is no network");
  await expect(page.getByRole("status").first()).toContainText("the facts of medplum could not be fetched.");
  await page.goto(`${base}/search/?q=medplum`);
  await page.getByRole("link", { name: "Medplum", exact: true }).first().click();
  await expect(page).toHaveURL(/\/medplum\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not kept on this device");
  await expect(page.getByRole("heading", { level: 2 })).toContainText("4 pages");
  await page.getByRole("main").getByRole("link", { name: "your lists" }).click();
  // What was fetched last; with more that is not there, one sentence says why.
  await expect(page.locator("[data-earlier] li").first()).toBeVisible();
  await page.evaluate(() => {
    const lists = JSON.parse(localStorage.getItem("curalog.lists") ?? "");
    const saved = [{ kind: "offering", slug: "medplum", label: "Medplum" }];
    localStorage.setItem("curalog.lists", JSON.stringify({ ...lists, saved }));
  });
  await page.reload();
  await expect(page.getByText("There is no network: this page shows only what is kept here.")).toBeVisible();
  await expect(page.getByText("It could not be fetched.")).toBeHidden();
  await page.goBack();
  await page.getByRole("list").getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);

  isDown = false;
  changed.set(STORY, { status: 200, body: "<title>New</title><h1>The new text</h1>" });
  await page.goto(base + STORY);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The new text");
  isDown = true;
  await expect.poll(() => page.reload().then(() => page.title())).toBe("New");
  isDown = false;
  changed.set(STORY, { status: 410, body: "<h1>Gone</h1>" });
  await page.goto(base + STORY);
  await expect.poll(() => keptPaths(page)).not.toContain(STORY);
});

test("turned off, no worker and nothing that was kept is left", async ({ page }) => {
  await turnOn(page);
  await page.goto(base + UNREAD);
  await expect.poll(() => keptPaths(page)).toEqual([UNREAD]);
  await page.goto(`${base}/offline/`);
  await expect(page.getByRole("list").getByRole("link", { name: /Application Programming Interface/ })).toBeVisible();
  await page.getByRole("button", { name: "Remove all pages" }).click();
  await expect(page.getByRole("heading", { name: "On this device" })).toContainText("0 pages");
  await page.getByLabel(KEEP).uncheck();
  await expect(page.getByRole("status")).toHaveText("Off: everything that was kept has been removed.");
  // The page that is open still has its worker, which must keep nothing more.
  await page.getByRole("combobox").fill("fhir");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await left(page)).toEqual([[], []]);

  await page.keyboard.press("Escape");
  await page.getByLabel(KEEP).check();
  await expect(page.getByRole("heading", { name: "On this device" })).toHaveText(/0 pages, \d+ kB in all$/);
  isDown = true;
  await page.goto(base + STORY);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not kept on this device");
});

test("once the site has no worker any more, the reader's removes itself", async ({ page }) => {
  await turnOn(page);
  changed.set("/service-worker.js", { status: 404, body: "" });
  // As a browser does between two visits.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await page.goto(base + UNREAD);
  await expect.poll(() => left(page)).toEqual([[], []]);
});

test("where a browser refuses to store anything, the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.getRegistration = () =>
      Promise.reject(new DOMException("refused", "SecurityError"));
  });
  await page.goto("/offline/");
  await expect(page.getByRole("status")).toHaveText(/^This browser cannot keep pages here/);
  await expect(page.getByLabel(KEEP)).toBeDisabled();
});

async function turnOn(page: Page): Promise<void> {
  await page.goto(`${base}/offline/`);
  await page.getByLabel(KEEP).check();
  await expect(page.getByRole("status")).toHaveText("On: what you read from now on is kept.");
}

/** Workers and caches. */
function left(page: Page): Promise<unknown> {
  return page.evaluate(async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()]);
}

/** The one read last at the end. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.includes("pages")) ?? "";
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
}
