/** What a reader does on the search page: types, misspells, narrows, sorts, shares, goes back; and what it says when it cannot answer. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { expectAccessible } from "./axe.ts";
import { numberBeside, withNumber } from "./filters.ts";
import { tabTo } from "./keyboard.ts";
import { clickForNewTab } from "./new-tab.ts";
import { HASHED, hold, INDEX, servePartitions } from "./search-index.ts";

const FOUND = "Azure API for FHIR";
const FAILURE = "The search records could not be fetched. Try again";
const GONE = "The site has been updated since this page was opened. Reload the page";
const KINDS = ["Topics", "Offerings", "News", "Organizations"];

test.describe("from the box in the header", () => {
  test("of any page to the results, and back", async ({ page }) => {
    for (const address of ["/", "/offering/azure-api-for-fhir/"]) {
      await page.goto(address);
      const header = page.getByRole("banner").getByRole("combobox", { name: "Search" });
      await header.fill("azure");
      await header.press("Enter");
      await expect(page, address).toHaveURL("/search/?q=azure");
      await expect(box(page)).toHaveValue("azure");
      await expect(hit(page, "Offerings", FOUND), address).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(address);
    }
  });

  test("on a phone, with the filters behind their summary", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    await page.getByRole("banner").getByRole("combobox", { name: "Search" }).fill("azure");
    await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
    const news = option(page, "Kind", "News");
    await expect(news).toBeHidden();
    await page.getByText("Filter the results").click();
    await news.check();
    await expect(groups(page)).toHaveText([/^News/]);
    await expect(option(page, "Kind", "News"), "the filters stay open").toBeVisible();
    await expect(option(page, "Kind", "News")).toBeFocused();
  });
});

test("by keyboard alone, from the home page to the offering that was misspelt; the page says what it searched for", async ({
  page,
}) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("banner").getByRole("combobox", { name: "Search" }));
  await page.keyboard.type("azur api fihr");
  await page.keyboard.press("Enter");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  await expect(page.getByRole("status")).toHaveText(/^\d+ results for “azur.* fhir”$/);
  await expect(page).toHaveURL("/search/?q=azur+api+fihr");
  await expect(box(page)).toHaveValue("azur api fihr");
  await expect(hits(page, "Offerings").first().locator("mark")).toHaveText(["Azure", "API", "FHIR"]);
  await tabTo(page, hits(page, "Offerings").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(FOUND);
});

test("arrow keys walk from the box through the hits, and Enter opens one", async ({ page }) => {
  await page.goto("/search/?q=azure+fhir");
  await expect(groups(page).nth(1)).toBeVisible();
  const names = page.getByRole("main").locator("section").getByRole("link");
  const first = page.getByRole("main").locator("section").first().getByRole("link");
  const count = await first.count();

  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("azure fhir");
  await page.keyboard.press("ArrowDown");
  await expect(names.first()).toBeFocused();
  await expect(names.first()).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).toBeFocused();
  for (let step = 0; step < count; step += 1) await page.keyboard.press("ArrowDown");
  await expect(first.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(names.nth(count), "from one kind to the next").toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first.last()).toBeFocused();
  const href = (await first.last().getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(href);
});

test("arrow keys scroll the page when neither the box nor a result has the focus", async ({ page }) => {
  await page.goto("/search/?q=fhir");
  await expect(groups(page).nth(1)).toBeVisible();
  await option(page, "Kind", "News").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(option(page, "Kind", "News")).toBeFocused();
});

test("a hit says what it is, of when, and why it was found", async ({ page }) => {
  await page.goto("/search/?q=azure+fhir");
  const retired = item(page, FOUND);
  await expect(retired).toContainText("Retired");
  await expect(retired).toContainText("Microsoft, FHIR server");
  await expect(retired).toContainText("managed FHIR service for clinical data");
  await expect(retired.getByRole("paragraph").locator("mark").first()).toHaveText(/FHIR|Azure/);
  const story = item(page, "Azure API for FHIR: Migration Guide for 2026");
  await expect(story).toContainText("saga-it.com, 27 May 2026");
  await expect(story.locator("time")).toHaveAttribute("datetime", "2026-05-27");

  await page.goto("/search/?q=who+can+write+Appointment");
  await expect(item(page, "Appointment")).toContainText(/FHIR resource, \d+ offerings: readable in \d+/);

  await page.goto("/search/?q=fhir&kind=news");
  await page.getByRole("button", { name: /^Show all/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "date not stated" })).not.toHaveCount(0);

  await page.goto("/search/?q=bulk+data");
  await expect(
    page
      .getByRole("paragraph")
      .filter({ hasText: /^Topic: / })
      .locator("mark")
      .first(),
  ).toBeVisible();
});

test.describe("filters", () => {
  test("stand beside results by kind, with the counts of each value", async ({ page }) => {
    await page.goto("/search/?q=fhir");
    await expect(page.getByRole("search", { name: "Filters" })).toBeVisible();
    const headings = (await groups(page).allTextContents()).map((text) => text.replace(/ [\d,]+$/, ""));
    expect(headings.sort()).toEqual([...KINDS].sort());
    await expect(page.getByRole("search", { name: "Filters" }).locator("legend")).toHaveText([
      "Kind",
      "Topic",
      "Year",
      "Publisher",
      "Vendor",
      "Standard",
      "Registration",
      "Sandbox",
      "Price",
      "Data",
      "Licence",
      "Status",
    ]);
    const all = await resultCount(page);
    for (const [filter, label, parameter] of [
      ["Kind", "News", "kind=news"],
      ["Topic", "Symplur: #FHIR", "topic=Symplur%3A+%23FHIR"],
      ["Year", "2024", "year=2024"],
      ["Standard", "FHIR R4", "standard=FHIR+R4"],
    ] as const) {
      const count = await numberBeside(filterOf(page, filter), label);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(all);
      await option(page, filter, label).check();
      await expect(page.getByRole("status")).toHaveText(`${count} of ${all} results`);
      await expect(page).toHaveURL(`/search/?q=fhir&${parameter}`);
      expect(await groupTotal(page), "the numbers of the groups add up").toBe(count);
      await expect(option(page, filter, label), "the focus stays where it was").toBeFocused();
      await option(page, filter, label).uncheck();
      await expect(page.getByRole("status")).toHaveText(`${all} results`);
    }
  });

  test("that no hit has a value for are not there", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=news");
    await expect(page.getByRole("group", { name: "Publisher", exact: true })).toBeVisible();
    await expect(page.getByRole("group", { name: "Licence", exact: true })).toHaveCount(0);
  });

  test("narrow each other, and the address is shared, reloaded and gone back from", async ({ page, context }) => {
    const topic = "Healthcare IT News: Government & Policy";
    await page.goto("/search/?q=fhir");
    await expect(groups(page).first()).toBeVisible();
    const all = await resultCount(page);
    const news = await numberBeside(filterOf(page, "Kind"), "News");
    const before = await numberBeside(filterOf(page, "Topic"), topic);
    await option(page, "Kind", "News").check();
    await expect(page.getByRole("status")).toHaveText(`${news} of ${all} results`);
    const both = await numberBeside(filterOf(page, "Topic"), topic);
    expect(both, "the counts beside other values follow the choice").toBeLessThan(before);
    await option(page, "Topic", topic).check();
    await expect(page.getByRole("status")).toHaveText(`${both} of ${all} results`);
    await expect(groups(page)).toHaveText([`News ${both}`]);

    await page.reload();
    await expect(page.getByRole("status")).toHaveText(`${both} of ${all} results`);
    await expect(option(page, "Topic", topic)).toBeChecked();

    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByRole("status")).toHaveText(`${both} of ${all} results`);
    await other.close();

    await hits(page, "News").first().click();
    await expect(page).toHaveURL(/\/news\//);
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText(`${both} of ${all} results`);
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText(`${news} of ${all} results`);
    await expect(option(page, "Topic", topic)).not.toBeChecked();
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText(`${all} results`);
    await page.goForward();
    await expect(page.getByRole("status")).toHaveText(`${news} of ${all} results`);
  });

  test("work by keyboard and keep the focus", async ({ page }) => {
    await page.goto("/search/?q=fhir");
    const before = await groups(page).first().textContent();
    await tabTo(page, option(page, "Kind", "News"));
    await page.keyboard.press("Space");
    await expect(groups(page)).toHaveText([/^News/]);
    await expect(option(page, "Kind", "News")).toBeChecked();
    await expect(option(page, "Kind", "News")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(groups(page).first()).toHaveText(before ?? "");
    await expect(option(page, "Kind", "News")).toBeFocused();
  });

  test("with many values keep the less frequent ones behind a disclosure, and count the rest", async ({ page }) => {
    await page.goto("/search/?q=fhir");
    const vendors = page.getByRole("group", { name: "Vendor", exact: true });
    const boxes = vendors.getByRole("checkbox");
    await expect(boxes).toHaveCount(6);
    await expect(vendors.getByText(/^and \d+ more$/)).toBeHidden();
    await tabTo(page, vendors.getByText("9 more", { exact: true }));
    await page.keyboard.press("Enter");
    await expect(boxes).toHaveCount(15);
    await expect(vendors.getByText(/^and \d+ more$/)).toBeVisible();
    const rare = boxes.nth(10);
    const name = (await rare.getAttribute("value")) ?? "";
    await rare.check();
    await expect(page).toHaveURL(`/search/?q=fhir&${new URLSearchParams({ vendor: name })}`);
    await expect(groups(page).first()).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ results$/);
    await expect(boxes.nth(10), "nothing jumps").toBeFocused();
    await expect(boxes.nth(10)).toHaveAttribute("value", name);
    await page.reload();
    await expect(boxes.nth(10), "what is chosen is in sight").toBeVisible();
    await boxes.nth(10).uncheck();
    await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
    await expect(boxes.nth(10), "and stays so").toBeVisible();
  });

  test("that are chosen stand above the results, each to be taken away", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=news&kind=offering&year=2024");
    await expect(page.getByRole("link", { name: /^Remove / })).toHaveText([
      "Kind: News",
      "Kind: Offerings",
      "Year: 2024",
    ]);
    await removal(page, "Kind: Offerings").press("Enter");
    await expect(page).toHaveURL("/search/?q=fhir&kind=news&year=2024");
    await expect(option(page, "Kind", "News")).toBeChecked();
    await expect(removal(page, "Year: 2024"), "the focus goes on").toBeFocused();
    await page.keyboard.press("Enter");
    await expect(removal(page, "Kind: News")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search/?q=fhir");
    await expect(page.getByRole("group", { name: "Kind", exact: true }).getByRole("checkbox").first()).toBeFocused();
    await page.goBack();
    await expect(removal(page, "Kind: News")).toBeVisible();
  });

  test("that are taken away leave the focus to a reader who goes on typing", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=news&kind=offering");
    await expect(removal(page, "Kind: News")).toBeVisible();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[aria-label="Remove Kind: News"]')?.click();
      const box = document.querySelector<HTMLInputElement>("main [data-box]");
      box?.focus();
      if (box) box.value = "azure";
      box?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await expect(page).toHaveURL("/search/?q=azure&kind=offering");
    await expect(hits(page, "Offerings").first()).toContainText("Azure");
    await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ results$/);
    await expect(box(page)).toBeFocused();
  });

  test("that leave nothing can be cleared", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=topic&year=2024");
    await expect(page.getByText("No result has all of these. Clear a filter to see more.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(/^0 of \d+ results$/);
    await expect(page.getByRole("main").locator(".sort"), "no order where there is no story").toHaveCount(0);
    await page.getByRole("button", { name: "Clear filters" }).press("Enter");
    await expect(page).toHaveURL("/search/?q=fhir");
    await expect(groups(page).first()).toBeVisible();
    await expect(page.getByRole("search", { name: "Filters" }).getByRole("checkbox").first()).toBeFocused();
  });

  test("of an address that name nothing there is show no word that nobody wrote", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=no-such-kind&kind=constructor&sort=__proto__");
    await expect(page.getByRole("status")).toHaveText(/^0 of \d+ results$/);
    await expect.soft(page.getByRole("main")).not.toContainText("undefined");
    await expect.soft(page.getByRole("main")).not.toContainText("native code");
  });
});

test.describe("the order", () => {
  test("by date is newest first, stands in the address, and is said", async ({ page }) => {
    await page.goto("/search/?q=fhir&kind=news");
    await expect(order(page, "relevance")).toHaveAttribute("aria-current", "true");
    await order(page, "date").press("Enter");
    await expect(page).toHaveURL("/search/?q=fhir&kind=news&sort=date");
    await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ results, newest first$/);
    await expect(order(page, "date")).toHaveAttribute("aria-current", "true");
    await expect(order(page, "date"), "the focus stays").toBeFocused();
    await page.getByRole("button", { name: /^Show all/ }).click();
    await expect(page.getByRole("button", { name: /^Show all/ })).toHaveCount(0);
    const dates = await page
      .getByRole("main")
      .locator("section time")
      .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
    expect(dates.length).toBeGreaterThan(20);
    const firstDays = dates.map((date) => `${date}-01-01`.slice(0, 10));
    expect(firstDays).toEqual([...firstDays].sort().reverse());

    await page.reload();
    await expect(page.getByRole("status")).toHaveText(/newest first$/);
    await page.goBack();
    await expect(page).toHaveURL("/search/?q=fhir&kind=news");
    await expect(order(page, "relevance")).toHaveAttribute("aria-current", "true");
  });

  test("of either kind is a link that can be opened in a tab of its own", async ({ page }) => {
    await page.goto("/search/?q=fhir");
    const address = await clickForNewTab(page, order(page, "date"));
    await expect(page).toHaveURL("/search/?q=fhir");
    await expect(order(page, "relevance")).toHaveAttribute("aria-current", "true");
    await page.goto(address);
    await expect(page.getByRole("status")).toHaveText(/newest first$/);
  });
});

test.describe("a long group", () => {
  test("opens, the focus goes to its first new hit, and Back from a hit finds it open", async ({ page }) => {
    await page.goto("/search/?q=fhir");
    await expect(hits(page, "News")).toHaveCount(5);
    const count = await numberBeside(filterOf(page, "Kind"), "News");
    await page.getByRole("button", { name: `Show all ${count}` }).press("Enter");
    await expect(hits(page, "News")).toHaveCount(count);
    await expect(hits(page, "News").nth(5)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/news\//);
    await page.goBack();
    await expect(hits(page, "News")).toHaveCount(count);
  });

  test("of more than two hundred says so", async ({ page }) => {
    await servePartitions(page);
    await page.goto("/search/?q=story");
    await page.getByRole("button", { name: "Show all 8,000" }).click();
    await expect(hits(page, "News")).toHaveCount(200);
    await expect(page.getByText("The first 200 are shown. More words narrow the search.")).toBeVisible();
  });
});

test.describe("the history", () => {
  test("has the search before", async ({ page }) => {
    await page.goto("/search/");
    for (const query of ["azure", "openmrs"]) {
      await box(page).fill(query);
      await box(page).press("Enter");
      await expect(page).toHaveURL(`/search/?q=${query}`);
    }
    await page.goBack();
    await expect(page).toHaveURL("/search/?q=azure");
    await expect(box(page)).toHaveValue("azure");
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
  });

  test("has one entry for a search that was entered once, and comes back to a page without a query", async ({
    page,
  }) => {
    await page.goto("/search/");
    await page.keyboard.type("azure");
    await box(page).press("Enter");
    await expect(groups(page).first()).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL("/search/");
    await expect(quickLinks(page)).toHaveCount(4);
    await expect(page.getByRole("search", { name: "Filters" })).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("");
  });
});

test.describe("without a match", () => {
  test("the page says what was looked for, what may help, and leaves ways on", async ({ page }) => {
    await page.goto("/search/?q=zzqxv");
    await expect(page.getByRole("status")).toHaveText("Nothing found for “zzqxv”");
    await expect(page.getByText(/^Try fewer words, another spelling/)).toBeVisible();
    await expect(quickLinks(page)).toHaveText(["News", "Topics", "Offerings", "Organizations"]);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([
      "News by year",
      "Topics with the most stories",
      "Offerings by kind",
      "Offerings by standard",
      "FHIR resources with the most offerings",
    ]);
    await expect(page.getByRole("search", { name: "Filters" })).toHaveCount(0);
    await quickLinks(page).nth(1).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Topics");
  });

  test("words that had to be left out are named", async ({ page }) => {
    await page.goto("/search/?q=azure+zzqxv+fhir");
    await expect(page.getByRole("status")).toHaveText(/^\d+ results without “zzqxv”$/);
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  });
});

test.describe("recent searches", () => {
  test("are offered where there is no query, searched in place, and removed", async ({ page }) => {
    await page.goto("/search/");
    const recent = page.getByRole("main").locator(".recent");
    await expect(recent).toBeHidden();
    for (const query of ["azure", "openmrs", "AZURE"]) {
      await box(page).fill(query);
      await box(page).press("Enter");
      await expect(groups(page).first()).toBeVisible();
    }
    await box(page).fill("");
    await expect(recent.getByRole("link")).toHaveText(["AZURE", "openmrs"]);
    await recent.getByRole("link", { name: "openmrs" }).press("Enter");
    await expect(page).toHaveURL("/search/?q=openmrs");
    await expect(box(page)).toHaveValue("openmrs");
    await expect(box(page)).toBeFocused();
    await expect(recent).toBeHidden();

    await page.goto("/search/");
    await expect(recent.getByRole("link")).toHaveText(["openmrs", "AZURE"]);
    await expect(recent.getByRole("link").first()).toHaveAttribute("href", "?q=openmrs");
    await recent.getByRole("button", { name: "Remove all" }).click();
    await expect(recent).toBeHidden();
    await expect(page.getByRole("status")).toHaveText("Recent searches removed.");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("hold a search whose hit was followed, and none that was only opened", async ({ page }) => {
    await page.goto("/search/?q=azure");
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
    await page.goto("/search/?q=openmrs");
    await hits(page, "Offerings").first().click();
    await expect(page).toHaveURL(/\/offering\//);
    await page.goto("/search/");
    await expect(page.getByRole("main").locator(".recent").getByRole("link")).toHaveText(["openmrs"]);
  });
});

test.describe("the records", () => {
  test("are fetched once the box has the focus, and once only", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (INDEX.test(request.url())) asked.push(request.url());
    });
    await page.goto("/search/", { waitUntil: "networkidle" });
    await expect(box(page), "there is no query, so the page is ready for one").toBeFocused();
    await box(page).fill("azure");
    await box(page).press("Enter");
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
    const first = asked.length;
    expect(asked.filter((url) => HASHED.test(url)).length).toBeGreaterThan(0);
    await option(page, "Kind", "News").check();
    await expect(groups(page)).toHaveText([/^News/]);
    expect(asked).toHaveLength(first);
  });

  test("are said to be fetched while they are", async ({ page }) => {
    const release = await hold(page, INDEX);
    await page.goto("/search/?q=azure");
    await expect(page.getByRole("status")).toHaveText("Fetching the search records…");
    await expect(quickLinks(page), "meanwhile there are ways on").toHaveCount(4);
    release();
    await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
  });

  test("that cannot be fetched are asked for again when the reader says so", async ({ page }) => {
    await page.route(INDEX, (route) => route.abort());
    await page.goto("/search/?q=azure");
    await expect(page.getByRole("status")).toHaveText(FAILURE);
    await expect(quickLinks(page)).toHaveCount(4);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("status")).toHaveText(FAILURE);

    await page.unroute(INDEX);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
    await expect(box(page)).toBeFocused();
  });

  test("that are gone, or are no records, are a failure that a new page mends", async ({ page }) => {
    for (const answer of [
      { status: 404, contentType: "text/html", body: "<h1>gone</h1>" },
      { status: 200, contentType: "application/json", body: "<!doctype html>" },
    ]) {
      await page.route(HASHED, (route) => route.fulfill(answer));
      await page.goto("/search/?q=azure");
      await expect(page.getByRole("status")).toHaveText(GONE);
      await expect(quickLinks(page)).toHaveCount(4);
      await page.unroute(HASHED);
    }
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
  });

  test("that come late answer the query that stands in the box by then", async ({ page }) => {
    const release = await hold(page, INDEX);
    await page.goto("/search/?q=azure");
    await box(page).fill("openmrs");
    release();
    await expect(hits(page, "Offerings").first()).toHaveText(/OpenMRS/);
    await expect(page).toHaveURL("/search/?q=openmrs");
    await expect(page.getByRole("main")).not.toContainText(FOUND);
  });

  test("of older stories come after the newest, and nothing jumps", async ({ page }) => {
    const index = await servePartitions(page);
    const held = Promise.withResolvers<void>();
    index.older = async (route) => {
      await held.promise;
      await route.fallback();
    };
    await page.goto("/search/?q=story+number");
    await expect(page.getByRole("status")).toHaveText("3,000 results. Still fetching older records.");
    await option(page, "Kind", "News").focus();
    const before = await option(page, "Kind", "News").boundingBox();
    held.resolve();
    await expect(page.getByRole("status")).toHaveText("8,000 results");
    await expect(option(page, "Kind", "News")).toBeFocused();
    expect(await option(page, "Kind", "News").boundingBox()).toEqual(before);
  });

  test("of older stories that cannot be fetched are said, and asked for again", async ({ page }) => {
    const index = await servePartitions(page);
    for (const refuse of [
      (route: Parameters<typeof index.older>[0]) => route.abort(),
      (route: Parameters<typeof index.older>[0]) => route.fulfill({ status: 404 }),
    ]) {
      index.older = refuse;
      await page.goto("/search/?q=story");
      await expect(page.getByRole("status")).toHaveText("3,000 results. Older records could not be fetched. Try again");
      await expect(hits(page, "News"), "what is there is shown").toHaveCount(5);
    }
    index.older = (route) => route.fallback();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("status")).toHaveText("8,000 results");
  });
});

test.describe("hostile text", () => {
  /** The page has one script of its own. */
  const INJECTED = "img, iframe, script:not([src^='/assets/'])";
  const HOSTILE = "<img/zzqsrc=zzqx/zzqonerror=zzqdo()>";

  test("as a query is shown as text", async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(HOSTILE)}`);
    await expect(page.getByRole("status")).toContainText(`“${HOSTILE}”`);
    await expect(box(page)).toHaveValue(HOSTILE);
    await expect(page.getByRole("main").locator(INJECTED)).toHaveCount(0);
  });

  test("that could run does not", async ({ page }) => {
    const query = "azure <img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    await page.goto(`/search/?q=${encodeURIComponent(query)}&topic=${encodeURIComponent(query)}`);
    await expect(page.getByRole("checkbox", { name: `${query} 0`, exact: true })).toBeChecked();
    await expect(removal(page, `Topic: ${query}`)).toBeVisible();
    await expect(box(page)).toHaveValue(query);
    await box(page).press("Enter");
    await box(page).fill("");
    await expect(page.getByRole("main").locator(".recent").getByRole("link")).toHaveText([query]);
    await expect(page.getByRole("main").locator(INJECTED)).toHaveCount(0);
    await expect(page).toHaveTitle(/^Search/);
  });

  test("of any length is answered", async ({ page }) => {
    await page.goto("/search/");
    await box(page).fill("azure ".repeat(2_000));
    await expect(hit(page, "Offerings", FOUND)).toBeVisible();
  });
});

test.describe("to a screen reader", () => {
  test("the region says each outcome once", async ({ page }) => {
    await page.goto("/search/");
    const said = await page.evaluateHandle(() => {
      const texts: string[] = [];
      const region = document.querySelector("main [role=status]");
      if (region) new MutationObserver(() => texts.push(region.textContent ?? "")).observe(region, { childList: true });
      return texts;
    });
    await page.keyboard.type("fhir");
    await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
    await option(page, "Kind", "News").check();
    await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ results$/);
    const texts = await said.jsonValue();
    expect(texts.every((text, index) => text !== texts[index - 1])).toBe(true);
  });

  test("it is accessible, filtered, sorted, opened, and without a match", async ({ page }) => {
    test.setTimeout(60_000);
    const filtered = "/search/?q=fhir&kind=news&topic=HL7%3A+FHIR&sort=date";
    for (const address of [filtered, "/search/?q=fhir&kind=topic&year=2024", "/search/?q=zzqxv"]) {
      await page.goto(address);
      await expect(page.getByRole("status")).toHaveText(/results|Nothing/);
      await expectAccessible(page, address === filtered ? ["light", "dark"] : ["light"]);
    }
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(filtered);
    await page.getByText("Filter the results").click();
    await expectAccessible(page, ["light"]);
  });
});

test("with all there is to show it fits the narrowest screens", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of [
    "/search/?q=fhir&kind=news&topic=Gartner%3A+Application+Programming+Interface+%28API%29&topic=HL7%3A+FHIR&sort=date",
    "/search/?q=zzqxv",
    `/search/?q=${"x".repeat(200)}&vendor=${"y".repeat(200)}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole("status")).toHaveText(/results|Nothing/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page is a way to everything that a search could find", async ({ page }) => {
    const response = await page.goto("/search/?q=x");
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
    // Playwright looks for no text inside noscript, so that the element has to be named.
    const notice = page.locator("noscript p");
    await expect(notice).toBeVisible();
    await expect(notice).toHaveText("Searching needs JavaScript. Everything a search could find is in these lists.");
    await expect(page.getByRole("searchbox"), "no box that does nothing").toHaveCount(0);
    await expect(page.getByText("Filter the results")).toBeHidden();
    await expect(page.getByText("Recent searches")).toBeHidden();
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await expect(quickLinks(page)).toHaveText(["News", "Topics", "Offerings", "Organizations"]);
    for (const [link, heading] of [
      ["2024", "News of 2024"],
      ["FHIR server", "Kind: FHIR server"],
      ["FHIR R4", "Standard: FHIR R4"],
      ["#FHIR", "#FHIR"],
    ] as const) {
      await page.goto("/search/");
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
  });

  test("the box in the header leads there, and the entrances lead on", async ({ page }) => {
    for (const heading of ["News", "Topics", "Offerings", "Organizations"]) {
      await page.goto("/");
      const header = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
      await header.fill("azur fihr");
      await header.press("Enter");
      await expect(page).toHaveURL("/search/?q=azur+fihr");
      await page.getByRole("main").getByRole("link", { name: heading, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
  });
});

function box(page: Page): Locator {
  return page.getByRole("form", { name: "Search the site" }).getByRole("searchbox", { name: "Search words" });
}

/** The headings of the groups, each with the number of its hits. */
function groups(page: Page): Locator {
  return page.getByRole("main").locator("section[data-kind]").getByRole("heading", { level: 2 });
}

/** The hits of one kind that are shown. */
function hits(page: Page, group: string): Locator {
  return page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: new RegExp(`^${group} [\\d,]+$`) }) })
    .getByRole("link");
}

function hit(page: Page, group: string, name: string): Locator {
  return hits(page, group).filter({ hasText: new RegExp(`^${name}$`) });
}

/** The hit with all that is said about it. */
function item(page: Page, name: string): Locator {
  return page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
}

function quickLinks(page: Page): Locator {
  return page.getByRole("main").locator(".quick-links").getByRole("link");
}

function order(page: Page, name: string): Locator {
  return page.getByRole("main").locator(".sort").getByRole("link", { name });
}

function removal(page: Page, label: string): Locator {
  return page.getByRole("link", { name: `Remove ${label}`, exact: true });
}

function filterOf(page: Page, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

function option(page: Page, filter: string, label: string): Locator {
  return filterOf(page, filter).getByRole("checkbox", { name: withNumber(label) });
}

async function resultCount(page: Page): Promise<number> {
  await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
  return Number((await page.getByRole("status").textContent())?.match(/^\d+/)?.[0]);
}

async function groupTotal(page: Page): Promise<number> {
  const headings = await groups(page).allTextContents();
  return headings.reduce((sum, text) => sum + Number(text.match(/\d+$/)?.[0]), 0);
}
