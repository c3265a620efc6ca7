/** What a reader does with the search: types, misspells, narrows, shares, goes back; and what it says when it cannot. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { tabTo } from "./keyboard.ts";

const FOUND = "Azure API for FHIR";
const FAILURE = "The search records could not be fetched.";
const RECORDS = /\/search\/records\.[0-9a-f]+\.json$/;
const contentPages = [
  "/",
  "/topic/hl7-fhir/",
  "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/",
  "/offering/",
  "/offering/azure-api-for-fhir/",
  "/about/",
];

test.describe("from the box in the header", () => {
  test("of any page to the results, and back; only the search page fetches the records", async ({ page }) => {
    const asked = recordRequests(page);
    for (const address of contentPages) {
      asked.length = 0;
      await page.goto(address, { waitUntil: "networkidle" });
      const header = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
      await header.click();
      await header.fill("azure");
      expect(asked, address).toEqual([]);
      await header.press("Enter");
      await expect(page, address).toHaveURL("/search/?q=azure");
      await expect(box(page)).toHaveValue("azure");
      await expect(hits(page, "Offerings").first(), address).toHaveText(FOUND);
      await page.goBack();
      await expect(page).toHaveURL(address);
    }
  });

  test("with one request for the records", async ({ page }) => {
    const asked = recordRequests(page);
    await page.goto("/search/?q=azure", { waitUntil: "networkidle" });
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
    await box(page).fill("azure fhir");
    await expect(page).toHaveURL("/search/?q=azure+fhir");
    expect(asked).toHaveLength(1);
  });

  test("on a phone, with the filters behind their summary", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    const header = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
    await header.fill("azure");
    await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
    const news = option(page, "Kind", "News");
    await expect(news).toBeHidden();
    await page.getByText("Filter the results").click();
    await news.check();
    await expect(groups(page)).toHaveText([/^News/]);
    await expect(option(page, "Kind", "News")).toBeVisible();
  });
});

test("a typo is forgiven, and the page says what it searched for", async ({ page }) => {
  await page.goto("/search/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("azur fihr");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  await expect(page.getByRole("status")).toHaveText(/^\d+ results for “azur.* fhir”$/);
  await expect(page).toHaveURL("/search/?q=azur+fihr");
  await expect(box(page)).toHaveValue("azur fihr");
  await expect(hits(page, "Offerings").first().locator("mark")).toHaveText(["Azure", "FHIR"]);
});

test("by keyboard alone, from the home page to the offering that was misspelt", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("banner").getByRole("searchbox", { name: "Search" }));
  await page.keyboard.type("azur fihr");
  await page.keyboard.press("Enter");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  await tabTo(page, hits(page, "Offerings").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(FOUND);
});

test("arrow keys walk from the box through the hits, and Enter opens one", async ({ page }) => {
  await page.goto("/search/?q=azure+fhir");
  const offerings = hits(page, "Offerings");
  await expect(offerings.first()).toHaveText(FOUND);
  const count = await offerings.count();

  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("azure fhir");
  await page.keyboard.press("ArrowDown");
  await expect(offerings.first()).toBeFocused();
  await expect(offerings.first()).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).toBeFocused();
  for (let step = 0; step < count; step += 1) await page.keyboard.press("ArrowDown");
  await expect(offerings.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(hits(page, "News").first(), "from one kind to the next").toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(offerings.last()).toBeFocused();
  const name = (await offerings.last().textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("a slash goes to the box from anywhere, and is a letter like others inside it", async ({ page }) => {
  await page.goto("/search/?q=azure");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  await expect(box(page)).not.toBeFocused();
  await hits(page, "Offerings").first().focus();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("hl7/fhir");
  await expect(box(page), "what was there was selected, and is replaced").toHaveValue("hl7/fhir");
});

test("results stand by kind, with filters by kind, topic and year and the counts of each", async ({ page }) => {
  await page.goto("/search/?q=fhir");
  await expect(groups(page)).toHaveText([/^Offerings \d+$/, /^News \d+$/, /^Topics \d+$/, /^Organizations \d+$/]);
  await expect(page.getByRole("search", { name: "Filters" })).toBeVisible();
  const all = await resultCount(page);
  for (const [filter, label, parameter] of [
    ["Kind", "News", "kind=news"],
    ["Topic", "Symplur: #FHIR", "topic=Symplur%3A+%23FHIR"],
    ["Year", "2024", "year=2024"],
  ] as const) {
    const count = await numberBeside(page, filter, label);
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

test("filters narrow each other, and the address is shared, reloaded and gone back from", async ({ page, context }) => {
  await page.goto("/search/?q=fhir");
  await expect(groups(page).first()).toBeVisible();
  const all = await resultCount(page);
  const news = await numberBeside(page, "Kind", "News");
  const before = await numberBeside(page, "Topic", "Gartner: Open Source");
  await option(page, "Kind", "News").check();
  await expect(page.getByRole("status")).toHaveText(`${news} of ${all} results`);
  const both = await numberBeside(page, "Topic", "Gartner: Open Source");
  expect(both, "the counts beside other values follow the choice").toBeLessThan(before);
  await option(page, "Topic", "Gartner: Open Source").check();
  await expect(page.getByRole("status")).toHaveText(`${both} of ${all} results`);
  await expect(groups(page)).toHaveText([`News ${both}`]);

  await page.reload();
  await expect(page.getByRole("status")).toHaveText(`${both} of ${all} results`);
  await expect(option(page, "Topic", "Gartner: Open Source")).toBeChecked();

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
  await expect(option(page, "Topic", "Gartner: Open Source")).not.toBeChecked();
  await page.goBack();
  await expect(page.getByRole("status")).toHaveText(`${all} results`);
});

test("the filters work by keyboard and keep the focus", async ({ page }) => {
  await page.goto("/search/?q=fhir");
  await tabTo(page, option(page, "Kind", "News"));
  await page.keyboard.press("Space");
  await expect(groups(page)).toHaveText([/^News/]);
  await expect(option(page, "Kind", "News")).toBeChecked();
  await expect(option(page, "Kind", "News")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(groups(page).first()).toHaveText(/^Offerings/);
  await expect(option(page, "Kind", "News")).toBeFocused();
});

test("a long group opens, and the focus goes to its first new hit", async ({ page }) => {
  await page.goto("/search/?q=fhir");
  await expect(hits(page, "News")).toHaveCount(5);
  const count = await numberBeside(page, "Kind", "News");
  await page.getByRole("button", { name: `Show all ${count}` }).press("Enter");
  await expect(hits(page, "News")).toHaveCount(count);
  await expect(hits(page, "News").nth(5)).toBeFocused();
});

test("Back goes to the search before", async ({ page }) => {
  await page.goto("/search/");
  for (const query of ["azure", "openmrs"]) {
    await box(page).fill(query);
    await box(page).press("Enter");
    await expect(page).toHaveURL(`/search/?q=${query}`);
  }
  await page.goBack();
  await expect(page).toHaveURL("/search/?q=azure");
  await expect(box(page)).toHaveValue("azure");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
});

test("one Back leaves a search that was entered once", async ({ page }) => {
  await page.goto("/search/");
  await box(page).fill("azure");
  await box(page).press("Enter");
  await expect(page).toHaveURL("/search/?q=azure");
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  await page.goBack();
  await expect(page).not.toHaveURL("/search/?q=azure");
});

test("what cannot be found leaves ways on", async ({ page }) => {
  await page.goto("/search/?q=zzqxv");
  await expect(page.getByRole("status")).toHaveText(
    "Nothing found for “zzqxv”. Try fewer or other words, or start from one of these lists.",
  );
  await expect(entrances(page)).toHaveText(["News", "Topics", "Offerings", "Organizations"]);
  await expect(groups(page)).toHaveCount(0);
  await expect(page.getByRole("search", { name: "Filters" })).toHaveCount(0);
  await entrances(page).nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Topics");
});

test("words that had to be left out are named", async ({ page }) => {
  await page.goto("/search/?q=azure+zzqxv+fhir");
  await expect(page.getByRole("status")).toHaveText(/^\d+ results without “zzqxv”$/);
  await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
});

test("filters that leave nothing can be cleared", async ({ page }) => {
  await page.goto("/search/?q=fhir&kind=topic&year=2024");
  await expect(page.getByText("Nothing has all of these.")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^0 of \d+ results$/);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL("/search/?q=fhir");
  await expect(groups(page).first()).toBeVisible();
});

test("an address with a kind that does not exist shows no word that nobody wrote", async ({ page }) => {
  await page.goto("/search/?q=fhir&kind=no-such-kind&kind=constructor");
  await expect(page.getByRole("status")).toHaveText(/results$/);
  await expect.soft(page.getByRole("main")).not.toContainText("undefined");
  await expect.soft(page.getByRole("main")).not.toContainText("native code");
});

test.describe("the records", () => {
  test("are fetched once the box has the focus, and once only", async ({ page }) => {
    const asked = recordRequests(page);
    await page.goto("/search/", { waitUntil: "networkidle" });
    await expect(box(page), "there is no query, so the page is ready for one").toBeFocused();
    expect(asked).toHaveLength(1);
    await box(page).fill("azure");
    await box(page).press("Enter");
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
    await option(page, "Kind", "News").check();
    await expect(groups(page)).toHaveText([/^News/]);
    expect(asked).toHaveLength(1);
  });

  test("that cannot be fetched are asked for again when the reader says so", async ({ page }) => {
    await page.route(RECORDS, (route) => route.abort());
    await page.goto("/search/?q=azure");
    await expect(page.getByRole("status")).toContainText(FAILURE);
    await expect(entrances(page)).toHaveCount(4);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("status")).toContainText(FAILURE);

    await page.unroute(RECORDS);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
    await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
  });

  test("that are gone, or are no records, are a failure that is said", async ({ page }) => {
    for (const answer of [
      { status: 404, contentType: "text/html", body: "<h1>gone</h1>" },
      { status: 200, contentType: "application/json", body: "<!doctype html>" },
    ]) {
      await page.route(RECORDS, (route) => route.fulfill(answer));
      await page.goto("/search/?q=azure");
      await expect(page.getByRole("status")).toContainText(FAILURE);
      await page.unroute(RECORDS);
    }
    await box(page).fill("azure fhir");
    await expect(hits(page, "Offerings").first(), "typing on tries again").toHaveText(FOUND);
  });

  test("that come late answer the query that stands in the box by then", async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(RECORDS, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/search/?q=azure");
    await box(page).fill("openmrs");
    release();
    await expect(hits(page, "Offerings").first()).toHaveText(/OpenMRS/);
    await expect(page).toHaveURL("/search/?q=openmrs");
  });
});

test.describe("hostile text", () => {
  const HOSTILE = "<img/zzqsrc=zzqx/zzqonerror=zzqdo()>";

  test("as a query is shown as text", async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(HOSTILE)}`);
    await expect(page.getByRole("status")).toContainText(`“${HOSTILE}”`);
    await expect(box(page)).toHaveValue(HOSTILE);
    await expect(page.getByRole("main").locator("img, script, iframe")).toHaveCount(0);
  });

  test("that could run does not", async ({ page }) => {
    const query = "azure <img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    await page.goto(`/search/?q=${encodeURIComponent(query)}&topic=${encodeURIComponent(query)}`);
    await expect(page.getByRole("checkbox", { name: `${query} 0`, exact: true })).toBeChecked();
    await expect(box(page)).toHaveValue(query);
    await expect(page.getByRole("main").locator("img, script, iframe")).toHaveCount(0);
    await expect(page).toHaveTitle(/^Search/);
  });

  test("of any length is answered", async ({ page }) => {
    await page.goto("/search/");
    await box(page).fill("azure ".repeat(2_000));
    await expect(hits(page, "Offerings").first()).toHaveText(FOUND);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that it cannot search, and lists the entrances", async ({ page }) => {
    const response = await page.goto("/search/?q=x");
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
    // Playwright looks for no text inside noscript, so that the element has to be named.
    const notice = page.locator("noscript p");
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("Searching needs JavaScript");
    await expect(page.getByRole("searchbox"), "no box that does nothing").toHaveCount(0);
    await expect(page.getByText("Filter the results")).toBeHidden();
    await expect(entrances(page)).toHaveText(["News", "Topics", "Offerings", "Organizations"]);
  });

  test("the box in the header leads there, and the entrances lead on", async ({ page }) => {
    for (const heading of ["News", "Topics", "Offerings", "Organizations"]) {
      await page.goto("/");
      const header = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
      await header.fill("azur fihr");
      await header.press("Enter");
      await expect(page).toHaveURL("/search/?q=azur+fihr");
      await page.getByRole("main").getByRole("link", { name: heading }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
  });
});

function box(page: Page): Locator {
  return page.getByRole("form", { name: "Search the site" }).getByRole("searchbox", { name: "Search words" });
}

/** The headings of the groups, each with the number of its hits. */
function groups(page: Page): Locator {
  return page.getByRole("main").getByRole("heading", { level: 2 });
}

