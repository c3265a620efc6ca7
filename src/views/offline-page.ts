/** The page on which a reader has pages kept on their device, to be read without a network. */
import { getMessages } from "../messages/messages.ts";
import { MOST_PAGES } from "../offline/caches.ts";
import { buildPage, titleSuffix } from "./page.ts";
import { offlineUrl } from "./urls.ts";

export type OfflinePageView = ReturnType<typeof buildOfflinePage>;

export function buildOfflinePage() {
  const { offline: messages, format } = getMessages();
  const { heading, description } = messages;
  return {
    ...buildPage({ title: heading, description, path: offlineUrl }),
    heading,
    titleSuffix: titleSuffix(),
    notes: messages.notes(format.count(MOST_PAGES)),
  };
}
