/** An index of made-up records in the place of the site's own, its files answered, held back or refused one by one. */
import type { Page, Route } from "playwright/test";
import type { SearchRecord } from "../../src/search/index/search-record.ts";
import { writeIndex } from "../../src/search/index/write-index.ts";

/** The files of the site's own search, whatever their names. */
export const INDEX = /\/search\/[^/]+\.json$/;
/** The entry and the files it names, without the manifest. */
export const HASHED = /\/search\/\w+\.[0-9a-f]+\.json$/;

/** `answer` says what becomes of a request for older records. */
export interface FakeIndex {
  older: (route: Route) => Promise<void>;
}

/** Stories enough for more than one file: the newest come with the first. */
export const STORIES = 8_000;

/** Serves an index of `STORIES` stories, of which all have the word "story". */
export async function servePartitions(page: Page): Promise<FakeIndex> {
  const { entry, files } = writeIndex({
    records: Array.from({ length: STORIES }, (_, index) => story(index)),
    synonyms: [],
  });
  const fake: FakeIndex = { older: (route) => route.fallback() };
  await page.route(INDEX, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const body = files.get(name);
    await (body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: "application/json", body }));
  });
  // What is routed last is asked first.
  await page.route(INDEX, (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    return name === entry || name === "latest.json" ? route.fallback() : fake.older(route);
  });
  return fake;
}

/** Keeps requests waiting until the returned function is called. */
export async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await held.promise;
    await route.fallback();
  });
  return held.resolve;
}

function story(index: number): SearchRecord {
  const year = 2026 - Math.floor(index / 800);
  return {
    kind: "news",
    title: `Story number ${index}`,
    href: `/news/story-${index}/`,
    detail: "a.example",
    text: "",
    date: `${year}-06-01`,
    fields: {},
  };
}
