/** What a reader does on the page of a topic: narrows its lists, and follows the same filters as links where there is no script. */
import { expect, type Locator, test } from "playwright/test";
import { numberBeside } from "./filters.ts";

const TOPIC = "/topic/hl7-fhir/";

test("filters narrow each list, with their state in the address", async ({ page }) => {
  const requested: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  await page.goto(TOPIC);
  const news = page.locator("#news");
  const offerings = page.locator("#offerings");
  const rows = page.waitForRequest("**/rows.json");
  expect(requested.filter((url) => /topic-filters|rows\.json/.test(url))).toEqual([]);
  await news.getByText("Filter by year and publisher").click();
  await rows;
  const before = await numberBeside(news, "2021");
  await news.getByRole("checkbox", { name: "2021" }).check();
  await expect(status(news)).toHaveText(new RegExp(`^${before} of \\d+ stories$`));
  await expect(news.getByRole("heading", { name: "2026" })).toBeHidden();
  await expect(offerings.getByRole("heading", { name: "FHIR server" })).toBeVisible();

  await offerings.getByText("Filter by kind and standard").click();
  await offerings.getByRole("search").getByRole("checkbox", { name: "FHIR server" }).check();
  await expect(status(offerings)).toHaveText(/^\d+ of \d+ offerings$/);
  await expect(page).toHaveURL(`${TOPIC}?year=2021&kind=fhir-server`);
  await page.reload();
  await expect(status(news)).toHaveText(new RegExp(`^${before} of \\d`));

  await news.getByText("Publisher", { exact: true }).click();
  const publisher = news.getByRole("checkbox", { name: "HL7 International" });
  const year = news.getByRole("checkbox", { name: "2021" });
  await expect(publisher, "it published nothing in that year").toBeHidden();
  await year.uncheck();
  await publisher.check();
  await year.check();
  const none = news.getByText("No story has all of these. Clear a filter to see more.");
  await expect(none).toBeVisible();
  await expect(publisher).toBeVisible();
  await page.goBack();
  await expect(none).toBeHidden();
  await news.getByRole("button", { name: "Clear filters" }).click();
  await expect(news.getByRole("heading", { name: "2026" })).toBeVisible();
  await expect(news.locator("summary").first()).toBeFocused();
  await expect(page).toHaveURL(`${TOPIC}?kind=fhir-server`);
});

test("a value in the address that no filter has is left out, and said to be", async ({ page }) => {
  await page.goto(`${TOPIC}?publisher=no-such-publisher&year=2021&kind=nonsense`);
  const [news, offerings] = [page.locator("#news"), page.locator("#offerings")];
  await expect(status(news)).toHaveText(
    /^\d+ of \d+ stories\. Left out, since there is no such value: Publisher “no-such-publisher”\.$/,
  );
  await expect(status(offerings)).toHaveText("Left out, since there is no such value: Kind “nonsense”.");
  await expect(page).toHaveURL(`${TOPIC}?year=2021`);
  await expect(offerings.getByRole("heading", { name: "FHIR server" })).toBeVisible();
});

test("what is ticked to be compared stays so, whatever the filters leave", async ({ page }) => {
  await page.goto(`${TOPIC}?kind=fhir-server`);
  const offerings = page.locator("#offerings");
  await expect(status(offerings)).toHaveText(/offerings$/);
  const box = offerings.getByRole("checkbox", { name: "Compare Aidbox" });
  await box.check();
  await offerings.getByRole("search").getByRole("checkbox", { name: "FHIR server" }).uncheck();
  await expect(box).toBeChecked();
  await offerings.getByRole("search").getByRole("checkbox", { name: "Analytics" }).check();
  await expect(box).toBeHidden();
  await offerings.getByRole("button", { name: "Compare selected" }).click();
  await expect(page).toHaveURL("/compare/?o=aidbox");
});

test("a link to a year leads into the whole list", async ({ page }) => {
  await page.goto(`${TOPIC}?year=2021`);
  const news = page.locator("#news");
  await expect(status(news)).toHaveText(/stories$/);
  await page.locator("figure").getByRole("link", { name: "2016" }).click();
  await expect(news.getByRole("heading", { name: "2016" })).toBeInViewport();
  await expect(page).toHaveURL(`${TOPIC}#year-2016`);
  await page.goBack();
  await expect(page).toHaveURL(`${TOPIC}?year=2021`);
  await expect(status(news)).toHaveText(/stories$/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("years, kinds, publishers and standards are links", async ({ page }) => {
    await page.goto(TOPIC);
    const news = page.locator("#news");
    await news.getByText("Filter by year and publisher").click();
    await news.getByRole("link", { name: "2016" }).click();
    await expect(news.getByRole("heading", { name: "2016" })).toBeInViewport();
    await news.getByRole("link", { name: /^All \d+ stories without a date$/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stories without a date");
    await page.goBack();
    await page.locator("#offerings").getByText("Filter by kind and standard").click();
    await page.locator("#offerings").getByRole("link", { name: "Bulk Data" }).click();
    await expect(page).toHaveURL(`${TOPIC}filters/#standard-bulk-data`);
    await expect(page.locator("#standard-bulk-data").getByRole("link").first()).toBeVisible();
  });
});

function status(list: Locator): Locator {
  return list.getByRole("status");
}
