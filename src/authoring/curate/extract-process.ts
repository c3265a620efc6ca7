/** The process that `extract.ts` starts and may stop: it reads one page after the other. */
import type { Extraction } from "./extraction.ts";
import { scrape } from "./scrape.ts";
import { visibleText } from "./visible-text.ts";

export interface PageToRead {
  readonly html: string;
  readonly url: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

process.on("message", async ({ html, url, today }: PageToRead) => {
  const extraction: Extraction = { fields: await scrape(html, url, today), text: visibleText(html) };
  process.send?.(extraction);
});
process.send?.("ready");
