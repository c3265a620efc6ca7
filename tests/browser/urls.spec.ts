/** Every pattern of address that the design promises answers with its page, and a story prints. */
import { expect, test } from "playwright/test";
import { parsePage } from "../../src/built-site/built-site.ts";

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
  ["/offline/", "Read offline"],
  ["/404.html", "There is no page at this address"],
];

test("every pattern of address answers with its page", async ({ request, baseURL }) => {
  for (const [address, heading] of addresses) {
    const response = await request.get(address);
    expect.soft(response.status(), address).toBe(200);
    expect.soft(response.headers()["content-type"], address).toMatch(/^text\/html;\s*charset=utf-8$/i);
    expect.soft(response.url()).toBe(new URL(address, baseURL).href);
    const { elements } = parsePage("", await response.text());
    const textOf = (name: string) => elements.find((element) => element.name === name)?.text.trim();
    expect.soft(textOf("h1"), address).toEqual(typeof heading === "string" ? heading : expect.stringMatching(heading));
    expect.soft(textOf("title"), address).toMatch(/Curalog/);
  }
});

test("a story on paper", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize({ width: 794, height: 1123 }); // A4
  await page.goto(STORY);
  await expect.soft(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await expect.soft(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveCount(0);
  await expect(page.getByRole("combobox")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Skip to content" })).toHaveCount(0);

  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(main.getByText("The recent enforcement of new rules")).toBeVisible();
  await expect(main.getByText("Radhika Narayanan")).toBeVisible();
  await expect(main.getByRole("definition").filter({ hasText: "14 October 2021" })).toHaveCount(2);
  // What a style sheet adds is part of the link's name.
  await expect(
    main.getByRole("link", { name: "(https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/)" }),
  ).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ media: "print", colorScheme });
    await expect(page.locator("body"), "dark ink, whatever the screen").toHaveCSS("color", "rgb(25, 28, 25)");
  }
});
