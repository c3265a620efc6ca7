/** The process that `extract.ts` starts and may stop: it reads one page after the other. */
import type { Extraction, PageToRead } from "./extract.ts";
import { lighten } from "./lighten.ts";
import { scrape } from "./scrape.ts";
import { visibleText } from "./visible-text.ts";

/** What is read of a page; the metadata stands at its beginning. */
const MAX_CHARACTERS = 2_000_000;

process.on("message", async ({ html: whole, url, today }: PageToRead) => {
  const html = lighten(whole, MAX_CHARACTERS);
  const extraction: Extraction = { fields: await scrape(html, url, today), text: visibleText(html) };
  process.send?.(extraction);
});
process.send?.("ready");
