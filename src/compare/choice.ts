/** The offerings that a reader chose to compare, by slug: in the address of the comparison, and kept in this browser while they browse. */

/** The value is a list of slugs, in the order of the choice. */
const KEY = "curalog.compare";
/** So many fit side by side. */
export const MOST = 4;

type Store = Pick<Storage, "getItem" | "setItem">;

/** A function, because reading `localStorage` itself can throw. */
const ofBrowser = (): Store => localStorage;

/** A storage that refuses or was tampered with counts as empty. */
export function readChoice(getStore = ofBrowser): readonly string[] {
  try {
    const kept: unknown = JSON.parse(getStore().getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? toChoice(kept.filter((slug) => typeof slug === "string")).slugs : [];
  } catch {
    return [];
  }
}

/** False where nothing can be stored: the choice then lasts as long as the page. */
export function keepChoice(slugs: readonly string[], getStore = ofBrowser): boolean {
  try {
    getStore().setItem(KEY, JSON.stringify(slugs));
    return true;
  } catch {
    return false;
  }
}

export interface Choice {
  readonly slugs: readonly string[];
  /** Those beyond the fourth. */
  readonly leftOut: readonly string[];
}

/** Each once, and no more than fit. */
export function toChoice(slugs: readonly string[]): Choice {
  const all = [...new Set(slugs.map((slug) => slug.trim()).filter(Boolean))];
  return { slugs: all.slice(0, MOST), leftOut: all.slice(MOST) };
}

/** `?o=a,b` is a choice, which replaces the kept one; `?add=c` joins it. Both may stand there more than once. */
export function readAddress(query: URLSearchParams, kept: readonly string[]): Choice {
  const valuesOf = (name: string) => query.getAll(name).flatMap((value) => value.split(","));
  return toChoice([...(query.has("o") ? valuesOf("o") : kept), ...valuesOf("add")]);
}

/** The query of a comparison: `?o=a,b`. */
export function toQuery(slugs: readonly string[]): string {
  return slugs.length === 0 ? "" : `?o=${slugs.map(encodeURIComponent).join(",")}`;
}
