/** Accessibility rules, checked by axe on a page as it is shown. */
import axe from "axe-core";
import { expect, type Page } from "playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colors: nothing else differs between the themes. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
const LEAST_CHECKS = 15;
/** Items of a list that axe looks at, of those that are built alike: the longest list has four hundred. */
const MOST_ALIKE = 3;
const isLong = process.env["CURALOG_TEST"] === "long";

/**
 * Every rule in the light theme, those about colors in the dark one. In the long tests every rule in both, and every item
 * of long lists, which are otherwise cut: look at anything else of the page before.
 */
export async function expectAccessible(page: Page, themes: readonly ("light" | "dark")[]): Promise<void> {
  if (!isLong) await page.evaluate(cutLists, MOST_ALIKE);
  // Half a megabyte, which the page keeps for the second theme.
  await page.evaluate(axe.source);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const isWhole = colorScheme === "light" || isLong;
    const { violations, passes } = await page.evaluate(
      (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
      {
        resultTypes: ["violations"],
        runOnly: isWhole ? { type: "tag", values: TAGS } : { type: "rule", values: COLOR_RULES },
      } satisfies axe.RunOptions,
    );
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

/** Runs in the page. Items are alike when their elements are, and the attributes and classes of these. */
function cutLists(most: number): void {
  const shapeOf = (element: Element): string => {
    const attributes = element.getAttributeNames().sort().join(" ");
    const children = [...new Set([...element.children].map(shapeOf))].sort().join();
    return `${element.localName}.${element.className} ${attributes}(${children})`;
  };
  for (const list of document.querySelectorAll("ul, ol, tbody")) {
    const counts = new Map<string, number>();
    for (const item of [...list.children]) {
      const shape = shapeOf(item);
      const count = (counts.get(shape) ?? 0) + 1;
      counts.set(shape, count);
      if (count > most) item.remove();
    }
  }
}
