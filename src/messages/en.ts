import { about } from "./en/about.ts";
import { access } from "./en/access.ts";
import { api } from "./en/api.ts";
import { author } from "./en/author.ts";
import { certified } from "./en/certified.ts";
import { compare } from "./en/compare.ts";
import { digest } from "./en/digest.ts";
import { entries } from "./en/entries.ts";
import { feeds } from "./en/feeds.ts";
import { following } from "./en/following.ts";
import { format } from "./en/format.ts";
import { home } from "./en/home.ts";
import { interfaces } from "./en/interfaces.ts";
import { llms } from "./en/llms.ts";
import { lost } from "./en/lost.ts";
import { mail } from "./en/mail.ts";
import { markdown } from "./en/markdown.ts";
import { news } from "./en/news.ts";
import { offering } from "./en/offering.ts";
import { offeringIndex } from "./en/offering-index.ts";
import { offeringPage } from "./en/offering-page.ts";
import { offline } from "./en/offline.ts";
import { organization } from "./en/organization.ts";
import { resource } from "./en/resource.ts";
import { search } from "./en/search.ts";
import { site } from "./en/site.ts";
import { socialImage } from "./en/social-image.ts";
import { styles } from "./en/styles.ts";
import { topic } from "./en/topic.ts";

export const en = {
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
