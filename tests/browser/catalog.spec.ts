/** What a reader does with the catalog: narrows it by mouse, by keyboard, on a phone, and by links where there is no script. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { tabTo } from "./keyboard.ts";

const INDEX = "/offering/";
const NOTHING = "No offering has all of these. Clear a filter to see more.";

test.describe("with script", () => {
  test("kind and standard narrow the table, and the address holds the choice", async ({ page }) => {
    await page.goto(INDEX);
    const total = await rows(page).count();
    expect(total).toBeGreaterThan(100);
    await expectShown(page, total, total);

    const servers = await numberBeside(page, "FHIR server");
    const beforehand = await numberBeside(page, "FHIR STU3");
    await box(page, "FHIR server").check();
    await expectShown(page, servers, total);
    await expect(cells(page, "FHIR server")).toHaveCount(servers);
    await expect(page).toHaveURL(`${INDEX}?kind=fhir-server`);

    const both = await numberBeside(page, "FHIR STU3");
    expect(both, "the counts beside other values follow the choice").toBeLessThan(beforehand);
    await box(page, "FHIR STU3").check();
    await expectShown(page, both, total);
    await expect(rows(page).filter({ hasText: "FHIR STU3" })).toHaveCount(both);
    await expect(page).toHaveURL(`${INDEX}?kind=fhir-server&standard=fhir-stu3`);

    const wider = both + (await numberBeside(page, "Open-source project"));
    expect(wider, "a second value of one filter widens").toBeGreaterThan(both);
    await box(page, "Open-source project").check();
    await expectShown(page, wider, total);

    await page.reload();
    await expectShown(page, wider, total);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);

    await page.goBack();
    await expectShown(page, both, total);
    await expect(box(page, "Open-source project")).not.toBeChecked();
    await page.goBack();
    await expectShown(page, servers, total);
    await page.goBack();
    await expectShown(page, total, total);
    await expect(page).toHaveURL(INDEX);
    await page.goForward();
    await expectShown(page, servers, total);

    await clearButton(page).click();
    await expectShown(page, total, total);
    await expect(page).toHaveURL(INDEX);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(clearButton(page)).toBeHidden();
  });

  test("an address with a choice can be shared, and coming back from an offering finds it as it was", async ({
    page,
  }) => {
    await page.goto(`${INDEX}?status=retired&topic=symplur-fhir`);
    const left = await rows(page).count();
    await expect(box(page, "Retired")).toBeChecked();
    await expect(box(page, "Symplur: #FHIR")).toBeChecked();
    await expect(page.getByRole("main").getByRole("status")).toHaveText(new RegExp(`^${left} of \\d+ offerings$`));

    await rows(page).getByRole("link", { name: "Azure API for FHIR" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Azure API for FHIR");
    await page.goBack();
    await expect(rows(page)).toHaveCount(left);
    await expect(box(page, "Retired")).toBeChecked();
  });

  test("nothing left says so, and clearing brings all back", async ({ page }) => {
    await page.goto(INDEX);
    const total = await rows(page).count();
    await expect(page.getByText(NOTHING)).toBeHidden();
    await box(page, "Scheduling").check();
    expect(await numberBeside(page, "ICD-11")).toBe(0);
    await box(page, "ICD-11").check();
    await expectShown(page, 0, total);
    await expect(page.getByText(NOTHING)).toBeVisible();

    await clearButton(page).click();
    await expectShown(page, total, total);
    await expect(page.getByText(NOTHING)).toBeHidden();
  });

  test("an address with a value that nothing has leaves nothing and can be cleared", async ({ page }) => {
    await page.goto(`${INDEX}?kind=no-such-kind`);
    await expect(page.getByText(NOTHING)).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await clearButton(page).click();
    await expect(page).toHaveURL(INDEX);
    await expect(page.getByText(NOTHING)).toBeHidden();
    await expect(rows(page)).not.toHaveCount(0);
  });

  test("by keyboard alone", async ({ page }) => {
    await page.goto(INDEX);
    const total = await rows(page).count();

    await tabTo(page, box(page, "FHIR server"));
    const servers = await numberBeside(page, "FHIR server");
    await page.keyboard.press("Space");
    await expectShown(page, servers, total);
    await expect(box(page, "FHIR server")).toBeFocused();

    await tabTo(page, box(page, "FHIR STU3"));
    const both = await numberBeside(page, "FHIR STU3");
    await page.keyboard.press("Space");
    await expectShown(page, both, total);

    await tabTo(page, filters(page).getByText("Status", { exact: true }));
    await expect(box(page, "Retired")).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(box(page, "Retired")).toBeVisible();
    await tabTo(page, box(page, "Retired"));
    const retired = await numberBeside(page, "Retired");
    await page.keyboard.press("Space");
    await expectShown(page, retired, total);

    await tabTo(page, rows(page).getByRole("link", { name: "Azure API for FHIR" }));
    await page.keyboard.press("Shift+Tab");
    await expect(clearButton(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expectShown(page, total, total);
    await expect(page).toHaveURL(INDEX);
  });

  for (const width of [1280, 390]) {
    test(`clearing by keyboard leaves the focus in the filters at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${INDEX}?kind=scheduling`);
      await tabTo(page, clearButton(page));
      await page.keyboard.press("Enter");
      await expect(clearButton(page)).toBeHidden();
      await expect(filters(page).locator(":focus")).toBeVisible();
    });
  }

  test("on a phone the filters open and work", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(INDEX);
    const total = await rows(page).count();
    await expect(box(page, "FHIR server")).toBeHidden();
    await disclosure(page).click();
    const servers = await numberBeside(page, "FHIR server");
    await box(page, "FHIR server").check();
    await expectShown(page, servers, total);
    await disclosure(page).click();
    await expect(box(page, "FHIR server")).toBeHidden();
    await expect(rows(page).first().getByRole("cell", { name: "FHIR server", exact: true })).toBeVisible();
    await clearButton(page).click();
    await expectShown(page, total, total);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a kind, a licence, a standard and a status are links to pages of their own", async ({ page }) => {
    await page.goto(INDEX);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await expect(clearButton(page)).toBeHidden();
    for (const [label, heading] of [
      ["FHIR server", "Kind: FHIR server"],
      ["Open source", "Licence: Open source"],
      ["FHIR STU3", "Standard: FHIR STU3"],
    ] as const) {
      await followValue(page, label, heading);
    }
    await filters(page).getByText("Status", { exact: true }).click();
    await followValue(page, "Retired", "Status: Retired");

    await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Offerings" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Offerings");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Status: Retired");
  });

  test("the filters of a value's page show which value it is", async ({ page }) => {
    for (const [label, address] of [
      ["FHIR server", "/offering/kind/fhir-server/"],
      ["Open source", "/offering/licence/open-source/"],
      ["FHIR STU3", "/offering/standard/fhir-stu3/"],
      ["Retired", "/offering/status/retired/"],
    ] as const) {
      await page.goto(address);
      await expect(valueLink(page, label)).toBeVisible();
      await expect(valueLink(page, label)).toHaveAttribute("aria-current", "page");
    }
  });

  test("the page of a value lists as many offerings as the number beside its link says", async ({ page }) => {
    await page.goto(INDEX);
    for (const [href, least] of [
      [/^\/offering\/(kind|licence|standard|status)\//, 40],
      [/^\/topic\//, 20],
      [/^\/organization\//, 100],
    ] as const) {
      const all = await linkedValues(page, href);
      expect(all.length).toBeGreaterThan(least);
      const values = all.sort((a, b) => b.count - a.count).slice(0, 60);
      const listed = await countListed(
        page,
        values.map((value) => value.href),
      );
      expect
        .soft(values.map(({ label }, index) => `${label} ${listed[index]}`))
        .toEqual(values.map(({ label, count }) => `${label} ${count}`));
    }
  });

  test("on a phone the list of links opens", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(INDEX);
    await expect(valueLink(page, "FHIR server")).toBeHidden();
    await disclosure(page).click();
    await followValue(page, "FHIR server", "Kind: FHIR server");
  });
});

function filters(page: Page): Locator {
  return page.getByRole("search", { name: "Filters" });
}

function disclosure(page: Page): Locator {
  return filters(page).getByText("Filter by kind");
}

function clearButton(page: Page): Locator {
  return page.getByRole("button", { name: "Clear the filters" });
}

/** The rows that hold an offering, not those that hold a letter. */
function rows(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("cell") });
}

