/** What a reader without a mouse does. */
import { expect, type Locator, type Page } from "playwright/test";

/** Presses Tab until `target` has the focus; it must then be in the window, with its outline. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(target).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
  await expect(target).toHaveCSS("outline-style", "solid");
  await expect(target).toBeInViewport();
}
