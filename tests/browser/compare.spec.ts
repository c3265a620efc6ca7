/** What a person who chooses a FHIR server does: from the catalog to a comparison, and on to a link that others open. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { tabTo } from "./keyboard.ts";
import { refuseStorage } from "./refuse-storage.ts";

const TWO = "/compare/?o=medplum,epic-on-fhir";

test("from the table of offerings to a shared link", async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/offering/?kind=fhir-server");
  await choose(page, "Medplum");
  await choose(page, "HAPI FHIR");
  await expect(page.getByText("2 of 4 to compare.")).toBeVisible();

  // The choice is kept while one browses.
  await page.goto("/search/?q=hapi");
  await expect(page.getByRole("checkbox", { name: "Compare HAPI FHIR" })).toBeChecked();
  await page.goto("/offering/");
  await expect(page.getByText("2 of 4 to compare.")).toBeVisible();
  await page.getByRole("button", { name: "Compare selected" }).click();
  await expect(page).toHaveURL("/compare/?o=medplum,hapi-fhir");
  await expect(columns(page)).toHaveText([/^Medplum/, /^HAPI FHIR/]);
  await expect(page).toHaveTitle(/^Medplum and HAPI FHIR compared/);
  await expect(row(page, "Licence").getByRole("cell")).toHaveText(["Apache-2.0", "Apache-2.0"]);
  await expect(row(page, "Registration (differs)").getByRole("cell")).toHaveText([/^Self-service/, /^None needed/]);
  await expect(row(page, "Price (differs)").getByRole("cell")).toHaveText([/^Free tier/, /./]);
  const changelog = row(page, "Changelog (differs)").getByRole("cell").first();
  await expect(changelog.getByRole("link")).toHaveAttribute("href", "https://github.com/medplum/medplum/releases");
  await expect(changelog).toHaveText(/Listed by API Evangelist\.$/);

  await page.getByLabel("Add an offering").fill("Epic on FHIR");
  await page.keyboard.press("Enter");
  await expect(columns(page)).toHaveText([/^Medplum/, /^HAPI FHIR/, /^Epic on FHIR/]);
  await page.getByRole("button", { name: "Remove HAPI FHIR" }).click();
  await expect(columns(page)).toHaveText([/^Medplum/, /^Epic on FHIR/]);
  await expect(page.getByRole("button", { name: "Remove Epic on FHIR" })).toBeFocused();

  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status")).toHaveText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${baseURL}${TWO}`);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(columns(other)).toHaveText([/^Medplum/, /^Epic on FHIR/]);
  await other.context().close();

  await page.goBack();
  await expect(columns(page)).toHaveCount(3);
});

test("rows that differ are marked, and can be shown alone; long sections open by keyboard", async ({ page }) => {
  await page.goto(TWO);
  await expect(columns(page)).toHaveCount(2);
  const all = await page.getByRole("rowheader").count();
  await expect(row(page, "Kind (differs)")).toBeVisible();
  const targets = page.locator("thead th > :is(a, button)");
  for (const target of await targets.all()) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await page.getByLabel("Show only what differs").check();
  const differing = await page.getByRole("rowheader").count();
  expect(differing).toBeGreaterThan(5);
  expect(differing).toBeLessThan(all);
  await page.getByLabel("Show only what differs").uncheck();

  const section = page.getByRole("button", { name: /^Resource types, as declared \(\d+\)$/ });
  await expect(row(page, "Patient (differs)")).toBeHidden();
  await tabTo(page, section);
  await page.keyboard.press("Enter");
  await expect(row(page, "Patient (differs)").getByRole("cell").last()).toHaveText(/read, search/);
});

test("a topic and an offering lead to a comparison without a script of their own", async ({ page }) => {
  await page.goto("/topic/hl7-fhir/");
  await page.getByRole("checkbox", { name: "Compare Medplum" }).check();
  await page.getByRole("checkbox", { name: "Compare HAPI FHIR" }).check();
  await page.getByRole("button", { name: "Compare selected" }).click();
  await expect(columns(page)).toHaveCount(2);
  await expect(page).toHaveURL(/\/compare\/\?o=[\w-]+,[\w-]+$/);

  await page.goto("/offering/medplum/");
  await page.getByRole("link", { name: "Compare all that is known about them" }).click();
  await expect(columns(page)).toHaveCount(4);
});

test("what is not there, does not fit or does not come is said", async ({ page }) => {
  await page.goto("/compare/?o=index,medplum");
  await expect(columns(page)).toHaveText([/^Medplum/]);
  await page.goto("/compare/?o=no-such-offering,medplum,aidbox,hapi-fhir,epic-on-fhir");
  await expect(page.getByRole("status")).toHaveText(/no-such-offering.*4 fit side by side: epic-on-fhir is left out/);
  await expect(columns(page)).toHaveCount(3);
  await page.getByLabel("Add an offering").fill("Nothing of the kind");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("No offering is called “Nothing of the kind”.");
  await page.getByRole("button", { name: "Remove all", exact: true }).click();
  await expect(page.getByText("Choose two to four offerings")).toBeVisible();
  await expect(page).toHaveURL("/compare/?o=");

  await page.route("**/api/v1/offering/medplum.json", (route) => route.abort());
  await page.goto(TWO);
  await expect(page.getByRole("status")).toHaveText(/could not be fetched/);
  await page.unroute("**/api/v1/offering/medplum.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(columns(page)).toHaveCount(2);
});

test("a choice is shown on the next page of the table, in another tab, and where nothing can be stored", async ({
  page,
  context,
}) => {
  await page.goto("/offering/page/2/");
  const first = page.getByRole("checkbox", { name: /^Compare / }).first();
  await first.check();
  const other = await context.newPage();
  await other.goto("/offering/page/3/");
  await expect(other.getByText("1 of 4 to compare.")).toBeVisible();
  await other
    .getByRole("checkbox", { name: /^Compare / })
    .first()
    .check();
  await expect(page.getByText("2 of 4 to compare.")).toBeVisible();
  await other.close();

  await refuseStorage(page);
  await page.goto("/offering/page/2/");
  for (const place of [0, 1, 2])
    await page
      .getByRole("checkbox", { name: /^Compare / })
      .nth(place)
      .check();
  await page.getByRole("button", { name: "Compare selected" }).click();
  await expect(columns(page)).toHaveCount(3);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says where the facts are, and an offering has them beside its alternatives", async ({ page }) => {
    await page.goto(TWO);
    await expect(page.getByText("Comparing needs JavaScript.")).toBeVisible();
    await page.goto("/offering/medplum/");
    const table = page
      .getByRole("heading", { name: "Compared with its alternatives" })
      .locator("..")
      .getByRole("table");
    await expect(table.getByRole("rowheader").first()).toHaveText(/^\s*Medplum/);
    await expect(table.getByRole("rowheader")).toHaveCount(4);
  });
});

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("checkbox", { name: `Compare ${name}`, exact: true }).check();
}

function columns(page: Page): Locator {
  return page.getByRole("columnheader");
}

function row(page: Page, name: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true, includeHidden: true }) });
}
