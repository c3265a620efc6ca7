import type { Messages } from "../messages.ts";
import { format } from "./format.ts";

export const organization: Messages["organization"] = {
  index: {
    description: "Herausgeber der Meldungen und Anbieter der Angebote, nach Namen.",
    lead: (count) => `${count}: wer die Meldungen veröffentlicht und wer die Produkte anbietet`,
  },
  description: (name, counts) => `${name}: ${format.list(counts)} im Katalog.`,
  feed: (name) => `${name}: Meldungen`,
  feeds: "Feeds der Veröffentlichungen",
  published: "Veröffentlichungen",
  allPublished: "Alle Veröffentlichungen",
  about: "In den Meldungen",
  onOfferings: "Über seine Angebote",
  empty: "Noch nichts im Katalog.",
  homepage: "Website",
  hosts: "Hosts",
  legalName: "Aufgeführt als",
  alsoKnownAs: "Auch genannt",
};
