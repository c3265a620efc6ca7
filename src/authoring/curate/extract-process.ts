/** The process that `extract.ts` starts and may stop: it reads one page after the other. */
import type { Extraction, PageToRead } from "./extract.ts";
import { scrape } from "./scrape.ts";
import { visibleText } from "./visible-text.ts";

process.on("message", async ({ html, url, today }: PageToRead) => {
  const extraction: Extraction = { fields: await scrape(html, url, today), text: visibleText(html) };
  process.send?.(extraction);
});
process.send?.("ready");
