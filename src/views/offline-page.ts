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
        "Pages that you read can be kept on your device and opened again without a network, as can the search.",
      path: offlineUrl,
    }),
    titleSuffix: titleSuffix(),
    notes: [
      "Nothing is kept until you turn it on, and turning it off removes everything.",
      `The ${MOST_PAGES} pages that you read last are kept. With a network you always get a page as it is now, and its copy is renewed.`,
      "The search and your own lists open without a network as soon as this is on. The filters of a page work once you have used them there; feeds, data and comparisons do not.",
      "All of it stays in this browser, which may remove it when the device is short of room.",
    ],
  };
}
