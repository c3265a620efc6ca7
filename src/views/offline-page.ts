/** The page on which a reader has pages kept on their device, to be read without a network. */
import { MOST_PAGES } from "../offline/kept.ts";
import { buildPage, titleSuffix } from "./page.ts";
import { offlineUrl } from "./urls.ts";

export type OfflinePageView = ReturnType<typeof buildOfflinePage>;

export function buildOfflinePage() {
  return {
    ...buildPage({
      title: "Read offline",
      description:
        "Pages that you read can be kept on your device, to be read again without a network, and the search with them.",
      path: offlineUrl,
    }),
    titleSuffix,
    notes: [
      `The ${MOST_PAGES} pages read last are kept. While there is a network, every page comes from it, and its copy is renewed.`,
      "The search works offline from the start. Feeds, data and comparisons need a network.",
      "All of it stays in this browser, and nobody is told what you read.",
    ],
  };
}
