/** The archive of a year, by month. */
import { counted, join, listNode, page } from "../lib/frame.mjs";
import { formatMonth, storyList, yearLinks } from "../lib/parts.mjs";
import { groupBy } from "../lib/site-index.mjs";

export default {
  data: {
    pagination: { data: "collections.years", size: 1, alias: "archive" },
    permalink: ({ archive }) => `/news/${archive.year}/`,
  },
  render({ collections, archive: { year, stories }, page: { url } }) {
    const title = `News of ${year}`;
    const months = groupBy(stories, ({ published }) => formatMonth(published));
    return page(
      {
        title,
        description: `Stories on healthcare APIs published in ${year}.`,
        path: url,
        section: "news",
        trail: [{ href: "/news/", label: "News" }],
        crumb: year,
        type: "CollectionPage",
        nodes: [listNode(url, stories)],
      },
      `<header class="lead"> <h1>${title}</h1> <p class="meta">${counted(stories.length, "story", "stories")}</p> </header> <div class="columns"> <div class="stack">${join(months, ([month, of]) => ` <section> <h2>${month} <small>${of.length}</small></h2> ${storyList(of)} </section>`)} </div> <section> <h2>Archive</h2> ${yearLinks(collections.site[0])} </section> </div>`,
    );
  },
};
