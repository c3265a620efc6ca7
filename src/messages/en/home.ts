/** The home page. */
import { format } from "./format.ts";

export const home = {
  digest: (span: string) => `Latest digest: added ${span}`,
  latest: "Latest",
  noStories: "No stories yet.",
  changes: "Catalog changes",
  offeringsByKind: "Offerings by kind",
  /** Beside a heading, the way to all there are. */
  all: (count: number) => `all ${format.count(count)}`,
};
