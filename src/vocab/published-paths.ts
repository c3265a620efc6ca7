/** Which paths the site has, by the sections that its settings leave out. */
import { hasSection } from "../config/settings.ts";
import { type PublishedKind, publishedKinds } from "./entity-kind.ts";
import { entityPath, sectionsOf } from "./paths.ts";

export function isPublished(path: string): boolean {
  return sectionsOf(path).every(hasSection);
}

/** The kinds that have a page and data for each on this site. */
export function kindsOfSite(): PublishedKind[] {
  return publishedKinds.filter((kind) => isPublished(entityPath(kind, "")));
}
