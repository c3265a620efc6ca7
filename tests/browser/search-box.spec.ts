/** What a reader does with the box of any page: types and is answered under it, by keyboard, by mouse, on a phone; and what is left where the answer cannot come. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { expectAccessible } from "./axe.ts";
import { tabTo } from "./keyboard.ts";
import { clickForNewTab } from "./new-tab.ts";
import { refuseStorage } from "./refuse-storage.ts";
import { HASHED, hold, INDEX, servePartitions } from "./search-index.ts";

const FOUND = "Azure API for FHIR";
const FOUND_URL = "/offering/azure-api-for-fhir/";
const contentPages = [
  "/",
  "/topic/hl7-fhir/",
  "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/",
  "/offering/",
  FOUND_URL,
  "/about/",
];

test.describe("what it costs", () => {
  test("nothing of the search is fetched before the box has the focus, and the key / gives it, on any page", async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const ofSearch = () => asked.filter((path) => /search-box|worker|^\/search\//.test(path));
    for (const address of [...contentPages, "/no-such-page/"]) {
      asked.length = 0;
      await page.goto(address, { waitUntil: "networkidle" });
      expect(asked.filter((path) => path.endsWith(".js")).length, address).toBeLessThanOrEqual(
        address === "/offering/" ? 6 : 1,
      );
      expect(ofSearch(), address).toEqual([]);
      const field = page.locator("[data-box]");
      await expect(field).toHaveAttribute("aria-keyshortcuts", "/");
      await page.getByRole("main").getByRole("link").first().focus();
      await page.keyboard.press("/");
      await expect(field, address).toBeFocused();
      // The page that is not there has the box of the search page.
      if (address !== "/no-such-page/")
        await expect.poll(() => asked.some((path) => HASHED.test(path)), "with the focus it is").toBe(true);
    }
  });

  test("what was fetched once is asked for no more", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (INDEX.test(request.url())) asked.push(request.url());
    });
    await page.goto("/");
    await answer(page, "azure");
    const first = asked.length;
    await answer(page, "openmrs");
    await page.getByRole("main").click({ position: { x: 1, y: 1 } });
    await answer(page, "azure fhir");
    expect(asked).toHaveLength(first);
  });
});

test.describe("answers under the box", () => {
  test("the best hits with their words marked, what they are and why they were found", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azur api fihr");
    const first = options(page).first();
    await expect(first).toHaveAttribute("href", FOUND_URL);
    await expect(first).toHaveAccessibleName(/^Offering Azure API for FHIR Retired Microsoft, FHIR server/);
    expect(new Set(await first.locator("mark").allTextContents())).toEqual(new Set(["Azure", "API", "FHIR"]));
    await expect(popup(page)).toContainText(/results for “azur.* fhir”/);
    await answer(page, "smart on fhir pediatric");
    await expect(options(page).filter({ hasText: /Standard: |Topic: / })).not.toHaveCount(0);
  });

  test("and a way to all of them", async ({ page }) => {
    await page.goto("/");
    await answer(page, "fhir");
    await expect(options(page)).toHaveCount(8);
    const all = allResults(page);
    await expect(all).toHaveText(/^All \d+ results for “fhir”$/);
    const count = (await all.textContent())?.match(/\d+/)?.[0];
    await all.click();
    await expect(page).toHaveURL("/search/?q=fhir");
    await expect(page.getByRole("status")).toHaveText(`${count} results`);
  });

  test("a hit is followed by mouse, and Back finds the page with the popup closed", async ({ page }) => {
    await page.goto("/topic/hl7-fhir/");
    await answer(page, "azure fhir");
    await options(page).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FOUND);
    await page.goBack();
    await expect(page).toHaveURL("/topic/hl7-fhir/");
    await expect(popup(page)).toBeHidden();
  });

  test("the last letters win, also over an answer that is still on its way", async ({ page }) => {
    const release = await hold(page, INDEX);
    await page.goto("/");
    await box(page).click();
    await page.keyboard.type("azure");
    await expect(popup(page)).toHaveText("Fetching the search records…");
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await box(page).fill("openmrs");
    release();
    await expect(options(page).first()).toContainText("OpenMRS");
    await expect(popup(page)).not.toContainText("Azure");
  });

  test("nothing found is said", async ({ page }) => {
    await page.goto("/");
    await box(page).click();
    await box(page).fill("zzqxv");
    await expect(popup(page)).toHaveText("Nothing found for “zzqxv”");
    await expect(options(page)).toHaveCount(0);
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await box(page).press("ArrowDown");
    await box(page).press("Enter");
    await expect(page, "Enter goes on").toHaveURL("/search/?q=zzqxv");
  });

  test("older records change the answer when they come", async ({ page }) => {
    const index = await servePartitions(page);
    const held = Promise.withResolvers<void>();
    index.older = async (route) => {
      await held.promise;
      await route.fallback();
    };
    await page.goto("/");
    await box(page).click();
    await box(page).fill("story");
    await expect(allResults(page)).toHaveText("All 3,000 results for “story”");
    await expect(popup(page)).toContainText("Still fetching older records");
    await box(page).press("ArrowDown");
    const reached = await box(page).getAttribute("aria-activedescendant");
    expect(reached).not.toBeNull();
    held.resolve();
    await expect(allResults(page)).toHaveText("All 8,000 results for “story”");
    await expect(popup(page)).not.toContainText("Still fetching");
    await expect(box(page), "the option that was reached stays so").toHaveAttribute(
      "aria-activedescendant",
      /^suggestion-\d$/,
    );
  });

  test("what is typed is text, whatever it looks like", async ({ page }) => {
    const query = "azure <img src=x onerror=\"document.title='owned'\">";
    await page.goto("/");
    await box(page).click();
    await box(page).fill(query);
    await expect(allResults(page)).toContainText("result");
    await box(page).fill("<zzqxv>");
    await expect(popup(page)).toHaveText("Nothing found for “<zzqxv>”");
    await expect(popup(page).locator("img, zzqxv")).toHaveCount(0);
    await expect(page).not.toHaveTitle("owned");
  });
});

test.describe("by keyboard", () => {
  test("arrow keys walk round, Enter opens, and the focus never leaves the box", async ({ page }) => {
    await page.goto("/");
    await tabTo(page, box(page));
    await page.keyboard.type("azure fhir");
    await expect(options(page).first()).toHaveAttribute("href", FOUND_URL);
    await expect(box(page)).toHaveAttribute("aria-expanded", "true");
    await expectActive(page, undefined);
    const count = await options(page).count();

    await page.keyboard.press("ArrowDown");
    await expectActive(page, 0);
    await page.keyboard.press("ArrowDown");
    await expectActive(page, 1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expectActive(page, undefined);
    await page.keyboard.press("ArrowUp");
    await expectActive(page, count - 1);
    await expect(options(page).last(), "what is reached is in view").toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press("ArrowDown");
    await expectActive(page, undefined);
    await page.keyboard.press("ArrowDown");
    await expectActive(page, 0);
    await expect(options(page).first()).toHaveCSS("outline-style", "solid");
    await expect(box(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FOUND);
  });

  test("Home and End stay with the text, and typing on leaves the list", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure fhir");
    await box(page).press("ArrowDown");
    await expectActive(page, 0);
    await box(page).press("Home");
    await expectActive(page, undefined);
    expect(await box(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
    await box(page).press("End");
    expect(await box(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(10);
    await box(page).press("ArrowDown");
    await expectActive(page, 0);
    await box(page).press("Backspace");
    await expectActive(page, undefined);
    await expect(box(page)).toHaveValue("azure fhi");
  });

  test("Enter without an option is the search itself", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/search/?q=azure");
  });

  test("Escape closes, then clears; an arrow key opens again", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure");
    await box(page).press("Escape");
    await expect(popup(page)).toBeHidden();
    await expect(box(page)).toHaveValue("azure");
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await box(page).press("ArrowDown");
    await expect(options(page).first()).toBeVisible();
    await box(page).press("Escape");
    await box(page).press("Escape");
    await expect(box(page)).toHaveValue("");
    await expect(popup(page)).toBeHidden();
    await expect(box(page)).toBeFocused();
  });

  test("Tab reaches the button and all results, then leaves and closes", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure");
    await box(page).press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("banner").getByRole("button", { name: "Search" })).toBeFocused();
    await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
    await page.keyboard.press("Tab");
    await expect(allResults(page)).toBeFocused();
    await expect(allResults(page)).toHaveCSS("outline-style", "solid");
    await page.keyboard.press("Escape");
    await expect(popup(page)).toBeHidden();
    await expect(box(page)).toBeFocused();
    await box(page).press("ArrowDown");
    await expect(options(page).first()).toBeVisible();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    await expect(popup(page)).toBeHidden();
    await answer(page, "azure");
    for (let step = 0; step < 2; step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search/?q=azure");
  });

  test("letters that are still being composed open nothing", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure");
    await box(page).press("ArrowDown");
    await box(page).dispatchEvent("keydown", { key: "Enter", isComposing: true });
    await box(page).dispatchEvent("keydown", { key: "Escape", isComposing: true });
    await expect(options(page).first()).toBeVisible();
    await expect(page).toHaveURL("/");
  });
});

test.describe("by mouse", () => {
  test("hovering changes nothing, and an option is a link that opens in a tab of its own", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure fhir");
    await box(page).press("ArrowDown");
    await options(page).nth(3).hover();
    await expectActive(page, 0);
    const address = await clickForNewTab(page, options(page).first());
    expect(new URL(address).pathname).toBe(FOUND_URL);
    await expect(options(page).first(), "the list stays").toBeVisible();
    await expect(box(page)).toBeFocused();
    await expect(page).toHaveURL("/");
  });

  test("a click outside closes, a click into the box opens", async ({ page }) => {
    await page.goto("/");
    await answer(page, "azure");
    await page.getByRole("heading", { level: 1 }).click({ position: { x: 2, y: 2 } });
    await expect(popup(page)).toBeHidden();
    await box(page).click();
    await expect(options(page).first()).toBeVisible();
    await box(page).press("Escape");
    await box(page).click();
    await expect(options(page).first()).toBeVisible();
  });
});

test.describe("to a screen reader", () => {
  test("it is a combobox with a list, and a polite region counts", async ({ page }) => {
    await page.goto("/");
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await expect(box(page)).toHaveAttribute("aria-autocomplete", "list");
    await expect(box(page)).toHaveAttribute("aria-keyshortcuts", "/");
    await expect(box(page)).toHaveAccessibleName("Search");
    await box(page).click();
    const region = page.getByRole("banner").getByRole("status");
    await expect(region, "the region is there before it speaks").toHaveText("");
    await expect(box(page)).toHaveAttribute("aria-controls", "suggestions");

    const said = await listen(page);
    await page.keyboard.type("fhi");
    await expect(region).toHaveText(/^8 of \d+ results$/);
    await page.keyboard.type("r ");
    await expect(page.getByRole("listbox", { name: "Results" })).toBeVisible();
    await box(page).fill("zzqxv");
    await expect(region).toHaveText("Nothing found for “zzqxv”");
    const texts = await said();
    expect(
      texts.every((text, index) => text !== texts[index - 1]),
      "nothing is said twice in a row",
    ).toBe(true);
    await expect(region).toBeAttached();
  });

  test("it is accessible, with recent searches, with answers and without a match", async ({ page }) => {
    test.setTimeout(60_000);
    await page.goto("/about/");
    await keep(page, ["azure fhir", "openmrs"]);
    // A link of the page that the popup covers in part would count as too small a target.
    await page.getByRole("main").evaluate((main) => main.replaceChildren(main.querySelector("h1") ?? ""));
    for (const [query, text] of [
      ["", "Remove recent searches"],
      ["zzqxv", "Nothing found"],
      ["azur fihr", "All "],
    ] as const) {
      await box(page).click();
      await box(page).fill(query);
      await expect(popup(page)).toContainText(text);
      await expect(popup(page).locator("[role=listbox] > :not([role=option])")).toHaveCount(0);
      if (text !== "Nothing found") await box(page).press("ArrowDown");
      await expectAccessible(page, text === "All " ? ["light", "dark"] : ["light"]);
      if (text === "All ") {
        await page.setViewportSize({ width: 390, height: 800 });
        await expectAccessible(page, ["light"]);
      }
      await box(page).press("Escape");
    }
  });
});

test.describe("where there is little room", () => {
  for (const width of [320, 1280]) {
    test(`it fits at ${width} px, and moves nothing`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto("/");
      const main = page.getByRole("main");
      const before = await main.boundingBox();
      await answer(page, "fhir");
      expect(await main.boundingBox()).toEqual(before);
      const {
        x,
        y,
        width: wide,
        height,
      } = (await popup(page).boundingBox()) ?? { x: -1, y: 0, width: 9999, height: 0 };
      const field = (await box(page).boundingBox()) ?? { y: 0, height: 0 };
      expect(y).toBeGreaterThanOrEqual(field.y + field.height);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      if (width < 500) expect(wide, "on a phone it has the width of the screen").toBe(width);
      expect(y + height, "it scrolls inside").toBeLessThanOrEqual(700);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await box(page).press("ArrowUp");
      await expect(options(page).last()).toBeInViewport({ ratio: 0.9 });
      await allResults(page).focus();
      await expect(allResults(page)).toBeInViewport({ ratio: 0.9 });
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  }

  test("with forced colours it and the option that is reached have an outline, and on paper it is not there", async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto("/");
    await answer(page, "azure");
    await box(page).press("ArrowDown");
    await expect(options(page).first()).toHaveCSS("outline-style", "solid");
    await expect(popup(page)).toHaveCSS("border-top-style", "solid");
    await page.emulateMedia({ forcedColors: null, media: "print" });
    await expect(popup(page)).toBeHidden();
  });
});

test.describe("recent searches", () => {
  test("are kept when a search is sent or a hit followed, newest first, each once", async ({ page }) => {
    await page.goto("/");
    await box(page).click();
    await expect(popup(page), "there are none yet").toBeHidden();
    await answer(page, "azure fhir");
    await options(page).first().click();
    await expect(page).toHaveURL(FOUND_URL);
    for (const query of ["openmrs", "Azure FHIR"]) {
      await box(page).fill(query);
      // Sent before the script has come, a search is the plain form's, and is not kept.
      await expect(box(page)).toHaveAttribute("aria-controls", "suggestions");
      await box(page).press("Enter");
      await expect(page).toHaveURL(/\/search\//);
      await page.goto("/about/");
    }
    await box(page).click();
    await expect(options(page)).toHaveText(["Azure FHIR", "openmrs"]);
    await expect(page.getByRole("listbox", { name: "Recent searches" })).toBeVisible();
    await expect(page.getByRole("banner").getByRole("status")).toHaveText("Recent searches");
    await box(page).press("ArrowDown");
    await box(page).press("ArrowDown");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/search/?q=openmrs");
    await page.goto("/");
    await box(page).click();
    await expect(options(page), "what is searched again is newest").toHaveText(["openmrs", "Azure FHIR"]);
  });

  test("are removed at once, by keyboard too", async ({ page }) => {
    await page.goto("/");
    await keep(page, ["azure", "fhir"]);
    await box(page).click();
    await expect(options(page)).toHaveCount(2);
    for (let step = 0; step < 2; step += 1) await page.keyboard.press("Tab");
    await expect(removal(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(popup(page)).toBeHidden();
    await expect(page.getByRole("banner").getByRole("status")).toHaveText("Recent searches removed");
    await expect(box(page)).toBeFocused();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    await box(page).click();
    await answer(page, "azure");
    await box(page).fill("");
    await expect(popup(page)).toBeHidden();
  });

  test("that something else wrote over do no harm", async ({ page }) => {
    await page.goto("/");
    await page.evaluate(() => localStorage.setItem("curalog.searches", '[{"<b>":1},"<b>azure</b>",7]'));
    await box(page).click();
    await expect(options(page)).toHaveText(["<b>azure</b>"]);
    await page.evaluate(() => localStorage.setItem("curalog.searches", "{"));
    await box(page).press("Escape");
    await answer(page, "azure");
  });

  test("cannot be kept where the browser refuses, and the search goes on", async ({ page }) => {
    await refuseStorage(page);
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    // A transition between pages that is cut short is an error to a page as well.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/");
    await page.keyboard.press("/");
    await answer(page, "azure fhir");
    await options(page).first().click();
    await expect(page).toHaveURL(FOUND_URL);
    expect(errors).toEqual([]);
  });
});

test.describe("the key /", () => {
  test("is a letter in a field, and left alone with a modifier or while letters are composed", async ({ page }) => {
    await page.goto("/");
    for (const key of ["Control+/", "Alt+/", "Meta+/"]) {
      await page.keyboard.press(key);
      await expect(box(page), key).not.toBeFocused();
    }
    await page.getByRole("main").dispatchEvent("keydown", { key: "/", isComposing: true, bubbles: true });
    await expect(box(page)).not.toBeFocused();
    await box(page).click();
    await page.keyboard.type("hl7/fhir");
    await expect(box(page)).toHaveValue("hl7/fhir");
    await page.goto("/offering/");
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("/");
    await expect(box(page), "a check box takes no letters").toBeFocused();
  });

  test("selects what was there", async ({ page }) => {
    await page.goto("/");
    await box(page).fill("azure");
    await page.getByRole("link", { name: "About" }).focus();
    await page.keyboard.press("/");
    await page.keyboard.type("openmrs");
    await expect(box(page)).toHaveValue("openmrs");
  });

  test("is switched off on the search page for all pages, and on again", async ({ page }) => {
    await page.goto("/search/?q=azure");
    const toggle = page.getByRole("checkbox", { name: "Press / to reach the search box" });
    await expect(toggle).toBeChecked();
    await toggle.uncheck();
    await expect(page.locator("[data-box]")).not.toHaveAttribute("aria-keyshortcuts");
    await page.keyboard.press("/");
    await expect(page.locator("[data-box]")).not.toBeFocused();
    await page.goto("/about/");
    await expect(box(page)).not.toHaveAttribute("aria-keyshortcuts");
    await page.keyboard.press("/");
    await expect(box(page)).not.toBeFocused();
    await page.goto("/search/?q=azure");
    await expect(toggle).not.toBeChecked();
    await toggle.check();
    await page.goto("/about/");
    await page.keyboard.press("/");
    await expect(box(page)).toBeFocused();
  });
});

test.describe("where the answer cannot come", () => {
  test("before its script has come, what is typed and sent is the plain form", async ({ page }) => {
    const release = await hold(page, /search-box[^/]*\.js$/);
    await page.goto("/about/");
    await box(page).click();
    await page.keyboard.type("openmrs");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search/?q=openmrs");
    await page.goto("/");
    await box(page).click();
    await page.keyboard.type("azure fhir");
    await expect(popup(page)).toHaveCount(0);
    release();
    await expect(options(page).first(), "what was typed is answered when it comes").toHaveAttribute("href", FOUND_URL);
  });

  test("its script that fails leaves the form", async ({ page }) => {
    await page.route(/search-box[^/]*\.js$/, (route) => route.abort());
    await page.goto("/");
    const failed = page.waitForEvent("requestfailed");
    await box(page).click();
    await failed;
    await box(page).fill("azure");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/search/?q=azure");
  });

  test("an index that cannot be fetched is said, and Enter leads on", async ({ page }) => {
    await page.route(INDEX, (route) => route.abort());
    await page.goto("/");
    await box(page).click();
    await box(page).fill("azure");
    const text = "The search cannot be reached. Press Enter to try the search page.";
    await expect(popup(page)).toHaveText(text);
    await expect(page.getByRole("banner").getByRole("status")).toHaveText(text);
    await page.unroute(INDEX);
    await box(page).fill("azure fhir");
    await expect(options(page).first(), "typing on tries again").toHaveAttribute("href", FOUND_URL);
  });

  test("a worker that fails is said to fail, and no site to be renewed", async ({ page }) => {
    const text = "The search does not work at the moment. Press Enter to open the search page.";
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    for (const answer of [
      { status: 404, contentType: "text/html", body: "missing" },
      { status: 200, contentType: "text/javascript", body: "throw new Error('an error in the code');" },
    ]) {
      await page.route(/worker[^/]*\.js$/, (route) => route.fulfill(answer));
      await page.goto("/");
      await box(page).click();
      await box(page).fill("azure");
      await expect(popup(page)).toHaveText(text);
      await page.unroute(/worker[^/]*\.js$/);
    }
    expect(errors.filter((error) => error.includes("an error in the code"))).not.toEqual([]);
  });
});

function box(page: Page): Locator {
  return page.getByRole("banner").getByRole("combobox", { name: "Search" });
}

function popup(page: Page): Locator {
  return page.locator(".suggest");
}

function options(page: Page): Locator {
  return popup(page).getByRole("option");
}

/** No option: it follows the list. */
function allResults(page: Page): Locator {
  return popup(page).getByRole("link", { name: /result/ });
}

