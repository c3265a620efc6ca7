/** Which paths the site has, by the sections that its settings leave out. */
import { hasSection } from "../config/settings.ts";
import { sectionsOf } from "./paths.ts";

export function isPublished(path: string): boolean {
  return sectionsOf(path).every(hasSection);
}
