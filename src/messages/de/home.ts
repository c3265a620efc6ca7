import type { Messages } from "../messages.ts";
import { format } from "./format.ts";

export const home: Messages["home"] = {
  digest: (span) => `Neuester Wochenüberblick: aufgenommen ${span}`,
  latest: "Neueste Meldungen",
  noStories: "Noch keine Meldungen.",
  changes: "Änderungen im Katalog",
  offeringsByKind: "Angebote nach Art",
  all: (count) => `alle ${format.count(count)}`,
};
