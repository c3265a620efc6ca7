/** The box and the search page of a site that names another search engine, and what they do when it does not answer. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { type EngineName, engineNames } from "../../src/config/search-engine.ts";
import { exportFormats } from "../../src/search/export/export-format.ts";
import { createTarget } from "../../src/search/export/export-targets.ts";
import { upload } from "../../src/search/export/upload.ts";
import { record } from "../../src/search/testing.ts";
import { buildPagePolicy } from "../../src/views/content-policy.ts";
import { KEY, type LoopbackEngine, startEngine } from "../engines/loopback-engine.ts";
import { INDEX } from "./search-index.ts";

const STANDS_IN = "The search server does not answer, so the search of this page does";

// A page that is changed on its way has no place in any network, and would have to ask its reader for this machine.
test.use({ permissions: ["local-network-access"] });

/** None of them is in the content of the site; the newest story comes first, as everywhere. */
const records = [
  record("Quagga FHIR server", {
    kind: "offering",
    detail: "Zoo, FHIR server",
    text: "Serves quagga data.",
    fields: { vendor: ["Zoo"], topic: ["HL7: Quaggas"] },
  }),
  ...Array.from({ length: 8 }, (_, number) =>
    record(`Quagga story ${number}`, {
      date: `202${8 - number}-05`,
      fields: { publisher: [number < 3 ? "Zoo" : "Herd"] },
    }),
  ),
];

async function start(name: EngineName, origin: string | undefined): Promise<LoopbackEngine> {
  const engine = await startEngine(name, origin);
  const source = { records, synonyms: [] };
  const target = createTarget(name, { address: new URL(engine.origin), key: KEY }, [], "curalog");
  await upload({ source, format: exportFormats[name], name: "curalog", target });
  return engine;
}

/** Pages and scripts as a build with this setting writes them: the forms name the engine, and the policy allows it. */
async function nameEngine(page: Page, engine: EngineName, address: string): Promise<void> {
  const settings = JSON.stringify({ engine, address, index: "curalog", key: KEY }).replaceAll('"', "&quot;");
  const allow = (text: string) => text.replaceAll(buildPagePolicy(), buildPagePolicy(address));
  await page.route(/\/(?:\?[^/]*)?$|\/assets\/worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    const body = allow(await response.text()).replaceAll(
      '<form class="find',
      `<form data-engine="${settings}" class="find`,
    );
    await route.fulfill({ response, body, headers: { ...headers, "content-security-policy": allow(policy) } });
  });
}

/** The files of the index that were asked for. */
function watchIndex(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (INDEX.test(request.url())) asked.push(request.url());
  });
  return asked;
}

for (const name of engineNames) {
  test(`${name} answers page and box: groups, highlights, filters, order, the address, and nothing found`, async ({
    page,
    baseURL,
  }) => {
    const engine = await start(name, baseURL);
    await nameEngine(page, name, engine.origin);
    const index = watchIndex(page);
    await page.goto("/search/?q=quagga");
    await expect(page.getByRole("status")).toHaveText("9 results");
    await expect(groups(page)).toHaveText(["Offerings 1", "News 8"]);
    await expect(page.getByRole("link", { name: "Quagga FHIR server" }).locator("mark")).toHaveText("Quagga");
    await expect(page.getByRole("main").locator("section[data-kind]").getByRole("listitem")).toHaveCount(6);

    await option(page, "Publisher", "Zoo").check();
    await expect(page.getByRole("status")).toHaveText("3 of 9 results");
    await expect(page).toHaveURL("/search/?q=quagga&publisher=Zoo");
    await expect(row(page, "Publisher", "Herd")).toContainText("5");
    await page.reload();
    await expect(page.getByRole("status")).toHaveText("3 of 9 results");
    await page.getByRole("link", { name: "date" }).click();
    await expect(page.getByRole("status")).toHaveText("3 of 9 results, newest first");
    await expect(page.getByRole("main").locator("section .name").first()).toHaveText("Quagga story 0");
    await page.goBack();
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText("9 results");
    await page.getByRole("button", { name: "Show all 8" }).click();
    await expect(page.getByRole("main").locator("section[data-kind]").getByRole("listitem")).toHaveCount(9);

    await page.getByRole("main").getByRole("searchbox").fill("quaggawithoutany");
    await expect(page.getByRole("status")).toHaveText("Nothing found for “quaggawithoutany”");
    await expect(page.getByText("Try fewer words")).toBeVisible();

    await page.goto("/");
    await page.getByRole("banner").getByRole("combobox", { name: "Search" }).fill("quagga server");
    await expect(page.getByRole("option")).toHaveText([/Quagga FHIR server/]);
    expect(engine.violations).toEqual([]);
    expect(index, "the index of the site is not fetched").toEqual([]);
    await engine.close();
  });
}

test("when the engine does not answer any more, the built-in search does, and page and box say so", async ({
  page,
  baseURL,
}) => {
  const engine = await start("typesense", baseURL);
  await nameEngine(page, "typesense", engine.origin);
  await page.goto("/search/?q=quagga");
  await expect(page.getByRole("status")).toHaveText("9 results");
  await engine.close();
  await page.getByRole("main").getByRole("searchbox").fill("azure fhir");
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^\\d+ results\\. ${STANDS_IN}\\.$`));
  await expect(page.getByRole("link", { name: "Azure API for FHIR", exact: true })).toBeVisible();
  await option(page, "Kind", "News").check();
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^\\d+ of \\d+ results\\. ${STANDS_IN}\\.$`));

  await page.goto("/");
  await page.getByRole("banner").getByRole("combobox", { name: "Search" }).fill("azure");
  await expect(page.getByText(STANDS_IN, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("option").first()).toContainText("Azure");
});

test("when neither answers, the page says what it says without an engine, and goes on when the engine does", async ({
  page,
  baseURL,
}) => {
  const engine = await start("meilisearch", baseURL);
  await nameEngine(page, "meilisearch", engine.origin);
  engine.intercept = () => ({ status: 503, body: {} });
  await page.route(INDEX, (route) => route.abort());
  await page.goto("/search/?q=quagga");
  await expect(page.getByRole("status")).toHaveText("The search records could not be fetched. Try again");
  engine.intercept = () => undefined;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status")).toHaveText("9 results");
  await engine.close();
});

function groups(page: Page): Locator {
  return page.getByRole("main").locator("section[data-kind]").getByRole("heading", { level: 2 });
}

function row(page: Page, filter: string, label: string): Locator {
  return page.getByRole("group", { name: filter, exact: true }).getByRole("listitem").filter({ hasText: label });
}

function option(page: Page, filter: string, label: string): Locator {
  return row(page, filter, label).getByRole("checkbox");
}
