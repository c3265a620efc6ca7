/** What a reader does with the catalog: narrows it by mouse, by keyboard, on a phone, and by links where there is no script. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { lastNumber, numberBeside, withNumber } from "./filters.ts";
import { tabTo } from "./keyboard.ts";

const INDEX = "/offering/";
/** Rows of the page before anything is chosen, and more at each click. */
const STEP = 50;
const NOTHING = "No offering has all of these. Clear a filter to see more.";

test.describe("with script", () => {
  test("kind and standard narrow the table, and the address holds the choice", async ({ page }) => {
    await page.goto(INDEX);
    const total = await countAll(page);
    expect(total).toBeGreaterThan(100);
    await expectShown(page, total, total);

    const servers = await numberBeside(filters(page), "FHIR server");
    const beforehand = await numberBeside(filters(page), "FHIR STU3");
    await box(page, "FHIR server").check();
    await expectShown(page, servers, total);
    await expect(cells(page, "FHIR server")).toHaveCount(Math.min(servers, STEP));
    await expect(page).toHaveURL(`${INDEX}?kind=fhir-server`);

    const both = await numberBeside(filters(page), "FHIR STU3");
    expect(both, "the counts beside other values follow the choice").toBeLessThan(beforehand);
    await box(page, "FHIR STU3").check();
    await expectShown(page, both, total);
    await expect(rows(page).filter({ hasText: "FHIR STU3" })).toHaveCount(Math.min(both, STEP));
    await expect(page).toHaveURL(`${INDEX}?kind=fhir-server&standard=fhir-stu3`);

    const wider = both + (await numberBeside(filters(page), "Testing and test data"));
    expect(wider, "a second value of one filter widens").toBeGreaterThan(both);
    await box(page, "Testing and test data").check();
    await expectShown(page, wider, total);

    await page.reload();
    await expectShown(page, wider, total);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);

    await page.goBack();
    await expectShown(page, both, total);
    await expect(box(page, "Testing and test data")).not.toBeChecked();
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

  test("who needs a free FHIR server with a sandbox and no contract finds it, and coming back finds it as it was", async ({
    page,
  }) => {
    await page.goto(INDEX);
    const total = await countAll(page);
    const wanted = [
      "FHIR server",
      "Testing and test data",
      "None needed",
      "Self-service",
      "Free",
      "Free tier",
      "Available",
    ];
    for (const label of wanted) {
      await box(page, label).check();
      // With the first come the rows; what is clicked at that moment may move.
      await expect(clearButton(page)).toBeVisible();
    }
    await page.getByLabel("Sorted by").selectOption("ease of access");
    await expect(rows(page).filter({ hasText: "Aidbox" })).toHaveCount(1);
    const access = await rows(page).evaluateAll((all) =>
      all.map((row) => /^.*?(?=, free)|$/.exec(row.lastElementChild?.textContent?.trim() ?? "")?.[0]),
    );
    expect(access.length).toBeGreaterThan(1);
    expect(access.length).toBeLessThan(10);
    expect(access, "what needs no registration comes first").toEqual(access.toSorted());
    expect(new Set(access)).toEqual(new Set(["No registration", "Self-service"]));
    await expect(rows(page).filter({ hasText: /, sandbox/ })).toHaveCount(access.length);

    // The values of this filter come with the rows.
    await filters(page).getByText("Data", { exact: true }).click();
    const left = await numberBeside(filters(page), "Clinical records");
    expect(left).toBeLessThanOrEqual(access.length);
    await box(page, "Clinical records").check();
    await expectShown(page, left, total);
    await expect(page).toHaveURL(
      `${INDEX}?kind=fhir-server&kind=testing&registration=open&registration=self-serve&price=free&price=free-tier&sandbox=available&data=clinical&sort=access`,
    );

    await rows(page).getByRole("link", { name: "Aidbox" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aidbox");
    await page.goBack();
    await expectShown(page, left, total);
    await expect(box(page, "Clinical records")).toBeChecked();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(wanted.length + 1);
    await expect(page.getByLabel("Sorted by")).toHaveValue("access");
  });

  test("by price, the free come first and what nobody states last", async ({ page }) => {
    await page.goto(`${INDEX}?topic=symplur-fhir&sort=price`);
    await expect(box(page, "Symplur: #FHIR")).toBeChecked();
    await expect(countLine(page)).toHaveText(/ of /);
    const words = ["free", "free tier", "paid by usage", "price by contract", "price not public"];
    const ranks = await rows(page).evaluateAll(
      (all, prices) =>
        all.map((row) => {
          const parts = (row.lastElementChild?.firstChild?.textContent ?? "").trim().toLowerCase().split(", ");
          const rank = prices.findIndex((price) => parts.includes(price));
          return rank < 0 ? prices.length : rank;
        }),
      words,
    );
    expect(new Set(ranks).size).toBeGreaterThan(3);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test("nothing left says so, and clearing brings all back", async ({ page }) => {
    await page.goto(INDEX);
    const total = await countAll(page);
    await expect(page.getByText(NOTHING)).toBeHidden();
    await box(page, "Scheduling").check();
    await expect(countLine(page)).toHaveText(/ of /);
    expect(await numberBeside(filters(page), "ICD-11")).toBe(0);
    await box(page, "ICD-11").check();
    await expectShown(page, 0, total);
    await expect(page.getByText(NOTHING)).toBeVisible();

    await clearButton(page).click();
    await expectShown(page, total, total);
    await expect(page.getByText(NOTHING)).toBeHidden();
  });

  test("a value in the address that no filter has is left out, and said to be", async ({ page }) => {
    await page.goto(`${INDEX}?kind=no-such-kind&vendor=no-such-vendor&kind=fhir-server&sort=access`);
    await expect(countLine(page)).toHaveText(
      /^\d+ of \d+ offerings\. Left out, since there is no such value: Kind “no-such-kind” and Vendor “no-such-vendor”\.$/,
    );
    await expect(page).toHaveURL(`${INDEX}?sort=access&kind=fhir-server`);
    await clearButton(page).click();
    await expect(countLine(page)).toHaveText(/^\d+ offerings$/);
    await expect(rows(page)).toHaveCount(STEP);
  });

  test("more rows come at a click, and the focus goes to the first of them", async ({ page }) => {
    await page.goto(`${INDEX}?standard=fhir-r4`);
    await expect(rows(page)).toHaveCount(STEP);
    const more = page.getByRole("button", { name: `Show ${STEP} more` });
    await tabTo(page, more);
    await page.keyboard.press("Enter");
    await expect(rows(page)).toHaveCount(2 * STEP);
    await expect(rows(page).nth(STEP).getByRole("link").first()).toBeFocused();
  });

  test("a basis narrows a standard, and the order stands in the address", async ({ page }) => {
    await page.goto(`${INDEX}?standard=fhir-r4`);
    await expect(countLine(page)).toHaveText(/^\d+ of \d/);
    await filters(page).getByText("How the standard is known").click();
    const declared = await numberBeside(filters(page), "Declared by a server");
    await box(page, "Declared by a server").check();
    await expect(countLine(page)).toHaveText(new RegExp(`^${declared} of \\d`));
    await page.getByLabel("Sorted by").selectOption("writable resource types");
    await expect(page).toHaveURL(`${INDEX}?standard=fhir-r4&basis=declared&sort=writes`);
    const written = await rows(page).evaluateAll((all) =>
      all.map(({ textContent }) => Number(/(\d+) writable types?/.exec(textContent ?? "")?.[1] ?? 0)),
    );
    expect(written.length).toBe(declared);
    expect(written[0]).toBeGreaterThan(0);
    expect(written).toEqual(written.toSorted((a, b) => b - a));
  });

  test("a letter, and the values of a filter, leave the table as it is", async ({ page }) => {
    await page.goto(INDEX);
    const letters = page.getByRole("navigation", { name: "By letter" });
    await letters.getByRole("link", { name: "B", exact: true }).click();
    await expect(page).toHaveURL(`${INDEX}#letter-B`);
    await filters(page).getByText("Topic", { exact: true }).click();
    await expect(box(page, "HL7: FHIR")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "B", exact: true })).toBeVisible();
    await expect(letters).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  });

  test("rows made in the browser are those of the page", async ({ page }) => {
    await page.goto(INDEX);
    const texts = () =>
      rows(page).evaluateAll((all) => all.map((row) => row.outerHTML.replace(/>\s+|\s+</g, (s) => s.trim())));
    const before = await texts();
    await box(page, "FHIR server").check();
    await clearButton(page).click();
    await expect(countLine(page)).toHaveText(/^\d+ offerings$/);
    const after = await texts();
    expect(after.length).toBe(STEP);
    expect(after).toEqual(before);
  });

  test("on a network that fails, the page says so and goes on at the next try", async ({ page }) => {
    await page.goto(INDEX);
    await page.route("**/rows.json", (route) => route.abort());
    await box(page, "FHIR server").check();
    await expect(countLine(page)).toHaveText(/could not be fetched/);
    await expect(box(page, "FHIR server")).toBeChecked();
    await page.unroute("**/rows.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(countLine(page)).toHaveText(/^\d+ of \d+ offerings$/);
  });

  test("by keyboard alone", async ({ page }) => {
    await page.goto(INDEX);
    const total = await countAll(page);

    await tabTo(page, box(page, "FHIR server"));
    const servers = await numberBeside(filters(page), "FHIR server");
    await page.keyboard.press("Space");
    await expectShown(page, servers, total);
    await expect(box(page, "FHIR server")).toBeFocused();

    await tabTo(page, box(page, "FHIR STU3"));
    const both = await numberBeside(filters(page), "FHIR STU3");
    await page.keyboard.press("Space");
    await expectShown(page, both, total);

    await tabTo(page, filters(page).getByText("Status", { exact: true }));
    await expect(box(page, "Retired")).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(box(page, "Retired")).toBeVisible();
    await tabTo(page, box(page, "Retired"));
    const retired = await numberBeside(filters(page), "Retired");
    await page.keyboard.press("Space");
    await expectShown(page, retired, total);

    await tabTo(page, clearButton(page));
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
    const total = await countAll(page);
    await expect(box(page, "FHIR server")).toBeHidden();
    await disclosure(page).click();
    const servers = await numberBeside(filters(page), "FHIR server");
    const other = box(page, "Testing and test data");
    const place = await other.boundingBox();
    await box(page, "FHIR server").check();
    await expectShown(page, servers, total);
    expect(await other.boundingBox(), "a box that a finger may be on").toEqual(place);
    await disclosure(page).click();
    await expect(disclosure(page)).toContainText(/: FHIR server$/);
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
      ["Self-service", "Registration: Self-service"],
      ["Free tier", "Price: Free tier"],
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

  test("a filter with many values leads to all of them", async ({ page }) => {
    await page.goto(INDEX);
    await filters(page).getByText("Region", { exact: true }).click();
    await filters(page).getByRole("link", { name: "All regions" }).click();
    await expect(page).toHaveURL("/offering/filters/#region");
    await page.locator("#region").getByRole("link", { name: "United Kingdom" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Region: United Kingdom");
    await expect(valueLink(page, "United Kingdom")).toBeVisible();
    await expect(valueLink(page, "United Kingdom")).toHaveAttribute("aria-current", "page");
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
  return page.getByRole("button", { name: "Clear filters" });
}

/** The rows that hold an offering, not those that hold a letter. */
function rows(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("cell") });
}

function cells(page: Page, name: string): Locator {
  return rows(page).getByRole("cell", { name, exact: true });
}

function box(page: Page, label: string): Locator {
  return filters(page).getByRole("checkbox", { name: withNumber(label) });
}

function valueLink(page: Page, label: string): Locator {
  return filters(page).getByRole("link", { name: withNumber(label) });
}

async function expectShown(page: Page, left: number, total: number): Promise<void> {
  const text = left === total ? `${total} offerings` : `${left} of ${total} offerings`;
  await expect(countLine(page)).toHaveText(text);
  await expect(rows(page)).toHaveCount(Math.min(left, STEP));
}

/** How many there are, and how many of them are left. */
function countLine(page: Page): Locator {
  return page.locator("[data-count]");
}

async function countAll(page: Page): Promise<number> {
  return Number(/^\d+/.exec((await countLine(page).textContent()) ?? "")?.[0] ?? Number.NaN);
}

async function followValue(page: Page, label: string, heading: string): Promise<void> {
  const link = valueLink(page, label);
  const count = await lastNumber(link);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(rows(page)).toHaveCount(Math.min(count, STEP));
  await expect(countLine(page)).toHaveText(`${count} offerings`);
}
