/** Every pattern of address that the design promises answers with its page, its feeds are feeds, and a story prints. */
import { expect, test } from "playwright/test";

const STORY = "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";

/** Address and main heading, one of each pattern. */
const addresses: readonly (readonly [string, string | RegExp])[] = [
  ["/", /\S/],
  ["/news/", "News"],
  ["/news/page/2/", "News"],
  [STORY, "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise"],
  ["/news/2021/", "News of 2021"],
  ["/news/undated/", "Stories without a date"],
  ["/topic/", "Topics"],
  ["/topic/gartner-application-programming-interface-api/", "Application Programming Interface (API)"],
  ["/offering/", "Offerings"],
  ["/offering/azure-api-for-fhir/", "Azure API for FHIR"],
  ["/offering/kind/fhir-server/", "Kind: FHIR server"],
  ["/offering/licence/open-source/", "Licence: Open source"],
  ["/offering/standard/fhir-r4/", "Standard: FHIR R4"],
  ["/offering/status/retired/", "Status: Retired"],
  ["/organization/", "Organizations"],
  ["/organization/microsoft/", "Microsoft"],
  ["/author/radhika-narayanan/", "Radhika Narayanan"],
  ["/search/", "Search"],
  ["/search/?q=fhir", "Search"],
  ["/about/", "About Curalog"],
  ["/feeds/", "Feeds"],
  ["/404.html", "There is no page at this address"],
];

test("every pattern of address answers with its page", async ({ page, baseURL }) => {
  for (const [address, heading] of addresses) {
    const response = await page.request.get(address);
    expect.soft(response.status(), address).toBe(200);
    expect.soft(response.headers()["content-type"], address).toMatch(/^text\/html;\s*charset=utf-8$/i);
    expect.soft(response.url()).toBe(new URL(address, baseURL).href);
    await page.setContent(await response.text());
    await expect.soft(page.getByRole("heading", { level: 1 }), address).toHaveText(heading);
    await expect.soft(page, address).toHaveTitle(/Curalog/);
  }
});

test("the news goes on page by page, and every page has other stories", async ({ page }) => {
  await page.goto("/news/");
  const seen = new Set<string>();
  let pages = 1;
  for (; ; pages += 1) {
    const stories = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
    await expect(stories).not.toHaveCount(0);
    for (const href of await stories.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
      expect(seen.has(href), `${href} stands once`).toBe(false);
      seen.add(href);
    }
    const older = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Older" });
    if ((await older.count()) === 0) break;
    await older.click();
    await expect(page).toHaveURL(`/news/page/${pages + 1}/`);
  }
  expect(pages).toBeGreaterThan(2);
  await expect(page.getByText(`${seen.size} stories, newest first`)).toBeVisible();
});

test("the archive by year holds as many stories as it says, the undated ones included", async ({ page }) => {
  await page.goto("/news/");
  const archive = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Archive" }) })
    .getByRole("listitem");
  const entries = await archive.evaluateAll((items) =>
    items.map((item) => ({
      href: item.querySelector("a")?.getAttribute("href") ?? "",
      count: Number(item.textContent?.match(/(\d+)\s*$/)?.[1]),
    })),
  );
  expect(entries.length).toBeGreaterThan(5);
  expect(entries.at(-1)?.href).toBe("/news/undated/");
  for (const { href, count } of entries) {
    await page.goto(href);
    await expect(page.getByText(count === 1 ? "1 story" : `${count} stories`, { exact: true }).first()).toBeVisible();
    await expect(
      page
        .getByRole("main")
        .locator("article, ol > li")
        .filter({ has: page.getByRole("heading") }),
      href,
    ) //
      .toHaveCount(count);
  }
});

for (const [page, feed, title] of [
  ["/", "/feed.xml", "Curalog"],
  [
    "/topic/gartner-application-programming-interface-api/",
    "/topic/gartner-application-programming-interface-api/feed.xml",
    "Curalog: Gartner: Application Programming Interface (API)",
  ],
] as const) {
  test(`${feed} is RSS, and ${page} names it`, async ({ page: tab }) => {
    await tab.goto(page);
    await expect(tab.locator(`link[rel="alternate"][type="application/rss+xml"][href="${feed}"]`)).toHaveCount(1);

    const response = await tab.request.get(feed);
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(/xml/);
    const text = await response.text();
    const rss = await tab.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, "text/xml");
      const textOf = (path: string) => parsed.querySelector(path)?.textContent ?? "";
      return {
        error: textOf("parsererror"),
        root: parsed.documentElement.nodeName,
        title: textOf("channel > title"),
        link: textOf("channel > link"),
        items: [...parsed.querySelectorAll("item")].map((item) => ({
          title: item.querySelector("title")?.textContent ?? "",
          path: new URL(item.querySelector("link")?.textContent ?? "").pathname,
          date: item.querySelector("pubDate")?.textContent ?? "",
        })),
      };
    }, text);
    expect(rss.error).toBe("");
    expect(rss.root).toBe("rss");
    expect(rss.title).toContain(title);
    expect(new URL(rss.link).pathname).toBe(page);
    expect(rss.items.length).toBeGreaterThan(10);
    for (const item of rss.items) {
      expect(item.title).not.toBe("");
      expect(item.path).toMatch(/^\/news\/[^/]+\/$/);
      expect(Number.isNaN(Date.parse(item.date)), item.date).toBe(false);
    }
    const first = await tab.goto(rss.items[0]?.path ?? "");
    expect(first?.status()).toBe(200);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(rss.items[0]?.title ?? "");
  });
}

test("the feeds page leads to every topic's feed, and to all of them as one list", async ({ page }) => {
  await page.goto("/feeds/");
  const links = page.getByRole("main").getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.slice(0, 4)).toEqual(["/feed.xml", "/atom.xml", "/feed.json", "/feeds/topics.opml"]);
  expect(hrefs.length).toBeGreaterThan(40);
  for (const href of hrefs) {
    const response = await page.request.get(href);
    expect.soft(response.status(), href).toBe(200);
    if (href.endsWith("/feed.xml")) expect.soft(await response.text(), href).toContain("<rss ");
  }
});

test.describe("a story on paper", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`from the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ media: "print", colorScheme });
      await page.setViewportSize({ width: 794, height: 1123 }); // A4
      await page.goto(STORY);
      await expect.soft(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
      await expect.soft(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveCount(0);
      await expect(page.getByRole("combobox")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Skip to the content" })).toHaveCount(0);

      const main = page.getByRole("main");
      await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(main.getByText("The recent enforcement of new rules")).toBeVisible();
      await expect(main.getByText("Radhika Narayanan")).toBeVisible();
      await expect(main.getByRole("definition").filter({ hasText: "14 October 2021" })).toHaveCount(2);
      // What a style sheet adds is part of the link's name.
      await expect(
        main.getByRole("link", { name: "(https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/)" }),
      ).toBeVisible();
      await expect(page.locator("body"), "dark ink, whatever the screen").toHaveCSS("color", "rgb(25, 28, 25)");
    });
  }
});