function removal(page: Page): Locator {
  return popup(page).getByRole("button", { name: "Remove recent searches" });
}

/** Types a query into the box and waits for its answer. */
async function answer(page: Page, query: string): Promise<void> {
  await box(page).click();
  await box(page).fill(query);
  await expect(allResults(page)).toContainText("result");
  await expect(allResults(page)).toHaveAttribute("href", `/search/?${new URLSearchParams({ q: query })}`);
}

async function expectActive(page: Page, index: number | undefined): Promise<void> {
  const selected = popup(page).locator("[aria-selected=true]");
  if (index === undefined) {
    await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
    await expect(selected).toHaveCount(0);
    return;
  }
  const id = await options(page).nth(index).getAttribute("id");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", id ?? "");
  await expect(selected).toHaveCount(1);
  await expect(options(page).nth(index)).toHaveAttribute("aria-selected", "true");
}

/** Searches as another visit left them. */
async function keep(page: Page, searches: readonly string[]): Promise<void> {
  await page.evaluate((list) => localStorage.setItem("curalog.searches", JSON.stringify(list)), searches);
}

/** Collects what the region of the box says from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const region = document.querySelector(".bar [role=status]");
    if (region) new MutationObserver(() => texts.push(region.textContent ?? "")).observe(region, { childList: true });
    return texts;
  });
  return () => said.jsonValue();
}