/** The hits of one kind that are shown. */
function hits(page: Page, group: string): Locator {
  return page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: new RegExp(`^${group} \\d+$`) }) })
    .getByRole("link");
}

function entrances(page: Page): Locator {
  return page.getByRole("main").getByRole("listitem").getByRole("link");
}

function option(page: Page, filter: string, label: string): Locator {
  return page.getByRole("group", { name: filter, exact: true }).getByRole("checkbox", { name: withNumber(label) });
}

function withNumber(label: string): RegExp {
  return new RegExp(`^${label.replace(/[^\w\s]/g, "\\$&")} \\d+$`);
}

async function numberBeside(page: Page, filter: string, label: string): Promise<number> {
  const item = page
    .getByRole("group", { name: filter, exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("checkbox", { name: withNumber(label) }) });
  return Number((await item.locator("span").last().textContent()) ?? Number.NaN);
}

async function resultCount(page: Page): Promise<number> {
  return Number((await page.getByRole("status").textContent())?.match(/^\d+/)?.[0]);
}

async function groupTotal(page: Page): Promise<number> {
  const headings = await groups(page).allTextContents();
  return headings.reduce((sum, text) => sum + Number(text.match(/\d+$/)?.[0]), 0);
}

function recordRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (RECORDS.test(request.url())) asked.push(request.url());
  });
  return asked;
}
