/** How many words of a curation are the curator's own, and whether search engines may show its page. */
import { htmlToText } from "../lib/html-to-text.ts";
import { countWords } from "../lib/text.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";

/** Under the policy `original` a page with fewer is left out. */
export const OWN_WORDS = 40;

interface OwnTexts {
  readonly summary?: string | undefined;
  readonly insights?: string | undefined;
}

/** Words of the summary and the insights, without the addresses of their links. */
export function countOwnWords({ summary = "", insights = "" }: OwnTexts): number {
  const text = insights.replace(/\]\([^()\s]*\)/g, "]").replace(/\bhttps?:\/\/[^\s<>"']+/gi, " ");
  return countWords(summary) + countWords(htmlToText(text));
}

export function isIndexedUnder(policy: IndexingPolicy, texts: OwnTexts): boolean {
  return policy === "always" || countOwnWords(texts) >= OWN_WORDS;
}
