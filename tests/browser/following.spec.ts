/** What a reader does with lists of their own: follows, comes back, saves, hides, takes the lists along and deletes them. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "playwright/test";
import { refuseStorage } from "./refuse-storage.ts";

const TOPIC = "/topic/hl7-fhir/";
const STORY = "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";
const STORY_TITLE = "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise";

test("follow a topic, come back after something was curated, and see what is new", async ({ page }) => {
  await page.clock.setFixedTime("2030-03-01T15:00:00Z");
  await page.goto(TOPIC);
  await keep(page, "Follow");
  await page.goto("/following/");
  await expect(page.getByRole("heading", { name: "Latest" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^New since/ })).toBeHidden();

  // The feed as it is, with one more story.
  await page.route(`**${TOPIC}feed.json`, async (route) => {
    const response = await route.fetch();
    const feed = await response.json();
    const [first] = feed.items;
    const url = new URL("/news/added/", first.url).href;
    const added = { ...first, id: url, url, title: "Curated meanwhile", date_published: "2030-03-02T00:00:00Z" };
    await route.fulfill({ response, json: { ...feed, items: [added, ...feed.items] } });
  });
  await page.clock.setFixedTime("2030-03-04T09:00:00Z");
  await page.reload();
  const fresh = page.locator("section", { has: page.getByRole("heading", { name: "New since 1 March 2030" }) });
  await expect(fresh.getByRole("link", { name: "Curated meanwhile" })).toHaveAttribute("href", "/news/added/");
  await expect(fresh.getByRole("listitem")).toHaveCount(1);
  await expect(fresh).toContainText("You follow HL7: FHIR");

  // It is still new while one reads, and no longer after the next visit.
  await page.clock.setFixedTime("2030-03-04T11:00:00Z");
  await page.reload();
  await expect(fresh.getByRole("link", { name: "Curated meanwhile" })).toBeVisible();
  await page.clock.setFixedTime("2030-03-05T11:00:00Z");
  await page.reload();
  await expect(page.getByText("Nothing new in what you follow.")).toBeVisible();
});

test("lists mark what is new, read and saved, and fold away what is hidden", async ({ page }) => {
  // On the day of the newest curations, and a visit later.
  const days = await (await page.request.get("/feed.json")).json();
  const newest: string = days.items[0].date_published;
  await page.clock.setFixedTime(`${newest.slice(0, 10)}T15:00:00Z`);
  await page.goto(STORY);
  await keep(page, "Save");
  await expect(page.getByRole("button", { name: "Saved", exact: true })).toBeVisible();
  await page.clock.setFixedTime(Date.parse(newest) + 60 * 3_600_000);
  await page.goto("/news/2021/");
  await expect(page.getByRole("listitem").filter({ hasText: STORY_TITLE }).first()).toContainText("Read, saved");
  // Rows of tables and hits of the search have marks as well, and what was asked for is not hidden.
  await page.evaluate(() => {
    const lists = JSON.parse(localStorage.getItem("curalog.lists") ?? "");
    lists.followed = [{ kind: "offering", slug: "aidbox", label: "Aidbox" }];
    lists.hidden = [{ kind: "organization", slug: "flexpa", label: "Flexpa" }];
    localStorage.setItem("curalog.lists", JSON.stringify(lists));
  });
  const lists = ["/offering/", "/offering/?kind=fhir-server", "/offering/kind/fhir-server/", "/resource/patient/"];
  for (const path of [...lists, "/compare/?o=aidbox,hapi-fhir"]) {
    await page.goto(path);
    await expect(page.locator("th", { hasText: "followed" }).first(), path).toContainText("Aidbox");
  }
  await page.goto("/search/?q=aidbox");
  const hit = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await expect(hit("Aidbox").first()).toContainText("followed");
  await page.goto("/search/?q=flexpa");
  await expect(page.locator("[data-kind=news] li").filter({ hasText: "hidden" })).not.toHaveCount(0);
  await page.evaluate(() => {
    const lists = JSON.parse(localStorage.getItem("curalog.lists") ?? "");
    localStorage.setItem("curalog.lists", JSON.stringify({ ...lists, followed: [], hidden: [] }));
  });
  await page.goto("/news/");
  const rows = page.locator(".story-list > li");
  await expect(rows.filter({ hasText: "New since" }).first()).toBeVisible();

  const all = await rows.count();
  await page.goto(TOPIC);
  await keep(page, "Hide its stories");
  await expect(page.getByRole("button", { name: "Hidden in other lists" })).toBeVisible();
  await expect(page.getByText(/stor(y|ies) hidden/)).toBeHidden();
  await page.goto("/news/");
  const note = page.locator("p", { hasText: /^\d+ stor(y|ies) hidden\./ });
  await expect(note).toBeVisible();
  expect(await rows.filter({ visible: true }).count()).toBeLessThan(all);
  await note.getByRole("button", { name: "Show" }).press("Enter");
  await expect(rows.filter({ visible: true })).toHaveCount(all);
  await expect(page.getByRole("button", { name: "Hide again" })).toBeFocused();
});

test("take the lists along as files, delete them, and take them over again", async ({ page }) => {
  await page.goto(TOPIC);
  await keep(page, "Follow");
  await page.goto(STORY);
  await keep(page, "Save");
  await page.goto("/following/");
  const exported = await download(page, "Export all");
  const opml = await download(page, /^Export the feeds/);
  expect(opml).toContain(`/topic/hl7-fhir/feed.xml"`);

  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.accept();
    return dialog.message();
  });
  await press(page, "Delete all lists from this device");
  expect(await asked).toBe("Delete 1 followed entry, 1 saved entry and 1 read mark from this device?");
  await expect(page.getByText("There is nothing in your lists yet.")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  const status = page.getByRole("main").getByRole("status");
  const take = (name: string, text: string) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await take("broken.opml", opml.slice(0, -20));
  await expect(status).toHaveText("The file is not well-formed OPML.");
  await take("other.json", "{}");
  await expect(status).toHaveText(/neither an export of this page nor a list of feeds/);
  await take("feeds.opml", opml.replace("<body>", '<body><outline xmlUrl="https://other.example/feed"/>'));
  await expect(status).toHaveText(
    "Imported 1 followed entry. Not known here: 1 feed, first https://other.example/feed.",
  );
  await take("lists.json", exported);
  await expect(status).toHaveText("Imported 1 saved entry.");
  await take("lists.json", exported);
  await expect(status).toHaveText("Nothing in the file is new to this device.");
  await expect(page.getByRole("link", { name: STORY_TITLE }).first()).toBeVisible();
});

test("two tabs keep what both do, a renamed entry is found and one that is gone is said to be", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto(TOPIC);
  // In a tab that was open before there were lists and has heard of none, the button does what it says.
  const hl7 = [{ kind: "topic", slug: "hl7-fhir", label: "HL7: FHIR" }];
  const begin = (followed: unknown) => localStorage.setItem("curalog.lists", JSON.stringify({ version: 1, followed }));
  await page.evaluate(begin, hl7);
  await keep(page, "Follow");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await other.goto(TOPIC);
  await other.evaluate(begin, hl7);
  // And where a tab hears of it, the button says so.
  await expect(page.getByRole("button", { name: "Following", pressed: true })).toBeVisible();
  await press(page, "Following");
  await expect(statusOf(page)).toHaveText("Removed.");
  await other.goto("/organization/microsoft/");
  await Promise.all([keep(page, "Follow"), keep(other, "Follow")]);
  await expect(page.getByRole("button", { name: "Following" })).toBeVisible();
  await other.goto("/following/");
  await expect(other.locator("[data-followed] li")).toHaveCount(2);

  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("curalog.lists") ?? "");
    kept.followed = [
      { kind: "organization", slug: "carecloud-health", label: "CareCloud Health" },
      { kind: "topic", slug: "no-such-topic", label: "No such topic" },
    ];
    localStorage.setItem("curalog.lists", JSON.stringify(kept));
  });
  // The other tab hears of it.
  const followed = other.locator("[data-followed]");
  await expect(followed.getByRole("link", { name: "CareCloud", exact: true })).toHaveAttribute(
    "href",
    "/organization/carecloud/",
  );
  // It is called as the site calls it now.
  await other.evaluate(() => {
    const kept = localStorage.getItem("curalog.lists") ?? "";
    localStorage.setItem("curalog.lists", kept.replace('"label": "CareCloud', '"label": "Former CareCloud'));
  });
  await other.reload();
  await expect(followed.getByRole("link", { name: "CareCloud", exact: true })).toBeVisible();
  await expect(followed).toContainText("It is no longer in the catalog.");
  await followed.getByRole("button", { name: "Remove No such topic" }).click();
  await expect(followed.getByRole("listitem")).toHaveCount(1);
  await expect(followed.getByRole("button", { name: "Remove CareCloud" })).toBeFocused();
  await page.goto(TOPIC);
  await expect(page.getByRole("button", { name: "Follow", exact: true })).toBeVisible();
});

test("where nothing can be stored, a sentence says so", async ({ page }) => {
  await refuseStorage(page);
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(TOPIC);
  await press(page, "Follow");
  await expect(statusOf(page)).toHaveText(/lets the site store nothing/);
  await page.goto("/following/");
  await expect(page.getByRole("main").getByRole("status")).toHaveText(/lets the site store nothing/);
  expect(errors).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("there are no buttons, and the page says what does the same", async ({ page }) => {
    await page.goto(TOPIC);
    await expect(page.getByRole("button", { name: "Follow" })).toBeHidden();
    await page.goto("/following/");
    await expect(page.getByText("These lists need JavaScript")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "feeds" })).toHaveAttribute("href", "/feeds/");
  });
});

function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("main").getByRole("button", { name, exact: true }).click();
}

/** Presses a button of an entry, and waits until that is kept. */
async function keep(page: Page, name: string): Promise<void> {
  await press(page, name);
  await expect(statusOf(page)).toHaveText("Kept on this device alone.");
}

async function download(page: Page, name: string | RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
  return readFile(await file.path(), "utf8");
}

/** What the buttons of an entry say. */
function statusOf(page: Page): Locator {
  return page.locator("[data-own]").getByRole("status");
}
