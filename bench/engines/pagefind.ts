/** Pagefind in a browser, the only place where it searches, over the index that its own program writes. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { chromium, type Page } from "playwright";
import { escapeMarkup } from "../../src/lib/escape-markup.ts";
import { chromiumArguments, findChromium } from "../../tests/chromium.ts";
import { compressedSize } from "../compressed-size.ts";
import { type Engine, HITS, type Searcher } from "../engine.ts";
import { versionOf } from "../package-version.ts";
import { type SearchDocument, toDocument } from "../search-document.ts";

/** So many records are on their way to the program at once. */
const BATCH = 1000;
const FOLDER = "/pagefind/";
const SCRIPT = `${FOLDER}pagefind.js`;

/** What is used of its script, which has no types. */
interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

export const pagefind: Engine = {
  name: "Pagefind",
  version: versionOf("pagefind"),
  isForgiving: false,
  settings: "title as h1, the defaults otherwise; in Chromium, and a keystroke ends with the addresses of ten hits",
  browserCode: undefined,
  async publish(records) {
    const files = await writeFiles(records.map(toDocument));
    const sizes = new Map<string, number>();
    for (const [path, content] of files) sizes.set(path, await compressedSize(content));
    const sizeOf = (paths: Iterable<string>, isWanted: (path: string) => boolean) =>
      [...paths].filter(isWanted).reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);

    const fetched = new Set<string>();
    const server = await serve(files, fetched);
    const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
    const openPage = async () => {
      // A context of its own has nothing in its cache.
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      return page;
    };
    const bytesBeforeAnswer = async (query: string) => {
      fetched.clear();
      const page = await openPage();
      await start(page);
      await search(page, query, 1);
      await page.context().close();
      return sizeOf(fetched, (path) => !isCode(path));
    };
    // What its script fetches of its code is the same for every query.
    await bytesBeforeAnswer("a");
    const codeBytes = sizeOf(fetched, isCode);
    return {
      bytesInAll: sizeOf(files.keys(), isData),
      codeBytes,
      bytesBeforeAnswer,
      async open() {
        const page = await openPage();
        await start(page);
        return toSearcher(page);
      },
      async close() {
        await browser.close();
        server.close();
        await close();
      },
    };
  },
};

async function writeFiles(documents: readonly SearchDocument[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join("\n"));
  for (let at = 0; at < documents.length; at += BATCH) {
    await Promise.all(documents.slice(at, at + BATCH).map((document) => add(index, document)));
  }
  const { files } = await index.getFiles();
  return new Map(files.map(({ path, content }) => [FOLDER + path, content]));
}

async function add(index: PagefindIndex, { id, title, brand, topics }: SearchDocument): Promise<void> {
  const body = `<h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(brand)}</p><p>${escapeMarkup(topics)}</p>`;
  const { errors } = await index.addHTMLFile({
    url: id,
    content: `<!doctype html><html lang="en"><body>${body}</body></html>`,
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
}

function isCode(path: string): boolean {
  return /\.js$|\/wasm\./.test(path);
}

/** True for files of the index, not for those of Pagefind's own interface. */
function isData(path: string): boolean {
  return /\.pf_\w+$|entry\.json$/.test(path);
}

async function serve(files: ReadonlyMap<string, Uint8Array>, fetched: Set<string>): Promise<Server> {
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const content = path === "/" ? "<!doctype html><html lang=en><title>Pagefind</title>" : files.get(path);
    fetched.add(path);
    const type = path === "/" ? "text/html" : path.endsWith(".js") ? "text/javascript" : "application/octet-stream";
    response.writeHead(content === undefined ? 404 : 200, { "Content-Type": type });
    response.end(content);
  });
  return new Promise((resolve) => server.listen(0, "localhost", () => resolve(server)));
}

async function start(page: Page): Promise<void> {
  await page.evaluate(async (script) => {
    const loaded: Pagefind = await import(script);
    Object.assign(globalThis, { pagefind: loaded });
    await loaded.init();
  }, SCRIPT);
}

/** Addresses of the first hits, and the milliseconds that they took in the page, without the message to it. */
function search(page: Page, query: string, hits: number): Promise<{ found: string[]; duration: number }> {
  return page.evaluate(
    async ([text, most]) => {
      const { pagefind } = globalThis as unknown as { pagefind: Pagefind };
      const before = performance.now();
      const { results } = await pagefind.search(text);
      const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
      return { found: shown.map(({ url }) => url), duration: performance.now() - before };
    },
    [query, hits] as const,
  );
}

function toSearcher(page: Page): Searcher {
  return {
    search: async (query) => (await search(page, query, HITS)).found,
    time: async (query) => (await search(page, query, HITS)).duration,
  };
}
