/** How long the search page keeps a slow device's main thread busy while one types over 50,000 records. */
import { access } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { serveSite } from "../src/builder/serve.ts";
import { getConfig } from "../src/config/config.ts";
import { writeIndex } from "../src/search/index/write-index.ts";
import { searchUrl } from "../src/views/urls.ts";
import { chromiumArguments, findChromium } from "../tests/chromium.ts";
import { buildCorpus } from "./search-corpus.ts";
import { buildQueries } from "./search-queries.ts";

export interface MainThread {
  readonly size: number;
  /** Tasks of more than 50 ms, which is what browsers call long. */
  readonly tasks: number;
  /** Milliseconds of the longest of them; 0 when there was none. */
  readonly longest: number;
}

export const MAIN_THREAD_SIZE = 50_000;
export const TYPED = 10;
const CORPUS_SEED = 1;
const QUERY_SEED = 3;
const SLOWER = 4;
const MS_PER_KEY = 100;

/** Throws when there is no built site. */
export async function checkSite(): Promise<void> {
  const { siteFolder } = getConfig();
  await access(join(siteFolder, "search", "index.html")).catch(() => {
    throw new Error(`There is no built search page in ${siteFolder}. Run 'npm run build' first.`);
  });
}

export async function measureMainThread(): Promise<MainThread> {
  await checkSite();
  const records = buildCorpus(MAIN_THREAD_SIZE, CORPUS_SEED);
  const { files } = writeIndex({ records, synonyms: [] });
  const { typo } = buildQueries(records, TYPED, QUERY_SEED);
  const server = await serveSite(getConfig().siteFolder, 0);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage({ baseURL: `http://localhost:${(server.address() as AddressInfo).port}` });
    await page.route(`**${searchUrl}*.json`, (route) => {
      const body = files.get(new URL(route.request().url()).pathname.slice(searchUrl.length));
      return body === undefined ? route.abort() : route.fulfill({ body, contentType: "application/json" });
    });
    await page.goto(searchUrl);
    // The first locator brings Playwright's own script into the page, which is no work of the page's.
    await page.locator("h1").waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await observeLongTasks(page);
    for (const { text } of typo) await search(page, text);
    const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    return { size: MAIN_THREAD_SIZE, tasks: tasks.length, longest: Math.max(0, ...tasks) };
  } finally {
    await browser.close();
    server.close();
  }
}

function observeLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
  });
}

/** Types over what stands in the box and waits until hits for all of it are shown. */
async function search(page: Page, query: string): Promise<void> {
  const box = page.locator("[data-search] input[type=search]");
  await box.fill("");
  await page.locator("[data-results] .name").first().waitFor({ state: "hidden" });
  await box.pressSequentially(query, { delay: MS_PER_KEY });
  await page.locator("[data-results] .name").first().waitFor();
  // The last answers may still be drawn.
  await page.waitForTimeout(10 * MS_PER_KEY);
}
