import { author } from "./de/author.ts";
import { digest } from "./de/digest.ts";
import { entries } from "./de/entries.ts";
import { format } from "./de/format.ts";
import { news } from "./de/news.ts";
import { organization } from "./de/organization.ts";
import { site } from "./de/site.ts";
import { topic } from "./de/topic.ts";
import type { Messages } from "./messages.ts";

export const de: Messages = { author, digest, entries, format, news, organization, site, topic };
