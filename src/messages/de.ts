import { about } from "./de/about.ts";
import { access } from "./de/access.ts";
import { api } from "./de/api.ts";
import { author } from "./de/author.ts";
import { certified } from "./de/certified.ts";
import { compare } from "./de/compare.ts";
import { digest } from "./de/digest.ts";
import { entries } from "./de/entries.ts";
import { feeds } from "./de/feeds.ts";
import { following } from "./de/following.ts";
import { format } from "./de/format.ts";
import { home } from "./de/home.ts";
import { interfaces } from "./de/interfaces.ts";
import { llms } from "./de/llms.ts";
import { lost } from "./de/lost.ts";
import { mail } from "./de/mail.ts";
import { markdown } from "./de/markdown.ts";
import { news } from "./de/news.ts";
import { offering } from "./de/offering.ts";
import { offeringIndex } from "./de/offering-index.ts";
import { offeringPage } from "./de/offering-page.ts";
import { offline } from "./de/offline.ts";
import { organization } from "./de/organization.ts";
import { resource } from "./de/resource.ts";
import { search } from "./de/search.ts";
import { site } from "./de/site.ts";
import { socialImage } from "./de/social-image.ts";
import { styles } from "./de/styles.ts";
import { topic } from "./de/topic.ts";
import type { Messages } from "./messages.ts";

export const de: Messages = {
  about,
  access,
  api,
  author,
  certified,
  compare,
  digest,
  entries,
  feeds,
  following,
  format,
  home,
  interfaces,
  llms,
  lost,
  mail,
  markdown,
  news,
  offering,
  offeringIndex,
  offeringPage,
  offline,
  organization,
  resource,
  search,
  site,
  socialImage,
  styles,
  topic,
};
