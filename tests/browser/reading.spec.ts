/** What a reader does: from the home page by topic and story to an offering and what took its place; lost ways included. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { tabTo } from "./keyboard.ts";

const TOPIC = "Application Programming Interface (API)";
const STORY = "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise";
const STORY_URL = "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";
const OLD_URL = "/news/healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";
const SOURCE_URL = "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/";
const OFFERING = "Azure API for FHIR";
const SUCCESSOR = "Azure Health Data Services";

// With the transitions between pages, as most readers see them.
test.use({ contextOptions: {} });

type Follow = (page: Page, link: Locator) => Promise<void>;

const byMouse: Follow = (_page, link) => link.click();

/** Past the header by the skip link, then on with Tab until the link has the focus, which can be seen at every stop. */
const byKeyboard: Follow = async (page, link) => {
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, link, { everyStop: true });
  await page.keyboard.press("Shift+Tab");
  await expect(link).not.toBeFocused();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
};

/** Each of mouse and keyboard with each width, with script and without. */
const ways: Readonly<Record<string, { follow: Follow; width: number; javaScriptEnabled: boolean }>> = {
  "by mouse, without script": { follow: byMouse, width: 1280, javaScriptEnabled: false },
  "by mouse, on a phone": { follow: byMouse, width: 390, javaScriptEnabled: true },
  "by keyboard alone": { follow: byKeyboard, width: 1280, javaScriptEnabled: true },
  "by keyboard alone, on a phone, without script": { follow: byKeyboard, width: 390, javaScriptEnabled: false },
};

for (const [name, { follow, width, javaScriptEnabled }] of Object.entries(ways)) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 }, javaScriptEnabled });

    test("from home by a topic and a story to an offering and its successor, and back", async ({ page }) => {
      await page.goto("/");
      await follow(page, linkTo(page, TOPIC));

      await expectHeading(page, TOPIC);
      await follow(page, linkTo(page, STORY));

      await expectHeading(page, STORY);
      await follow(page, linkTo(page, OFFERING));

      await expectHeading(page, OFFERING);
      await expect(page.getByRole("main")).toContainText("Retired on 30 September 2026");
      await follow(page, page.getByRole("paragraph").filter({ hasText: "Successor:" }).getByRole("link"));

      await expectHeading(page, SUCCESSOR);
      await expect(linkTo(page, OFFERING).first()).toBeVisible();

      for (const heading of [OFFERING, STORY, TOPIC, /^What changed/]) {
        await goBackToAnotherPage(page);
        await expectHeading(page, heading);
      }
    });
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the curated article's page says what a reader of it needs", async ({ page }) => {
    await page.goto(STORY_URL);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { name: /^Excerpt/ })).toBeVisible();
    await expect(main.getByText("The recent enforcement of new rules")).toBeVisible();
    await expect(main.getByRole("link", { name: "Read the original at hitconsultant.net" })).toHaveAttribute(
      "href",
      SOURCE_URL,
    );
    await expect(main.getByRole("definition").filter({ hasText: "14 October 2021" })).toHaveCount(2);
    await expect(linkTo(page, "HIT Consultant Media")).toBeVisible();
    await expect(linkTo(page, "Radhika Narayanan")).toBeVisible();
    await expect(linkTo(page, `Gartner ${TOPIC}`).first()).toBeVisible();

    const offerings = main.getByRole("listitem").filter({ hasText: "named by the curator" });
    await expect(offerings.getByRole("link")).toHaveText([
      "CertifyOS Platform",
      "Consensus Harmony",
      "Ribbon Health API",
      OFFERING,
      "Google Fit",
    ]);
    await expect(main.getByRole("heading", { name: "Stories like this" })).toBeVisible();
  });

  test("the article's old address lands on it, and Back does not stick there", async ({ page }) => {
    await page.goto("/about/");
    await page.goto(OLD_URL);
    await expect(page).toHaveURL(STORY_URL);
    await expectHeading(page, STORY);
    await page.goBack();
    await expect(page).toHaveURL("/about/");
  });

  test("an unknown address answers 404 with the site's page and ways on", async ({ page }) => {
    for (const address of ["/no-such-page/", "/topic/no-such-topic/", "/news/2021/no-such-story"]) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(404);
      await expectHeading(page, "There is no page at this address");
    }
    const main = page.getByRole("main");
    await expect(main.getByRole("listitem").getByRole("link")).toHaveText([
      "News",
      "Topics",
      "Offerings",
      "Organizations",
    ]);
    await linkTo(page, "Topics").click();
    await expectHeading(page, "Topics");
  });
});

test("the search box of the page that is not there searches", async ({ page }) => {
  await page.goto("/no-such-page/");
  const box = page.getByRole("form", { name: "Search the site" }).getByRole("searchbox");
  await box.fill("azure");
  await box.press("Enter");
  await expect(page).toHaveURL("/search/?q=azure");
  await expect(linkTo(page, OFFERING)).toBeVisible();
});

function linkTo(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("link", { name, exact: true });
}

/** A skip link that was used is a step of its own in the history. */
async function goBackToAnotherPage(page: Page): Promise<void> {
  const left = new URL(page.url()).pathname;
  await page.goBack();
  if (new URL(page.url()).pathname === left) await page.goBack();
}

async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}
