import { entries } from "./en/entries.ts";
import { format } from "./en/format.ts";
import { news } from "./en/news.ts";
import { site } from "./en/site.ts";

export const en = { entries, format, news, site };
