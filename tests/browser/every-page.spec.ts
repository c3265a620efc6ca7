/** Every page type, loaded once at each width: it is silent, asks no other host, does not shift, fits and is accessible. */
import { expect, type Page, test } from "playwright/test";
import { expectAccessible } from "./axe.ts";
import { pages, pagesForPhones } from "./pages.ts";

const HEIGHT = 900;
/** Widths of a load, each with the other widths that the page is then resized to. */
const WIDTHS = [
  { width: 1280, resized: [1600] },
  { width: 390, resized: [320] },
] as const;

// The longest list of the site takes axe some seconds, and more on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const [name, address] of Object.entries(pages)) {
  test(name, async ({ page, baseURL }) => {
    const isMissing = name === "not found";
    const watched = await watch(page, isMissing);
    for (const { width, resized } of WIDTHS) {
      await test.step(`loads at ${width} px`, async () => {
        await page.setViewportSize({ width, height: HEIGHT });
        const response = await page.goto(address, { waitUntil: "networkidle" });
        expect(response?.status()).toBe(isMissing ? 404 : 200);
        expect.soft(await layoutShift(page), "layout shift").toBeLessThan(0.01);
        expect.soft(await contentWidth(page), "width of the content").toBeLessThanOrEqual(width);
        expect.soft(watched.said).toEqual([]);
      });
      for (const other of resized) {
        await page.setViewportSize({ width: other, height: HEIGHT });
        expect.soft(await contentWidth(page), `width of the content at ${other} px`).toBeLessThanOrEqual(other);
      }
      await page.setViewportSize({ width, height: HEIGHT });
      if (width === 1280) await test.step("is accessible", () => expectAccessible(page, ["light", "dark"]));
      else if (pagesForPhones.has(name))
        await test.step("is accessible on a phone", () => expectAccessible(page, ["light"]));
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    }
    expect(watched.said).toEqual([]);
    expect(watched.requested.length).toBeGreaterThanOrEqual(2);
    expect(watched.requested.filter((url) => new URL(url).origin !== baseURL)).toEqual([]);
  });
}

test("the mail of a digest", async ({ page }) => {
  const watched = await watch(page, false);
  await page.goto(`${pages["digest of a week"]}mail.html`);
  await expect(page.locator("body")).toHaveCSS("margin", "0px");
  expect(watched.said).toEqual([]);
});

/** What the page says in the console, errors and refusals of its policy included, and every address that it requests. */
async function watch(page: Page, isMissing: boolean) {
  const said: string[] = [];
  const requested: string[] = [];
  page.on("console", (message) => {
    // Chromium itself writes a line for the status of the page that is not there.
    if (!(isMissing && message.text().includes("404 (Not Found)"))) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  page.on("request", (request) => requested.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400 && !(isMissing && response.request().isNavigationRequest()))
      said.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`The policy refused ${blockedURI} (${violatedDirective})`),
    );
  });
  return { said, requested };
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    // `buffered` hands over the shifts from before the observer as well.
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => ("value" in entry ? sum + Number(entry.value) : sum), 0);
  });
}

function contentWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
