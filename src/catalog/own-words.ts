/** How many words of a curation are the curator's own, and whether search engines may show its page. */

import type { IndexingPolicy } from "../config/indexing.ts";
import { countWords } from "../lib/count-words.ts";
import type { SafeHtml } from "../lib/html.ts";
import { htmlToText } from "../lib/html-to-text.ts";

/** Under the policy `original`, search engines are asked to leave out a page with fewer. */
export const OWN_WORDS = 40;

interface OwnTexts {
  readonly summary?: string | undefined;
  readonly insightsWords: number;
}

export function countOwnWords({ summary = "", insightsWords }: OwnTexts): number {
  return countWords(summary) + insightsWords;
}

/** Words of the insights as they are shown, without bare addresses. */
export function countInsightsWords(insights: SafeHtml): number {
  return countWords(htmlToText(insights).replace(/\bhttps?:\/\/[^\s<>"']+/gi, " "));
}

export function isIndexedUnder(policy: IndexingPolicy, texts: OwnTexts): boolean {
  return policy === "always" || countOwnWords(texts) >= OWN_WORDS;
}
