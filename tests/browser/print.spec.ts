/** What a story looks like on paper. */
import { expect, test } from "playwright/test";

const STORY = "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";

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
