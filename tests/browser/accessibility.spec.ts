/** Every page type, in both themes and at both widths, without a finding of axe, without a sideways scroll, without a shift. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import { pages } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const HEIGHT = 900;
const LEAST_CHECKS = 15;

test.describe("axe finds nothing", () => {
  // axe is a script put into the page, which the site's policy refuses. No other test loosens it.
  test.use({ bypassCSP: true });
  // Four runs over the longest list of the site took more than 90 seconds on a slow machine.
  test.setTimeout(300_000);

  for (const [name, address] of Object.entries(pages)) {
    test(`on ${name}`, async ({ page }) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: HEIGHT });
          await page.goto(address);
          const { violations, passes } = await new AxeBuilder({ page })
            // Before the tags: options replace what was set.
            .options({ resultTypes: ["violations"] })
            .withTags(TAGS)
            .analyze();
          const found = violations.map(({ id, help, nodes }) => ({
            id,
            help,
            count: nodes.length,
            first: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
          }));
          expect.soft(found, `${colorScheme}, ${width} px`).toEqual([]);
          expect(passes.length, "checks that axe ran").toBeGreaterThan(LEAST_CHECKS);
        }
      }
    });
  }
});

test.describe("nothing is wider than the window", () => {
  for (const [name, address] of Object.entries(pages)) {
    test(`on ${name}`, async ({ page }) => {
      for (const width of [320, 390, 1280, 1600]) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.goto(address);
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(content, `width of the content at ${width} px`).toBeLessThanOrEqual(width);
      }
    });
  }
});

test.describe("nothing moves while it loads", () => {
  for (const [name, address] of Object.entries(pages)) {
    test(`on ${name}`, async ({ page }) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.goto(address, { waitUntil: "networkidle" });
        // `buffered` hands over the shifts from before the observer as well.
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              const observer = new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
              });
              observer.observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve(sum), 200);
            }),
        );
        expect.soft(shift, `layout shift at ${width} px`).toBeLessThan(0.01);
      }
    });
  }
});
