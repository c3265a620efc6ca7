/** The catalogues of scripts in every language have the same messages as the English ones, or this file has a type error. */
import * as deFormat from "./de/format.ts";
import type * as enFormat from "./en/format.ts";

deFormat satisfies typeof enFormat;
