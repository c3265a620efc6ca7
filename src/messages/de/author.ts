import type { Messages } from "../messages.ts";
import { stories } from "./entries.ts";

export const author: Messages["author"] = {
  kicker: "Autor",
  description: (name, count) => `${stories(count)} von ${name}, kuratiert.`,
  feed: (name) => `${name}: Meldungen`,
  feeds: "Feeds dieses Autors",
  stories: "Meldungen",
  allStories: "Alle Meldungen",
  publishedBy: "Erschienen bei",
};
