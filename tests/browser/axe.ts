/** Accessibility rules, checked by axe on a page as it is shown. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colors: nothing else differs between the themes. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
const LEAST_CHECKS = 15;
const isLong = process.env["CURALOG_TEST"] === "long";

/** Every rule in the light theme, those about colors in the dark one; every rule in both in the long tests. */
export async function expectAccessible(page: Page, themes: readonly ("light" | "dark")[]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const isWhole = colorScheme === "light" || isLong;
    const axe = new AxeBuilder({ page })
      // Before the rules: options replace what was set.
      .options({ resultTypes: ["violations"] })
      // In one run; otherwise a second page is opened to put the results of frames together, and no page has a frame.
      .setLegacyMode();
    const { violations, passes } = await (isWhole ? axe.withTags(TAGS) : axe.withRules(COLOR_RULES)).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      count: nodes.length,
      first: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
    expect.soft(found, `${page.url()} in the ${colorScheme} theme`).toEqual([]);
    expect(passes.length, "rules that axe checked").toBeGreaterThanOrEqual(isWhole ? LEAST_CHECKS : 1);
  }
}
