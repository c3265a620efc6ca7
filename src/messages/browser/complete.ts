/** The catalogues of scripts in every language have the same messages as the English ones, or this file has a type error. */
import * as deCompare from "./de/compare.ts";
import * as deFilters from "./de/filters.ts";
import * as deFormat from "./de/format.ts";
import * as deOffering from "./de/offering.ts";
import type * as enCompare from "./en/compare.ts";
import type * as enFilters from "./en/filters.ts";
import type * as enFormat from "./en/format.ts";
import type * as enOffering from "./en/offering.ts";

/** Any text will do for a text, any function that takes and gives the same for a function. */
type Texts<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : T[Name] };

deCompare satisfies Texts<typeof enCompare>;
deFilters satisfies Texts<typeof enFilters>;
deFormat satisfies Texts<typeof enFormat>;
deOffering satisfies Texts<typeof enOffering>;