function cells(page: Page, name: string): Locator {
  return rows(page).getByRole("cell", { name, exact: true });
}

function withNumber(label: string): RegExp {
  return new RegExp(`^${label.replace(/[^\w\s]/g, "\\$&")} \\d+$`);
}

function box(page: Page, label: string): Locator {
  return filters(page).getByRole("checkbox", { name: withNumber(label) });
}

function valueLink(page: Page, label: string): Locator {
  return filters(page).getByRole("link", { name: withNumber(label) });
}

async function numberBeside(page: Page, label: string): Promise<number> {
  const item = filters(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("checkbox", { name: withNumber(label) }) });
  return lastNumber(item);
}

/** The number that ends an option, in an element of its own. */
async function lastNumber(option: Locator): Promise<number> {
  return Number((await option.locator("span").last().textContent()) ?? Number.NaN);
}

async function expectShown(page: Page, left: number, total: number): Promise<void> {
  const text = left === total ? `${total} offerings` : `${left} of ${total} offerings`;
  await expect(page.getByRole("main").getByRole("status")).toHaveText(text);
  await expect(rows(page)).toHaveCount(left);
}

async function followValue(page: Page, label: string, heading: string): Promise<void> {
  const link = valueLink(page, label);
  const count = await lastNumber(link);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(rows(page)).toHaveCount(count);
  await expect(page.getByRole("main").getByRole("status")).toHaveText(`${count} offerings`);
}

/** The values whose links match, with the numbers beside them; those behind a closed summary as well. */
async function linkedValues(page: Page, href: RegExp): Promise<{ href: string; label: string; count: number }[]> {
  const links = filters(page).getByRole("link", { includeHidden: true });
  const values = await links.evaluateAll((elements) =>
    elements.map((element) => {
      const [label, count] = [...element.querySelectorAll("span")].map(({ textContent }) => textContent);
      return { href: element.getAttribute("href") ?? "", label: label ?? "", count: Number(count) };
    }),
  );
  return values.filter((value) => href.test(value.href));
}

/** The number of offerings on each page, read without showing it, and so without its scripts. */
function countListed(page: Page, hrefs: readonly string[]): Promise<number[]> {
  return page.evaluate(async (addresses) => {
    const count = async (address: string): Promise<number> => {
      const html = await (await fetch(address)).text();
      const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
      const headings = [...(main?.querySelectorAll("section h2") ?? [])];
      const section = headings
        .find(({ textContent }) => /^Offerings \d+$/.test(textContent.trim()))
        ?.closest("section");
      // Entries of the same subject in another vocabulary stand on the page of a topic too, and say so.
      const entries = [...(section?.querySelectorAll("li") ?? [])].filter(
        ({ textContent }) => !textContent.includes("filed under"),
      );
      return entries.length + (main?.querySelectorAll("tr:has(td)").length ?? 0);
    };
    const counts: number[] = [];
    for (const address of addresses) counts.push(await count(address));
    return counts;
  }, hrefs);
}
