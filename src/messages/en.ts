import { author } from "./en/author.ts";
import { digest } from "./en/digest.ts";
import { entries } from "./en/entries.ts";
import { format } from "./en/format.ts";
import { news } from "./en/news.ts";
import { organization } from "./en/organization.ts";
import { site } from "./en/site.ts";
import { topic } from "./en/topic.ts";

export const en = { author, digest, entries, format, news, organization, site, topic };
