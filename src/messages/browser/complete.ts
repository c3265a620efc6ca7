/** The catalogues of scripts in every language have the same messages as the English ones, or this file has a type error. */
import * as deCompare from "./de/compare.ts";
import * as deComparePage from "./de/compare-page.ts";
import * as deComparison from "./de/comparison.ts";
import * as deFilters from "./de/filters.ts";
import * as deFollowing from "./de/following.ts";
import * as deFollowingPage from "./de/following-page.ts";
import * as deFormat from "./de/format.ts";
import * as deOffering from "./de/offering.ts";
import * as deOfferingTable from "./de/offering-table.ts";
import * as deOffline from "./de/offline.ts";
import * as dePageScript from "./de/page-script.ts";
import * as deSearch from "./de/search.ts";
import * as deSearchBox from "./de/search-box.ts";
import * as deSearchPage from "./de/search-page.ts";
import type * as enCompare from "./en/compare.ts";
import type * as enComparePage from "./en/compare-page.ts";
import type * as enComparison from "./en/comparison.ts";
import type * as enFilters from "./en/filters.ts";
import type * as enFollowing from "./en/following.ts";
import type * as enFollowingPage from "./en/following-page.ts";
import type * as enFormat from "./en/format.ts";
import type * as enOffering from "./en/offering.ts";
import type * as enOfferingTable from "./en/offering-table.ts";
import type * as enOffline from "./en/offline.ts";
import type * as enPageScript from "./en/page-script.ts";
import type * as enSearch from "./en/search.ts";
import type * as enSearchBox from "./en/search-box.ts";
import type * as enSearchPage from "./en/search-page.ts";

/** Any text will do for a text, any function that takes and gives the same for a function. */
type Texts<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : T[Name] };

deCompare satisfies Texts<typeof enCompare>;
deComparePage satisfies Texts<typeof enComparePage>;
deComparison satisfies Texts<typeof enComparison>;
deFilters satisfies Texts<typeof enFilters>;
deFollowing satisfies Texts<typeof enFollowing>;
deFollowingPage satisfies Texts<typeof enFollowingPage>;
deFormat satisfies Texts<typeof enFormat>;
deOffering satisfies Texts<typeof enOffering>;
deOfferingTable satisfies Texts<typeof enOfferingTable>;
deOffline satisfies Texts<typeof enOffline>;
dePageScript satisfies Texts<typeof enPageScript>;
deSearch satisfies Texts<typeof enSearch>;
deSearchBox satisfies Texts<typeof enSearchBox>;
deSearchPage satisfies Texts<typeof enSearchPage>;
