/** The catalogues of scripts in every language have the same messages as the English ones, or this file has a type error. */

/** Any text will do for a text, any function that takes and gives the same for a function. */
type Texts<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : T[Name] };

type Same<De extends Texts<En>, En> = De;

export type Complete = [
  Same<typeof import("./de/compare.ts"), typeof import("./en/compare.ts")>,
  Same<typeof import("./de/compare-page.ts"), typeof import("./en/compare-page.ts")>,
  Same<typeof import("./de/comparison.ts"), typeof import("./en/comparison.ts")>,
  Same<typeof import("./de/filters.ts"), typeof import("./en/filters.ts")>,
  Same<typeof import("./de/following.ts"), typeof import("./en/following.ts")>,
  Same<typeof import("./de/following-page.ts"), typeof import("./en/following-page.ts")>,
  Same<typeof import("./de/format.ts"), typeof import("./en/format.ts")>,
  Same<typeof import("./de/offering.ts"), typeof import("./en/offering.ts")>,
  Same<typeof import("./de/offering-table.ts"), typeof import("./en/offering-table.ts")>,
  Same<typeof import("./de/offline.ts"), typeof import("./en/offline.ts")>,
  Same<typeof import("./de/page-script.ts"), typeof import("./en/page-script.ts")>,
  Same<typeof import("./de/search.ts"), typeof import("./en/search.ts")>,
  Same<typeof import("./de/search-box.ts"), typeof import("./en/search-box.ts")>,
  Same<typeof import("./de/search-page.ts"), typeof import("./en/search-page.ts")>,
];
