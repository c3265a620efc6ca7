/** What a reader without a mouse does. */
import { expect, type Locator, type Page } from "playwright/test";

/** No page has as many stops before what a test looks for. */
const MOST_STOPS = 600;

/**
 * Presses Tab until `target` has the focus; it must then be in the window, with its outline, and with `everyStop`
 * whatever has the focus on the way too.
 */
export async function tabTo(page: Page, target: Locator, { everyStop = false } = {}): Promise<void> {
  await expect(target).toBeVisible();
  // An element, not a locator: that would search the page anew at every stop.
  const element = await target.elementHandle();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (everyStop) await expectVisibleFocus(page);
    if (await element?.evaluate((one) => one === document.activeElement)) break;
  }
  await expect(target).toBeFocused();
  await expectVisibleFocus(page);
}

/** What has the focus is in the window, with an outline that can be seen. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const { isInWindow, style, width, html } = await page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return {
      isInWindow: top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
      style: outlineStyle,
      width: Number.parseFloat(outlineWidth),
      html: focused.outerHTML.slice(0, 200),
    };
  });
  expect(isInWindow, `what has the focus is in the window: ${html}`).toBe(true);
  expect(style, `outline of what has the focus: ${html}`).toBe("solid");
  expect(width, `width of that outline: ${html}`).toBeGreaterThanOrEqual(2);
}
