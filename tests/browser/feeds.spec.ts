/** A feed opened in a browser is readable: it has its words, in the look of the site, and a way back to the page. */
import { expect, type Page, test } from "playwright/test";

const TOPIC = "/topic/gartner-application-programming-interface-api/";

/** Elements of the document by local name, as a reader sees them: those that are shown. */
async function shownTexts(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
        .map((element) => element.textContent?.trim() ?? ""),
    );
}

const formats = [
  { file: "feed.xml", item: "item", hidden: ["guid", "pubDate", "encoded", "ttl"] },
  { file: "atom.xml", item: "entry", hidden: ["id", "updated", "content", "rights"] },
];

for (const { file, item, hidden } of formats)
  test(`${file} is readable, in both themes`, async ({ page, baseURL }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(TOPIC + file);

    const titles = await shownTexts(page, `${item} > title`);
    expect(titles.length).toBeGreaterThan(10);
    expect(titles).toContain("Azure API for FHIR: Migration Guide for 2026");
    expect(await shownTexts(page, "description, subtitle, summary")).not.toHaveLength(0);
    for (const name of hidden) expect(await shownTexts(page, name), `${name} is for programs`).toEqual([]);

    const title = page.locator(`${item} > title`).first();
    await expect(title).toHaveCSS("display", "block");
    await expect(title).toHaveCSS("font-weight", "600");
    for (const [colorScheme, ink, paper] of [
      ["light", "25, 28, 25", "251, 250, 246"],
      ["dark", "232, 234, 229", "19, 22, 20"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(title).toHaveCSS("color", `rgb(${ink})`);
      await expect(page.locator(":root")).toHaveCSS("background-color", `rgb(${paper})`);
    }
    const notice = await page
      .locator(":root")
      .evaluate((root) => getComputedStyle(root, "::before").getPropertyValue("content"));
    expect(notice).toContain("Copy its address into a feed reader");
    expect(asked.filter((url) => new URL(url).origin !== baseURL)).toEqual([]);
  });

test("a feed fits the screen of a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ["/feed.xml", "/atom.xml", "/feeds/topics.opml"]) {
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(390);
  }
});

test("a feed leads back to its page", async ({ page }) => {
  await page.goto(`${TOPIC}feed.xml`);
  const link = page.getByText("Read these stories on Curalog");
  await expect(link).toBeVisible();
  const href = (await link.getAttribute("href")) ?? "";
  expect(new URL(href).pathname).toBe(TOPIC);
  // The site is served elsewhere than where it says it is.
  await page.route(href, (route) => route.fulfill({ body: "the page" }));
  await link.click();
  await expect(page).toHaveURL(href);
});

test("the list of topics is readable", async ({ page }) => {
  await page.goto("/feeds/topics.opml");
  const first = page.locator("outline > outline").first();
  await expect(first).toHaveCSS("display", "block");
  const contents = await first.evaluate((element) =>
    ["::before", "::after"].map((part) => getComputedStyle(element, part).getPropertyValue("content")),
  );
  expect(contents[0]).toMatch(/^"Gartner: /);
  expect(contents[1]).toMatch(/^"https?:\/\/[^"]+\/feed\.xml"$/);
});
